// The clock of the room and of the rehearsal. It counts by the page's own clock, which no change of
// the time of day moves; a phone that slept while nobody looked is told by both together.
const one = (name) => document.querySelector(`[data-${name}]`);
const [FROM, TO] = [8, 350];
const SLEEP = 2 * 3600; // seconds; more than that is a changed clock, not a nap
const now = () => performance.now() / 1000;
let [base, since, isRunning, minutes, away, lock, sign, remember] = [null, now(), false, 20, null, null, "", null];

export const clock = {
  get current() {
    return base - (isRunning ? now() - since : 0);
  },
  left(seconds) {
    [base, since] = [seconds, now()];
    tick();
  },
  set(news) {
    const isTurned = news.isRunning !== isRunning;
    if (isTurned) [base, since] = [this.current, now()];
    ({ isRunning, minutes } = news);
    tick();
    if (isTurned) wake();
    if (isTurned) remember?.(this.current);
  },
  // `work` is called with what is left, now and then.
  keep(work) {
    remember = work;
    setInterval(() => isRunning && work(this.current), 10_000);
  },
  // What is left, from what was kept; a time of day that makes no sense counts for nothing.
  remembered({ left, leftAt }, wasRunning) {
    const gone = (Date.now() - leftAt) / 1000;
    return left - (wasRunning && gone > 0 && gone < SLEEP ? gone : 0);
  },
};

function tick() {
  if (!one("clock") || base === null) return;
  const left = Math.round(clock.current);
  const next = left > 120 || !minutes ? "" : left > 0 ? "two" : "over";
  const [whole, seconds] = [Math.floor(Math.abs(left) / 60), String(Math.abs(left) % 60).padStart(2, "0")];
  one("clock").textContent = `${left < 0 ? "+" : ""}${whole}:${seconds}`;
  one("clock").classList.toggle("room__time--short", next !== "");
  if (one("clock-word")) one("clock-word").textContent = !isRunning ? "paused at" : left < 0 ? "over" : "left of";
  for (const node of document.querySelectorAll("[data-clock-minutes]")) node.textContent = minutes;
  for (const node of document.querySelectorAll("[data-sign]")) node.hidden = node.dataset.sign !== next;
  const here = (FROM + Math.min(1, Math.max(0, 1 - left / (minutes * 60))) * (TO - FROM)).toFixed(1);
  one("clock-line")?.setAttribute("d", `M${FROM} 12H${here}`);
  one("clock-ahead")?.setAttribute("d", `M${here} 12H${TO}`);
  const isTold = next && next !== sign && isRunning && navigator.userActivation?.hasBeenActive;
  if (isTold) navigator.vibrate?.(next === "two" ? 200 : [200, 100, 200]);
  sign = next;
}

// The screen stays on while the clock runs; never a sound.
async function wake() {
  if (!isRunning) return lock?.release();
  if (lock || document.visibilityState !== "visible") return;
  lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
  lock?.addEventListener("release", () => (lock = null));
}

document.addEventListener("visibilitychange", () => {
  const both = { day: Date.now() / 1000, page: now() };
  const slept = isRunning && away && both.day - away.day - (both.page - away.page);
  if (document.visibilityState === "visible" && slept > 1 && slept < SLEEP) clock.left(clock.current - slept);
  away = both;
  wake();
});
setInterval(tick, 500);
