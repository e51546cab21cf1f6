// Shows the number of a slider beside it while it is moved. Attached again after swaps.
function attach() {
  for (const slider of document.querySelectorAll("[data-slider]")) {
    const [input, output] = [slider.querySelector("input"), slider.querySelector("output")];
    output.hidden = false;
    output.value = input.value;
    input.oninput = () => {
      output.value = input.value;
    };
  }
}

attach();
document.addEventListener("htmx:afterSettle", attach);
