/** The name of a database that nothing was ever kept in. */
export const freshName = (): string => `test-${crypto.randomUUID()}`;

export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

/** What puts each replaced member back. */
export const replaced: (() => void)[] = [];

/** After each test. */
export function putBack(): void {
  while (replaced.length > 0) replaced.pop()?.();
}

/** Puts something else in place of a member, until `putBack`. */
export function replace<T extends object, K extends keyof T & string>(target: T, key: K, value: T[K]): void {
  define(target, key, {value, writable: true});
}

export function define(target: object, key: string, as: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, {...as, configurable: true});
  replaced.push(() => (before ? Object.defineProperty(target, key, before) : Reflect.deleteProperty(target, key)));
}
