// A rehearsal: its clock runs on from question to question, its notes stay in this window.
import { clock } from "./clock.js";

const { rehearsal, path, number } = document.querySelector("[data-rehearsal]").dataset;
const start = document.querySelector("[data-start]");
const note = document.querySelector("[data-note]");
const key = `whoelse-rehearsal${path}`;

clock.left(Number(rehearsal) * 60);
if (start) {
  clock.set({ minutes: 0, isRunning: false });
  start.addEventListener("click", () => clock.left(60) ?? clock.set({ minutes: 1, isRunning: true }));
} else {
  const kept = Number(number) > 1 && JSON.parse(sessionStorage.getItem(key) ?? "null");
  const text = note.querySelector("textarea");
  if (kept) clock.left(clock.remembered(kept, true));
  clock.keep((left) => sessionStorage.setItem(key, JSON.stringify({ left, leftAt: Date.now() })));
  clock.set({ minutes: Number(rehearsal), isRunning: true });
  text.value = sessionStorage.getItem(key + number) ?? "";
  text.addEventListener("input", () => sessionStorage.setItem(key + number, text.value));
}
for (const node of [start, note]) if (node) node.hidden = false;
