const opened = new Set<IDBDatabase>();

/** Keeps every connection that the page opens from now on, so that they can be closed behind its back. */
export function keepConnections(): void {
  const {open} = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
    const opening = open.apply(this, args);
    opening.addEventListener('success', () => opened.add(opening.result));
    return opening;
  };
}

/** What browsers do when they run out of something: the next transaction throws « The database connection is closing ». */
export function closeConnections(): void {
  for (const database of opened) database.close();
  opened.clear();
}
