// Brings a note to the server while it is typed: at the latest 1.2 seconds after a change, one
// save at a time, again and again with growing pauses when the server cannot be reached.
import { post } from "./note-store.js";

const QUIET = 400;
const LATEST = 1200;
const PAUSES = [500, 1000, 2000, 4000, 8000];

export class Keeper {
  constructor({ path, csrf, tab, turn, base, text, saved, store, show }) {
    Object.assign(this, { path, csrf, tab, turn, base, text, saved, store, show });
    this.failures = 0;
    this.isSending = this.isCopy = false;
  }

  get isDirty() {
    return this.text !== this.saved;
  }

  change(text) {
    this.text = text;
    this.store.keep(text, this.base, this.turn + 1);
    this.since ??= Date.now();
    this.show("saving");
    this.plan(Math.max(0, Math.min(QUIET, this.since + LATEST - Date.now())));
  }

  plan(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  // Now, whatever is planned: somebody leaves the field, the page, or comes back to it.
  flush(isLeaving = false) {
    if (this.isDirty && (isLeaving || !this.isSending)) this.send(isLeaving);
  }

  async send(isLeaving = false) {
    if (this.isSending && !isLeaving) return;
    clearTimeout(this.timer);
    const text = this.text;
    const { base, tab, csrf } = this;
    this.isSending = true;
    this.turn += 1;
    try {
      this.take(await post(this.path, { text, base, tab, turn: this.turn, csrf }, isLeaving), text);
    } catch {
      this.fail();
    } finally {
      this.isSending = false;
    }
  }

  take(answer, text) {
    this.failures = 0;
    this.since = undefined;
    if (answer.error) return this.show("refused", answer.error);
    this.saved = text;
    this.isCopy = answer.copy;
    if (!answer.copy) this.base = answer.version;
    if (this.isDirty) return this.change(this.text);
    this.store.forget();
    this.show(answer.copy ? "copy" : "saved");
  }

  fail() {
    this.show("trouble");
    this.plan(PAUSES[Math.min(this.failures, PAUSES.length - 1)]);
    this.failures += 1;
  }

  // What another window saved meanwhile, unless something is being typed here. Null: keep the field.
  async news() {
    if (this.isDirty || this.isCopy) return null;
    const headers = { Accept: "application/json" };
    const response = await fetch(this.path, { headers, redirect: "error" }).catch(() => null);
    const note = response?.ok ? await response.json() : null;
    if (!note || note.version === this.base || this.isDirty) return null;
    Object.assign(this, { base: note.version, text: note.text, saved: note.text });
    return note.text;
  }

  stop() {
    clearTimeout(this.timer);
  }
}
