// Makes rooms ready for a place without network, and lets go of those that are done with.
import { allRooms, forget, read } from "./device.js";
import { deliver, stateOf } from "./outbox.js";

const CACHE = "whoelse-rooms";
const ready = document.querySelector("[data-ready]");
const cache = "caches" in window ? await caches.open(CACHE).catch(() => null) : null;

// Keep these pages with everything that they are made of; the last is the one that leads to them.
export async function keepPages(paths) {
  if (!cache || !navigator.serviceWorker) return;
  const scope = paths.at(-1);
  await navigator.serviceWorker.register(`${scope}worker.js`, { scope }).catch(() => null);
  const kept = await Promise.all(paths.map(keepPage));
  if (ready) ready.textContent = kept.every(Boolean) ? "Ready on this device, also without network." : "";
}

async function keepPage(path) {
  const response = await fetch(path, { redirect: "error" }).catch(() => null);
  if (!response?.ok) return Boolean(await cache.match(path));
  const page = new DOMParser().parseFromString(await response.clone().text(), "text/html");
  const named = [...page.querySelectorAll("head link[href], script[src]")].map((each) => each.getAttribute(each.src ? "src" : "href"));
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /\.(css|woff2)$/.test(name));
  const parts = new Set([...named, ...loaded].map((each) => new URL(each, location).href));
  const isWhole = await cache.addAll([...parts]).then(() => true, () => false);
  await cache.put(path, response);
  return isWhole;
}

// Rooms of somebody else, and those written up, go. What the server has not got stays in any case.
export async function tidy(owner) {
  const found = { rooms: 0, waiting: 0 };
  for (const record of await allRooms().catch(() => [])) {
    const isOwn = record.owner === owner;
    if (isOwn) await deliver(record);
    const isDone = !isOwn || (await stateOf(record)).state?.written;
    if (isDone) await forget(record.room);
    if (isDone) await cache?.delete(record.stateUrl.replace(/state\/$/, ""));
    found.rooms += isOwn && !isDone ? 1 : 0;
    found.waiting += isOwn ? (await read(record.room)).operations.length : 0;
  }
  return found;
}

export async function clearDevice() {
  for (const { room } of await allRooms().catch(() => [])) await forget(room, { evenUnsent: true });
  if (cache) await caches.delete(CACHE);
}
