// Brings operations to the server: in order, a part at a time, the same ones again until it has
// answered. It knows nothing of the page; whoever asks is told what came of it.
import * as device from "./device.js";

const [MOST, LARGEST] = [50, 400_000]; // operations and characters of one request
const PATIENCE = 15_000;
const JSON_ONLY = { Accept: "application/json" };
// What kept it from the server; `retry` says whether time alone may help.
const OFFLINE = { trouble: "offline", retry: true };
const TROUBLES = { 403: "token", 404: "gone" };

// How long ago it was done: by the page's own clock, which no change of the time of day moves.
const ageOf = ({ tab, tick, made }, page) =>
  Math.max(0, tab === page ? performance.now() - tick : Date.now() - made) / 1000;

function firstPart(operations) {
  let size = 0;
  return operations.filter((operation, place) => {
    size += JSON.stringify(operation).length;
    return place === 0 || (place < MOST && size < LARGEST);
  });
}

async function ask(path, options) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const response = await fetch(path, { redirect: "manual", headers: JSON_ONLY, signal, ...options }).catch(() => null);
  if (!response || response.status >= 500) return OFFLINE;
  if (response.type === "opaqueredirect") return { trouble: "signed-out" };
  if (!response.ok) return { trouble: TROUBLES[response.status] ?? "refused", retry: response.status !== 404 };
  return response.json().catch(() => OFFLINE);
}

export const stateOf = (record) => ask(record.stateUrl);

function post(record, operations, page, token, isLeaving) {
  const told = operations.map((operation) => ({ ...operation, age: ageOf(operation, page) }));
  const body = JSON.stringify({ operations: told });
  const headers = { ...JSON_ONLY, "Content-Type": "application/json", "X-CSRFToken": token };
  // Browsers carry at most 64 KB past the end of a page; more waits for the next page.
  return ask(record.url, { method: "POST", headers, body, keepalive: isLeaving && body.length < 20_000 });
}

// The page goes: tell what it can at once, waiting neither for the device nor for an answer.
export function tellLast(record, operations, page, token) {
  const part = firstPart(operations.filter((operation) => !operation.error));
  if (token && part.length) post(record, part, page, token, true);
}

// Send what waits. Of `loose`, what the device could not keep, it takes out what the server has.
// The answer tells the trouble, if there is any, and the token that works now.
export async function deliver(record, { page = "", token = "", loose = [] } = {}) {
  for (let isAgain = false; ; ) {
    const found = await device.read(record.room).catch(() => ({ operations: [] }));
    const part = firstPart([...found.operations, ...loose].filter((operation) => !operation.error));
    if (!part.length) return { token };
    const answer = token ? await post(record, part, page, token) : { trouble: "token" };
    if (answer.trouble === "token" && !isAgain) {
      const fresh = await stateOf(record);
      if (fresh.trouble) return { token, ...fresh };
      [isAgain, token] = [true, fresh.token];
      continue;
    }
    if (answer.trouble) return { token, ...answer };
    const { state, answers } = answer;
    const isSettled = await device.settle(record.room, part, answers, state).then(() => true, () => false);
    const errors = new Map(answers.map(({ key, error }) => [key, error]));
    for (const each of loose.splice(0)) if (errors.get(each.key) ?? !errors.has(each.key)) loose.push(each);
    for (const each of loose) each.error ??= errors.get(each.key);
    record.told?.(state);
    if (!isSettled && found.operations.length) return { token, ...OFFLINE };
  }
}
