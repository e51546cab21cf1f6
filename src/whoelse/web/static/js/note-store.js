// What was typed and is not on the server yet, kept in this browser until the server has it.
// A key names interview, question and window; whatever a lost window left behind is delivered in
// its name by the next page of the same interview.
const PREFIX = "whoelse-note";

export class Store {
  constructor(interview, question, tab) {
    this.place = `${PREFIX}/${interview}/`;
    this.question = question;
    this.key = `${this.place}${question}/${tab}`;
  }

  keep(text, base, turn) {
    attempt(() => localStorage.setItem(this.key, JSON.stringify({ text, base, turn })));
  }

  forget(key = this.key) {
    attempt(() => localStorage.removeItem(key));
  }

  // Everything that other windows of this interview have left, also for other questions.
  left() {
    return keys()
      .filter((key) => key.startsWith(this.place) && key !== this.key)
      .map(parsed)
      .filter(Boolean);
  }
}

// Send what was left; the server tells whether it is new, known already, or another version.
export async function deliver(left, store, path, csrf) {
  let news = 0;
  for (const note of left) {
    const answer = await post(`${path}?q=${note.question}`, { ...note, csrf }).catch(() => null);
    if (!answer) return news;
    if (answer.error) continue;
    news += 1;
    const now = parsed(note.key);
    if (now && now.text === note.text) store.forget(note.key);
  }
  return news;
}

export async function post(path, { text, base, tab, turn, csrf }, isLeaving = false) {
  const body = new URLSearchParams({ text, base, tab, turn, csrfmiddlewaretoken: csrf });
  // Browsers carry at most 64 KB past the end of a page; a longer note waits in the store.
  const keepalive = isLeaving && body.toString().length < 60_000;
  const headers = { Accept: "application/json" };
  const response = await fetch(path, { method: "POST", body, headers, keepalive, redirect: "error" });
  if (response.ok) return response.json();
  if (response.status === 422) return response.json();
  throw new Error(`The server answered ${response.status}.`);
}

function parsed(key) {
  const note = attempt(() => JSON.parse(localStorage.getItem(key)));
  if (!note || typeof note.text !== "string") return null;
  const [question, tab] = key.split("/").slice(2);
  return { key, question, tab, text: note.text, base: note.base || 0, turn: note.turn || 0 };
}

function keys() {
  return attempt(() => Object.keys(localStorage)) || [];
}

// The store may be full or forbidden. Then the server alone keeps the note, as without it.
function attempt(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
