// The page from which the rooms open: makes them ready, and says what this device still holds.
import { clearDevice, keepPages, tidy } from "./room-ready.js";

const root = document.querySelector("[data-rooms]") ?? document.createElement("p");
const one = (name) => root.querySelector(`[data-${name}]`);

async function say() {
  const { rooms, waiting } = await tidy(root.dataset.owner);
  const kept = `This device keeps ${rooms} ${rooms === 1 ? "room" : "rooms"}. `;
  const left = waiting ? "Not everything has reached the server yet." : "Everything has reached the server.";
  one("waiting").textContent = rooms || waiting ? kept + left : "This device keeps nothing.";
  one("clear").hidden = !rooms && !waiting;
  one("sure").hidden = true;
  return waiting;
}

const clear = () => clearDevice().then(say);
one("clear")?.addEventListener("click", async () => ((await say()) ? (one("sure").hidden = false) : clear()));
one("clear-now")?.addEventListener("click", clear);
if (one("waiting")) await say();
if (root.dataset.rooms) await keepPages([...[...root.querySelectorAll("[data-room-page]")].map((link) => link.pathname), root.dataset.rooms]);
