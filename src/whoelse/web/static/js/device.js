// What this device keeps of the rooms: what the server said last, and in their order the operations
// that it has not answered. Kept means that the browser calls a strictly durable transaction complete.
const NAME = "whoelse-rooms";
const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;
let opening;

export const tell = (room) => channel?.postMessage(room);
export const listen = (hear) => channel?.addEventListener("message", (event) => hear(event.data));

function opened() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("rooms", { keyPath: "room" });
      const operations = { keyPath: "seq", autoIncrement: true };
      request.result.createObjectStore("operations", operations).createIndex("room", "room");
    };
    request.onsuccess = () => {
      request.result.onclose = () => (opening = undefined);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

// `work` gets the two stores and a function that takes the answer.
async function transact(mode, work) {
  const database = await opened();
  return new Promise((resolve, reject) => {
    let answer;
    const transaction = database.transaction(["rooms", "operations"], mode, { durability: "strict" });
    transaction.oncomplete = () => resolve(answer);
    transaction.onabort = () => reject(transaction.error);
    const [rooms, operations] = ["rooms", "operations"].map((name) => transaction.objectStore(name));
    work({ rooms, operations }, (value) => (answer = value));
  });
}

// Everything about one room: its record and its operations.
export function read(room) {
  return transact("readonly", ({ rooms, operations }, answer) => {
    const found = {};
    rooms.get(room).onsuccess = ({ target }) => (found.record = target.result);
    operations.index("room").getAll(room).onsuccess = ({ target }) => (found.operations = target.result);
    answer(found);
  });
}

export const allRooms = () =>
  transact("readonly", ({ rooms }, answer) => (rooms.getAll().onsuccess = ({ target }) => answer(target.result)));

// Keep an operation; it takes the place of its `seq` if nobody has taken that away meanwhile.
export async function keep({ seq, ...operation }) {
  const place = await transact("readwrite", ({ operations }, answer) => {
    const put = (row) => (operations.put(row).onsuccess = ({ target }) => answer(target.result));
    const isMine = (row) => row?.tab === operation.tab;
    if (!seq) return put(operation);
    operations.get(seq).onsuccess = ({ target }) => put(isMine(target.result) ? { ...operation, seq } : operation);
  });
  tell(operation.room);
  return place;
}

// What is known of a room, beside what is known already; an older state never takes a newer one's place.
export function remember(room, news) {
  return transact("readwrite", ({ rooms }) => {
    rooms.get(room).onsuccess = ({ target: { result: known } }) =>
      rooms.put({ ...known, ...news, ...(isNewer(known?.state, news.state) && { state: known.state }), room });
  });
}

// What the server did is forgotten, what it refused stays with its reason. What was written over
// meanwhile has another key and waits for its own turn.
export async function settle(room, sent, answers, state) {
  const errors = new Map(answers.map(({ key, error }) => [key, error]));
  await transact("readwrite", ({ rooms, operations }) => {
    for (const { seq, key } of sent.filter((each) => each.seq && errors.has(each.key))) {
      operations.get(seq).onsuccess = ({ target }) => {
        if (target.result?.key !== key) return;
        if (errors.get(key)) operations.put({ ...target.result, error: errors.get(key) });
        else operations.delete(seq);
      };
    }
    rooms.get(room).onsuccess = ({ target }) => {
      if (!isNewer(target.result?.state, state)) rooms.put({ ...target.result, state, room });
    };
  });
  tell(room);
}

// A room that is done with. What the server has not got keeps it, unless it is said otherwise.
export function forget(room, { evenUnsent = false } = {}) {
  return transact("readwrite", ({ rooms, operations }) => {
    operations.index("room").getAllKeys(room).onsuccess = ({ target }) => {
      if (target.result.length && !evenUnsent) return;
      rooms.delete(room);
      target.result.forEach((seq) => operations.delete(seq));
    };
  });
}

// Answers may overtake each other; the count of operations tells which state is older.
export function isNewer(state, other) {
  if (!state || !other) return Boolean(state);
  return (state.revision - other.revision || state.drawn - other.drawn) > 0;
}
