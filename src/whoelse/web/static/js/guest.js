// The interviewee's page: says each time by this device's clock too, where it shows another zone.
const block = document.querySelector("[data-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

const clock = (moment, zone) =>
  new Intl.DateTimeFormat("en-GB", {
    weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", hour12: true, timeZone: zone,
  }).format(moment);

const place = (zone) => zone.split("/").pop().replaceAll("_", " ");

if (block && here) {
  const moments = [...block.querySelectorAll("time")].map((time) => [time, new Date(time.dateTime)]);
  const now = new Date();
  const differs = [now, ...moments.map(([, moment]) => moment)].some(
    (moment) => clock(moment, here) !== clock(moment, block.dataset.zone),
  );
  if (differs) {
    for (const [time, moment] of moments) {
      const note = document.createElement("span");
      note.className = "option__note";
      note.textContent = `${clock(moment, here)} by this device’s clock (${place(here)})`;
      time.parentElement.append(note);
    }
    const line = block.querySelector("[data-own-zone]");
    const link = document.createElement("a");
    link.href = `?zone=${encodeURIComponent(here)}#times`;
    link.textContent = `Show them in ${place(here)} time`;
    line.append(`This device’s clock says ${place(here)}. `, link, ".");
    line.hidden = false;
  }
}
