/**
 * A name within a sentence, marked to keep a direction of its own where one of the two runs from right to left (Unicode
 * isolates): else its last full stop or bracket would stand on the wrong side.
 */
export const isolate = (name: string, sentence: string): string =>
  /[\u0590-\u08ff]/.test(sentence + name) ? '\u2068' + name + '\u2069' : name;
