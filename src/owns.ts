/** Whether an object has the key itself: a file may name a key that every object inherits, such as "constructor". */
export const owns = (object: object, key: string): boolean =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is younger than the browsers that heed.js serves
  Object.prototype.hasOwnProperty.call(object, key);

/** What the object itself has under the key. */
export const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  owns(object, key) ? object[key] : undefined;
