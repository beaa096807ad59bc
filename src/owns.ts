/** Whether an object has the key itself: a file may name a key that every object inherits, such as "constructor". */
export const owns = (object: object, key: string): boolean =>
  Object.prototype.hasOwnProperty.call(object, key);
