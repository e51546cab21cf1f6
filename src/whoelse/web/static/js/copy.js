// Copying a text with one button; without scripts the text stands there to be selected.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const words = button.querySelector("[data-copy-words]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value);
      words.textContent = "Copied";
    } catch {
      source.select();
      words.textContent = "Selected: copy it now";
    }
  });
}
