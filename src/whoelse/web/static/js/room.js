// The room: what is touched and typed becomes operations, kept on the device at once and told to
// the server when it hears. What is shown is the server's last word with these upon it.
import { clock } from "./clock.js";
import { remember } from "./device.js";
import { rowsAt } from "./fold.js";
import { Keeper } from "./keeper.js";
import { gather } from "./last-words.js";
import { keepPages } from "./room-ready.js";
import { operationOf } from "./room-doing.js";
import { field, parts, root, show, showBadge } from "./room-view.js";

const { room, owner, operations: url, state: stateUrl } = root.dataset;
const said = JSON.parse(document.querySelector("#room-state").textContent);
const token = parts.talk.elements.csrfmiddlewaretoken.value;
const keeper = new Keeper({ room, owner, url, stateUrl }, said, token, { changed: draw, heard });
const ENTER = { title: "#mark-title", full_name: "[data-do=name]", work: "[data-do=name]" };
const seen = {}; // by question: whose words this window showed before its own
let question = root.dataset.question;

const runs = ({ began, held, paused }) => began && !held && !paused;
const asked = () => new URLSearchParams(location.search).get("q");

function rowAt(state) {
  const rows = rowsAt(state, question);
  return rows.find((row) => row.copy === keeper.tab) ?? rows.find((row) => !row.copy);
}

// The field follows the rows; what is typed is among them before this runs.
function draw() {
  const state = keeper.now;
  const own = rowAt(state);
  const text = own?.text ?? "";
  if (field.value !== text) field.value = text;
  const { version: base = 0, tab: seen_tab = "", turn: seen_turn = 0 } = own ?? {};
  // Words that grow from somebody else's come after them, also in the outbox.
  if (seen_tab !== keeper.tab) delete keeper.places[question];
  if (seen_tab !== keeper.tab) seen[question] = { base, seen_tab, seen_turn };
  show(state, question, own);
  clock.set({ minutes: state.minutes, isRunning: runs(state) });
  const { keeping, waits, trouble, operations, loose, turn } = keeper;
  const isLost = loose.some((operation) => !operation.error);
  const refusal = [...operations, ...loose].find((operation) => operation.error)?.error;
  showBadge({ keeping, isLost, waits, trouble, refusal, isCopy: Boolean(own?.copy), hasWords: text || turn });
}

function type() {
  if (field.value === (rowAt(keeper.now)?.text ?? "")) return;
  keeper.add("note", { question, text: field.value, ...seen[question] });
}

function go(to, { isBack = false } = {}) {
  question = to;
  if (!isBack) history.pushState(null, "", `?q=${to}`);
  draw();
  document.querySelector("[data-text]").focus();
  window.scrollTo(0, 0);
  remember(room, { question }).catch(() => null);
}

async function act(button) {
  if (button.name === "to") return button.value === question ? keeper.deliver() : go(button.value);
  for (const [kind, told] of operationOf(button, keeper.now, question)) {
    if (kind === "begin") clock.left(said.minutes * 60);
    if (kind === "more") clock.left(clock.current + 300);
    keeper.add(kind, { question, ...told });
  }
  const leads = { step_back: parts.start.querySelector("a[href*=prepare]").href, end: root.dataset.writeUp };
  const path = leads[button.dataset.do];
  while (path && (keeper.keeping || keeper.isSending)) await new Promise((resolve) => setTimeout(resolve, 30));
  if (path && (await keeper.deliver())) location.assign(path);
}

function heard(state) {
  clock.left(state.left);
  const isOtherPlan = said.plan.map(({ id }) => id).join() !== state.plan.map(({ id }) => id).join();
  const isAnew = performance.getEntriesByType("navigation")[0]?.type !== "reload";
  if (isOtherPlan && isAnew && !keeper.waits) location.reload();
}

for (const form of Object.values(parts)) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const enter = event.submitter.matches("[data-stay]") && ENTER[document.activeElement?.name];
    act(enter ? form.querySelector(enter) : event.submitter);
  });
}
field.addEventListener("input", type);
window.addEventListener("popstate", () => go(asked() || root.dataset.question, { isBack: true }));
window.addEventListener("online", () => keeper.ask());
window.addEventListener("pagehide", () => keeper.leave());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") keeper.reread().then(() => keeper.ask());
  else keeper.leave();
});
// What was typed before this script came stands in the field and nowhere else. It is told apart by
// the field's first text: what the server says may be newer than that already.
const early = field.value !== field.defaultValue || "unsaved" in root.dataset ? field.value : null;
await gather(room).catch(() => null);
const record = await keeper.reread().catch(() => null);
const wanted = asked() ?? record?.question;
if (early === null && said.plan.some(({ id }) => id === wanted)) question = wanted;
const known = record?.leftAt ? record : { left: said.left, leftAt: said.drawn };
clock.left(clock.remembered(known, runs(keeper.now)));
draw();
if (early !== null) keeper.add("note", { question, text: early, base: Number(parts.talk.elements.base.value) });
remember(room, { owner, url, stateUrl, state: keeper.said, name: document.title }).catch(() => null);
clock.keep((left) => remember(room, { left, leftAt: Date.now() }).catch(() => null));
root.dataset.isReady = "";
if (!(await keeper.ask()) || !keeper.now.written) keepPages([location.pathname, root.dataset.rooms]);
