// A clock for a pitch said aloud: a line that fills in a minute, a mark at half of it.
const HALF = 30;
const WHOLE = 60;
const [FROM, TO] = [4, 296];

for (const box of document.querySelectorAll("[data-pitch-clock]")) {
  const [go, words, time, line, said] = ["go", "words", "time", "line", "said"].map((name) =>
    box.querySelector(`[data-clock-${name}]`),
  );
  let timer;
  let began;
  box.hidden = false;

  const show = () => {
    const gone = Math.floor((performance.now() - began) / 1000);
    const shown = `${Math.floor(gone / 60)}:${String(gone % 60).padStart(2, "0")}`;
    if (time.textContent === shown) return;
    time.textContent = shown;
    line.setAttribute("d", `M${FROM} 10H${FROM + (Math.min(gone, WHOLE) / WHOLE) * (TO - FROM)}`);
    if (gone === HALF) said.textContent = "Half a minute";
    if (gone === WHOLE) said.textContent = "A minute is over";
  };

  go.addEventListener("click", () => {
    if (timer) {
      clearInterval(timer);
      timer = undefined;
      words.textContent = "Start again";
      said.textContent = `It took ${time.textContent}`;
      return;
    }
    began = performance.now();
    said.textContent = "";
    words.textContent = "Stop";
    show();
    timer = setInterval(show, 200);
  });
}
