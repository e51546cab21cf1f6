// The room: the note field and the badge that says whether everything is on the server.
import { Keeper } from "./note-keeper.js";
import { Store, deliver } from "./note-store.js";

const form = document.querySelector("[data-room]");
const field = form.elements.text;
const badge = form.querySelector("[data-saved]");
const trouble = form.querySelector("[data-trouble]");
const refused = form.querySelector("[data-refused]");
const conflict = form.querySelector("[data-conflict]");
const { room, question } = form.dataset;
const [tab, csrf] = [form.elements.tab.value, form.elements.csrfmiddlewaretoken.value];
const path = new URL(form.action).pathname;
const store = new Store(room, question, tab);
const keeper = new Keeper({
  path: `${path}?q=${question}`,
  csrf,
  tab,
  turn: Number(form.elements.turn.value) || 0,
  base: Number(form.elements.base.value) || 0,
  text: field.value,
  saved: "unsaved" in form.dataset ? null : field.value,
  store,
  show,
});

function show(state, words = "") {
  const isTrouble = state === "trouble";
  badge.textContent = { saving: "Saving", saved: "Saved", copy: "Saved as a second version" }[state] ?? "";
  trouble.textContent = isTrouble ? "Not saved yet, trying again" : "";
  trouble.parentElement.classList.toggle("saved--fine", !isTrouble && state !== "refused");
  refused.textContent = words;
  refused.hidden = !words;
  if (state === "copy") conflict.hidden = false;
}

// A note that this page did not manage to send before it was reloaded or its server was killed.
async function recover() {
  const left = store.left();
  const own = left.find((note) => note.question === question && note.base === keeper.base);
  if (own && own.text !== field.value) {
    field.value = own.text;
    keeper.change(own.text);
  }
  if (own) store.forget(own.key);
  await deliver(left.filter((note) => note !== own), store, path, csrf);
  // The page before this one may have saved while this one was being drawn.
  await look();
}

async function look() {
  if (keeper.isDirty) return keeper.flush();
  const text = await keeper.news();
  if (text !== null) field.value = text;
}

field.addEventListener("input", () => keeper.change(field.value));
field.addEventListener("blur", () => keeper.flush());
field.addEventListener("focus", look);
window.addEventListener("pagehide", () => keeper.flush(true));
window.addEventListener("online", () => keeper.flush());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keeper.flush(true);
  else look();
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) look();
});
// A button of the form takes the note along itself: its save is the next one of this window.
form.addEventListener("submit", () => {
  keeper.stop();
  form.elements.base.value = keeper.base;
  form.elements.turn.value = keeper.turn += 1;
});
// A choice among the marks is an own request; the note goes its own way.
form.addEventListener("htmx:configRequest", (event) => {
  for (const name of ["text", "base", "tab", "turn"]) event.detail.parameters.delete(name);
});
recover();
