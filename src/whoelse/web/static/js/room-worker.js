// Answers for the room where there is no network; its scope is the room and what the room is made
// of. The network comes first, so that nothing stale is shown while it is there.
const CACHE = "whoelse-rooms";
const PATIENCE = 4000; // milliseconds, where a kept page stands ready
const PARTS = ["style", "script", "image", "font", "manifest"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = new URL(request.url).origin === self.location.origin && request.method === "GET";
  const isPage = request.mode === "navigate";
  if (isOurs && (isPage || PARTS.includes(request.destination))) event.respondWith(answer(event, isPage));
});

async function answer({ request }, isPage) {
  const url = new URL(request.url);
  const key = isPage ? url.pathname : request.url;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key);
  const fresh = fetch(request).then((response) => {
    if (response.ok && !response.redirected) cache.put(key, response.clone());
    return response;
  });
  // A room that this device does not have leads to those that it has.
  const lead = () => isPage && cache.match(new URL("./", self.location).pathname);
  if (!kept) return fresh.catch(async () => (await lead()) || Response.error());
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  const first = await Promise.race([fresh.catch(() => kept), late]);
  // A door in the way, or a server that is ill: the room opens all the same, and says so itself.
  return first.status >= 500 || first.type === "opaqueredirect" ? kept : first;
}
