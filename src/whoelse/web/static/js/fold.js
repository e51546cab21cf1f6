// What the room holds: what the server said last, with the operations upon it that it has not
// answered. The rules are the server's: a window that missed somebody's words gets its own row.
export function fold(state, operations) {
  const now = structuredClone(state);
  for (const operation of operations) RULES[operation.kind]?.(now, operation);
  return now;
}

export const rowsAt = (state, question) => state.notes.filter((row) => row.question === question);

function note(state, told) {
  const rows = rowsAt(state, told.question);
  const own = rows.find((row) => row.copy && row.copy === told.tab);
  const main = rows.find((row) => !row.copy);
  if (own) return write(own, told);
  if (!main) return void (told.text && write(added(state, told.question, ""), told));
  const isNext = told.base === main.version || told.tab === main.tab || told.text === main.text;
  const hasSeen = told.seen_tab && told.seen_tab === main.tab && told.seen_turn === main.turn;
  if (isNext || hasSeen) return write(main, told);
  if (told.text.trim()) write(added(state, told.question, told.tab), told);
}

function added({ notes }, question, copy) {
  notes.push({ question, copy, text: "", version: 0, tab: "", turn: 0, when: "" });
  return notes.at(-1);
}

function write(row, { text, tab, turn }) {
  if (row.text === text || (row.tab === tab && turn < row.turn)) return;
  // Versions are the server's: two windows must never take the same number for the same words.
  Object.assign(row, { text, tab, turn, version: NaN });
}

const drop = (state, { question, copy }) =>
  (state.notes = state.notes.filter((row) => row.question !== question || row.copy !== copy));

function merge(state, told) {
  const copy = rowsAt(state, told.question).find((row) => row.copy === told.copy);
  if (!copy) return;
  const main = rowsAt(state, told.question).find((row) => !row.copy) ?? added(state, told.question, "");
  const parts = [main.text.replace(/\n+$/, ""), copy.text].filter((part) => part.trim());
  drop(state, told);
  write(main, { ...told, text: parts[0] === parts[1] ? parts[0] : parts.join("\n") });
}

function name(state, { full_name, work, permission }) {
  const same = state.named.find((person) => person.name.toLowerCase() === full_name.toLowerCase());
  if (!same) return state.named.push({ name: full_name, work, permission, known: false });
  Object.assign(same, { name: full_name, permission, work: work || same.work });
}

const RULES = {
  note,
  merge,
  drop,
  name,
  unname: (state, { full_name }) =>
    (state.named = state.named.filter((each) => each.name.toLowerCase() !== full_name.toLowerCase())),
  mark: (state, { id, question, mark, title }) => {
    if (state.marks.some((made) => made.id === id)) return;
    state.marks.push({ id, question, kind: mark, text: mark === "title" ? title : "" });
  },
  unmark: (state, { id }) => (state.marks = state.marks.filter((mark) => mark.id !== id)),
  begin: (state) => (state.began = true),
  step_back: (state) => (state.began = state.held || [state.notes, state.marks, state.named].some((rows) => rows.length)),
  end: (state) => Object.assign(state, { held: true, paused: false }),
  pause: (state) => (state.paused = true),
  resume: (state) => (state.paused = false),
  more: (state) => (state.minutes += 5),
};
