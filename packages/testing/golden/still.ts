import assert from 'node:assert/strict';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every member that a release wrote is there with the same value; what later builds add beside it is no difference. */
export function assertStill(now: unknown, then: unknown, path = 'it'): void {
  if (Array.isArray(now) && Array.isArray(then)) {
    assert.equal(now.length, then.length, `${path}: its length`);
    then.forEach((one, index) => assertStill(now[index], one, `${path}[${index}]`));
  } else if (isObject(now) && isObject(then)) {
    for (const [key, one] of Object.entries(then)) assertStill(Reflect.get(now, key), one, `${path}.${key}`);
  } else assert.deepEqual(now, then, path);
}
