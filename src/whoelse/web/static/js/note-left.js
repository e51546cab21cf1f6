// On the write-up: bring what the room could not send, and show it if nothing was typed yet.
import { Store, deliver } from "./note-store.js";

const page = document.querySelector("[data-notes]");
const { notes, room } = page.dataset;
const store = new Store(room, "", "");
const csrf = document.querySelector("[name=csrfmiddlewaretoken]").value;
let isTouched = false;

document.addEventListener("input", () => {
  isTouched = true;
});
if ((await deliver(store.left(), store, notes, csrf)) && !isTouched) location.reload();
