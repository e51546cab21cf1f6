// The rows of a worksheet save themselves through htmx. This says when a save did not arrive, and
// brings what is still unsaved along when the page is left.
const WAITING = "Saving";
const LOST = "Not saved yet: the server could not be reached. Keep this page open and press Save.";
const REFUSED = "Not saved. Load the page anew; copy your words first.";

function tell(form, words) {
  const state = form.querySelector("[data-state]");
  if (state) state.textContent = words;
}

for (const form of document.querySelectorAll("form[data-row]")) {
  const save = form.querySelector("[data-save]");
  save.hidden = true;
  let typed = 0; // counts changes; what was sent is known by the count at that moment
  let sent = 0;
  let kept = 0;
  form.addEventListener("input", () => {
    typed += 1;
    form.elements.turn.value = typed;
    tell(form, WAITING);
  });
  form.addEventListener("submit", () => {
    kept = typed;
  });
  form.addEventListener("htmx:beforeRequest", () => {
    sent = typed;
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    const { successful, xhr } = event.detail;
    if (successful) kept = sent;
    else if (xhr.status !== 422) tell(form, xhr.status ? REFUSED : LOST);
    save.hidden = successful;
    if (successful && typed > sent) tell(form, WAITING);
  });
  const leave = () => {
    if (kept === typed) return;
    kept = typed;
    fetch(form.action, { method: "POST", body: new FormData(form), keepalive: true }).catch(() => {
      kept = -1;
    });
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
}
