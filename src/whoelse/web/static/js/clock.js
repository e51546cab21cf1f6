// Counts down what is left of the agreed time. The server says how much that is when it draws the
// page; the difference is counted by this clock, so that a wrong one does no harm.
const time = document.querySelector("[data-clock]");
const word = document.querySelector("[data-clock-word]");
const ahead = document.querySelector("[data-clock-ahead]");
const line = document.querySelector("[data-clock-line]");

if (time) {
  const end = Date.now() + Number(time.dataset.clock) * 1000;
  const all = Number(line?.dataset.clockLine) * 60;
  const [from, to] = [8, 350];

  const tick = () => {
    const left = Math.round((end - Date.now()) / 1000);
    const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
    time.textContent = `${left < 0 ? "+" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
    time.classList.toggle("room__time--short", left < 180);
    if (word) word.textContent = left < 0 ? "over" : "left of";
    const gone = Math.min(1, Math.max(0, (all - left) / all));
    const here = (from + gone * (to - from)).toFixed(1);
    line?.setAttribute("d", `M${from} 12H${here}`);
    ahead?.setAttribute("d", `M${here} 12H${to}`);
  };
  tick();
  setInterval(tick, 500);
}
