// Shows the room: one question, its notes, marks and names, and the badge that says where the
// words are. It only draws; what is drawn it is told.
import { rowsAt } from "./fold.js";

export const root = document.querySelector("[data-room]");
const one = (name, within = root) => within.querySelector(`[data-${name}]`);
const all = (name, within = root) => [...within.querySelectorAll(`[data-${name}]`)];
export const parts = { start: one('part="start"'), talk: one('part="talk"') };
export const field = parts.talk.elements.text;
const MAY = { may_use_name: "use my name", will_introduce: "will introduce you", ask_first: "asks first" };
const WHERE = { "signed-out": "Signed out", gone: "Not on the server" };

export function show(state, question, own) {
  const { plan, began, held, paused } = state;
  const place = plan.findIndex((each) => each.id === question);
  const isClosing = Boolean(plan[place]?.closing);
  const [back, next] = [plan[place - 1], plan[place + 1]];
  const shown = {
    ...{ 'part="start"': !began && !held, 'part="talk"': began || held, 'when="held"': held, 'when="open"': !held },
    ...{ back, next, save: !back, end: !next && !held, written: !next && held, "end-now": !held && !isClosing },
    ...{ 'do="step_back"': !held && !back, 'do="pause"': !paused, 'do="resume"': paused },
    ...{ closing: isClosing, upcoming: next },
  };
  for (const [name, isShown] of Object.entries(shown)) for (const node of all(name)) node.hidden = !isShown;
  const leads = { back: back?.id, next: next?.id, save: question, stay: question };
  for (const [name, to] of Object.entries(leads)) one(name).value = to ?? "";
  showQuestion(plan, place, isClosing);
  showMarks(state.marks.filter((mark) => mark.question === question));
  showNames(state.named);
  showCopies(rowsAt(state, question).filter((row) => row !== own), own);
}

function showQuestion(plan, place, isClosing) {
  const { text = "", minutes, follow_up: stall } = plan[place] ?? {};
  const about = `Question ${place + 1} of ${plan.length}, about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  one("heading").textContent = `${isClosing ? "Closing the interview" : "Interview"} with ${one("heading").dataset.name}`;
  one("asked").className = isClosing ? "closing" : "";
  one("text").className = isClosing ? "closing__q" : "room__q";
  one("place").textContent = text && !isClosing ? about : "";
  one("text").textContent = text;
  one("stall").textContent = stall ? `If it stalls: ${stall}` : "";
  one("upcoming").querySelectorAll("li").forEach((item, at) => (item.hidden = at <= place));
  one("thread").classList.toggle("room__thread", isClosing);
  one("clock").classList.toggle("room__time--small", isClosing);
  one("thread").querySelectorAll("circle").forEach((node, at) => {
    const isLast = "last" in node.dataset;
    node.setAttribute("class", isLast ? "chart__signal" : at <= place ? "chart__held" : "mark mark--open");
    node.setAttribute("r", at === place ? 8 : 5);
  });
}

function showMarks(marks) {
  for (const button of all('do="mark"')) {
    const count = marks.filter((mark) => mark.kind === button.value).length;
    button.toggleAttribute("data-pressed", count > 0);
    button.querySelector(".room__tally").hidden = !count;
    one("tally", button).textContent = count;
  }
  one("marked").hidden = !marks.length;
  one("titles").textContent = marks.map((mark) => mark.text).filter(Boolean).join(", ");
}

// Rows of a list, each made from the template and filled.
function fill(list, template, rows, dress) {
  const made = rows.map((row) => [one(template).content.cloneNode(true), row]);
  made.forEach(([node, row]) => dress(node, row));
  one(list).hidden = !rows.length;
  one(list).replaceChildren(...made.map(([node]) => node));
}

function showNames(named) {
  fill("named", "person", named, (node, { name, work, permission, known }) => {
    one("who", node).textContent = name;
    one("more", node).textContent = `${work && `, ${work}`}${known ? ", in your list already" : ""}`;
    one("may", node).textContent = MAY[permission];
    one("may", node).classList.toggle("tag--accent", permission === "may_use_name");
    one("do", node).dataset.name = name;
    one("do", node).setAttribute("aria-label", `Strike ${name}`);
  });
}

// Beside a second version stands the first; what is decided is decided about the second.
function showCopies(rows, own) {
  fill("copies", "copy", rows, (node, row) => {
    one("words", node).textContent = row.text;
    one("when", node).textContent = row.when && `, ${row.when}`;
    for (const button of all("do", node)) button.value = row.copy || own?.copy || "";
    one('do="drop"', node).hidden = !row.copy;
  });
}

// `keeping` operations are on their way to the device; what `isLost` it refused.
export function showBadge({ keeping, isLost, waits, trouble, refusal, isCopy, hasWords }) {
  const kept = isCopy ? "Saved as a second version" : waits ? "Saved on this device" : hasWords ? "Saved" : "";
  const words = keeping ? "Saving" : trouble ? `${WHERE[trouble] ?? "No network"}, saved on this device` : kept;
  one("saved").textContent = isLost ? "" : words;
  one("trouble").textContent = isLost ? "This device is full: not saved until there is network" : "";
  one("saved").parentElement.classList.toggle("saved--fine", !isLost && !trouble && !refusal);
  one("refused").textContent = refusal ?? "";
  root.dataset.kept = keeping || isLost ? "" : waits ? "device" : "server";
}
