// Says how many people are ticked while ticking, on the page and elsewhere, and ticks a page at once.
function attach(form) {
  const boxes = [...form.querySelectorAll('input[type="checkbox"][name="row"]')];
  const elsewhere = Number(form.dataset.elsewhere) || 0;
  const count = form.querySelector("[data-ticked]");
  const keep = form.querySelector("[data-keep]");
  const all = form.querySelector("[data-tick-all]");

  function tell() {
    const ticked = elsewhere + boxes.filter((box) => box.checked).length;
    count.textContent = elsewhere ? `${elsewhere.toLocaleString()} of them on other pages` : "";
    const people = ticked === 1 ? "one person" : `${ticked.toLocaleString()} people`;
    keep.textContent = ticked ? `Keep ${people}` : "Keep nobody yet";
  }

  form.addEventListener("change", tell);
  all?.addEventListener("click", (event) => {
    event.preventDefault();
    boxes.forEach((box) => { box.checked = true; });
    tell();
  });
  tell();
}

document.querySelectorAll("form[data-ticks]").forEach(attach);
