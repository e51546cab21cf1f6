// On the write-up: bring what the room could not send, and show it if nothing was typed yet.
import { read } from "./device.js";
import { deliver } from "./outbox.js";

const { room, operations: url, state: stateUrl } = document.querySelector("[data-notes]").dataset;
let isTouched = false;
document.addEventListener("input", () => (isTouched = true));
const waiting = (await read(room).catch(() => null))?.operations.length;
if (waiting && !(await deliver({ room, url, stateUrl })).trouble && !isTouched) location.reload();
