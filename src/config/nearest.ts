/** Edit distance (Levenshtein) of two short names. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + +(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length]!;
}

/** The valid name that is closest to what was written, or undefined where none is close. */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  // No name is longer: a whole text in the place of one is near to none.
  const short = word.toLowerCase().slice(0, 40);
  const close = (name: string) => distance(short, name);
  const best = valid.slice().sort((a, b) => close(a) - close(b))[0];
  return best !== undefined && close(best) <= Math.max(2, short.length / 3) ? best : undefined;
}
