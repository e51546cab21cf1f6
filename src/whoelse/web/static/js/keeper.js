// Keeps what is done in one room: on the device at once, at the server as soon as it hears. What
// the device cannot keep stays in this page until the server has it, and is never called kept.
import * as device from "./device.js";
import { fold } from "./fold.js";
import { leave, unsay } from "./last-words.js";
import { deliver, stateOf, tellLast } from "./outbox.js";

const QUIET = 400;
const LATEST = 1200;

export class Keeper {
  // `changed` is called whenever something is to be drawn, `heard` with each newer state.
  constructor(record, said, token, { changed, heard }) {
    this.tab = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
    this.record = { ...record, told: (state) => this.hear(state) };
    Object.assign(this, { said, token, changed, heard, operations: [], loose: [], places: {} });
    Object.assign(this, { turn: 0, keeping: 0, failures: 0, trouble: "", isSending: false });
    device.listen((room) => room === record.room && this.reread());
  }

  get now() {
    return fold(this.said, [...this.operations, ...this.loose]);
  }

  get waits() {
    return [...this.operations, ...this.loose].some((operation) => !operation.error);
  }

  async add(kind, told) {
    const [turn, { tab, places, record }] = [(this.turn += 1), this];
    const operation = { kind, room: record.room, tab, turn, key: `${tab}.${turn}`, ...told };
    Object.assign(operation, { made: Date.now(), tick: performance.now() });
    if (kind === "note") operation.seq = places[told.question];
    if (kind === "merge") delete places[told.question];
    this.operations = this.operations.filter((each) => !operation.seq || each.seq !== operation.seq);
    this.operations.push(operation);
    this.keeping += 1;
    this.changed();
    await device.keep(operation).then(
      (seq) => {
        operation.seq = seq;
        if (kind === "note") places[told.question] = seq;
      },
      () => this.notKept(operation),
    );
    this.keeping -= 1;
    if (this.hasLeft && !this.keeping && !this.loose.length) this.hasLeft = unsay(record.room, tab);
    this.since ??= performance.now();
    this.send(Math.max(0, Math.min(QUIET, this.since + LATEST - performance.now())));
    await this.reread();
  }

  notKept(operation) {
    const isOlder = (each) => each.kind === "note" && each.question === operation.question;
    this.operations = this.operations.filter((each) => each !== operation);
    if (operation.kind === "note") this.loose = this.loose.filter((each) => !isOlder(each));
    this.loose.push(operation);
  }

  // What this and other windows have kept, read anew; nothing typed meanwhile may fall out.
  async reread() {
    const { turn, keeping } = this;
    const found = keeping ? null : await device.read(this.record.room).catch(() => null);
    if (found && turn === this.turn) {
      this.operations = found.operations;
      if (device.isNewer(found.record?.state, this.said)) this.said = found.record.state;
    }
    this.changed();
    return found?.record;
  }

  hear(state) {
    if (!device.isNewer(this.said, state)) this.heard((this.said = state));
  }

  send(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.deliver(), wait);
  }

  // True when the server has everything.
  async deliver() {
    if (this.isSending) return this.send(QUIET);
    clearTimeout(this.timer);
    [this.isSending, this.since] = [true, undefined];
    const { tab, token, loose } = this;
    const answer = await deliver(this.record, { page: tab, token, loose });
    Object.assign(this, { isSending: false, token: answer.token || token, trouble: answer.trouble ?? "" });
    await this.reread();
    this.failures = answer.retry ? Math.min(this.failures + 1, 4) : 0;
    if (answer.retry) this.send(500 * 2 ** this.failures);
    return !this.waits;
  }

  // The page goes, perhaps for good, perhaps in the middle of a word.
  leave() {
    const { record, tab, operations, loose, token } = this;
    if (this.keeping) leave(record.room, tab, operations);
    this.hasLeft = this.keeping > 0;
    tellLast(record, [...operations, ...loose], tab, token);
  }

  // What others have told the server; where this window has something to tell, that comes first.
  async ask() {
    if (this.waits) return this.deliver();
    const { state, token, trouble = "" } = await stateOf(this.record);
    Object.assign(this, { trouble, token: token ?? this.token });
    if (state) this.hear(state);
    if (state) await device.settle(this.record.room, [], [], state).catch(() => null);
    return this.changed() ?? !trouble;
  }
}
