// What a button of the room means, as operations: their kinds and what they tell.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-8$4-");
}

export function operationOf(button, state, question) {
  const { elements } = button.form;
  const kind = button.dataset.do;
  if (kind === "mark") return [["mark", mark(button.value, elements.title)]];
  if (kind === "name") return named(elements);
  if (kind === "unname") return [[kind, { full_name: button.dataset.name }]];
  if (kind === "end") return [...(elements.full_name.value.trim() ? named(elements) : []), [kind, {}]];
  if (kind === "unmark") {
    const last = state.marks.findLast((each) => each.question === question);
    return last ? [[kind, { id: last.id }]] : [];
  }
  const copy = state.notes.find((row) => row.question === question && row.copy && row.copy === button.value);
  if (kind === "merge" || kind === "drop") return copy ? [[kind, { copy: copy.copy, seen_turn: copy.turn }]] : [];
  return kind ? [[kind, {}]] : [];
}

function mark(value, title) {
  const words = value === "title" ? title.value.trim() : "";
  if (words) title.value = "";
  return { mark: value, id: uuid(), title: words };
}

function named({ full_name, work, permission }) {
  const told = { full_name: full_name.value.trim().replace(/\s+/g, " "), work: work.value.trim() };
  full_name.focus();
  if (!told.full_name) return [];
  full_name.value = work.value = "";
  return [["name", { ...told, permission: permission.value || "may_use_name" }]];
}
