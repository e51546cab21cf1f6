// What a page was still keeping when it went, in the one store that writes before the page is gone.
// The next page of the room brings it to the rest, where it waits its turn.
import { keep } from "./device.js";

const nameOf = (room, tab = "") => `whoelse-last-words:${room}:${tab}`;

export function leave(room, tab, operations) {
  try {
    localStorage.setItem(nameOf(room, tab), JSON.stringify(operations));
  } catch {
    // A full device: the badge never called these words kept.
  }
}

// The page stayed after all, and the device has them.
export function unsay(room, tab) {
  localStorage.removeItem(nameOf(room, tab));
  return false;
}

export async function gather(room) {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(nameOf(room)))) {
    for (const operation of JSON.parse(localStorage.getItem(name))) await keep(operation);
    localStorage.removeItem(name);
  }
}
