// Draws the underlines of findings behind the fields of a draft, and keeps them in their places
// while somebody types. The server finds; this only draws. Places are UTF-16 units.
const form = document.querySelector("[data-draft]");
const papers = new Map();
let sent = null;
let isLeaving = false;

class Paper {
  constructor(element) {
    this.field = element.querySelector("input, textarea");
    this.marks = element.querySelector(".draft__marks");
    this.text = this.first = this.field.value;
    this.spans = [];
    this.field.addEventListener("input", () => this.follow());
    this.field.addEventListener("scroll", () => this.scroll());
    element.classList.add("draft__paper--drawn");
  }

  // Move the spans along with a change; one that was typed into is gone until it is found again.
  follow() {
    this.spans = moved(this.spans, this.text, this.field.value);
    this.text = this.field.value;
    this.draw();
  }

  take(spans, seen) {
    this.text = this.field.value;
    this.spans = moved(spans, seen, this.text);
    this.draw();
  }

  draw() {
    const edges = new Set([0, this.text.length]);
    for (const { start, end } of this.spans) edges.add(start).add(end);
    const places = [...edges].sort((a, b) => a - b);
    const nodes = places.slice(1).flatMap((end, i) => this.run(places[i], end));
    this.marks.replaceChildren(...nodes, "\u200b");
    this.scroll();
  }

  run(start, end) {
    const over = this.spans.filter((span) => span.start <= start && end <= span.end);
    const words = this.text.slice(start, end);
    if (!over.length) return [words];
    const mark = document.createElement("mark");
    mark.className = `flaw flaw--${over[0].severity}`;
    mark.append(words);
    const ending = over.filter((span) => span.end === end).map((span) => span.number);
    if (!ending.length) return [mark];
    const number = document.createElement("sup");
    number.className = "flaw__n";
    number.textContent = ending.join(" ");
    return [mark, number];
  }

  scroll() {
    this.marks.scrollLeft = this.field.scrollLeft;
    this.marks.scrollTop = this.field.scrollTop;
  }
}

function moved(spans, before, after) {
  if (before === after) return spans;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shift = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start < before.length - tail) return [];
    return [{ ...span, start: span.start + shift, end: span.end + shift }];
  });
}

function read() {
  const items = [...form.querySelectorAll("[data-start]")].map(({ dataset }) => ({
    field: dataset.field,
    start: Number(dataset.start),
    end: Number(dataset.end),
    severity: dataset.severity,
    number: Number(dataset.number),
  }));
  for (const [name, paper] of papers) {
    const own = items.filter((span) => span.field === name);
    paper.take(own.sort((a, b) => a.number - b.number), sent?.get(name) ?? paper.field.value);
  }
}

if (form) {
  for (const element of form.querySelectorAll("[data-marked]")) {
    papers.set(element.dataset.marked, new Paper(element));
  }
  read();
  document.body.addEventListener("htmx:beforeRequest", () => {
    sent = new Map([...papers].map(([name, paper]) => [name, paper.field.value]));
  });
  document.body.addEventListener("htmx:afterSettle", read);
  form.addEventListener("submit", () => { isLeaving = true; });
  window.addEventListener("beforeunload", (event) => {
    const isChanged = [...papers.values()].some((paper) => paper.field.value !== paper.first);
    if (isChanged && !isLeaving) event.preventDefault();
  });
}
