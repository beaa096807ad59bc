/*
 * The text form of the Global Privacy Platform, as far as US state sections need it (IAB Tech Lab, "Consent String
 * Specification"): bits in groups of six, and a header that names its sections by Fibonacci numbers.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A whole number in so many bits. */
export const bits = (value: number, length: number): string => value.toString(2).padStart(length, '0');

/** Bits as text: filled up to whole bytes, then to groups of six. */
export function textOf(all: string): string {
  const bytes = all.padEnd(Math.ceil(all.length / 8) * 8, '0');
  const groups = bytes.padEnd(Math.ceil(bytes.length / 6) * 6, '0').match(/.{6}/g) || [];
  return groups.map((group) => LETTERS[Number.parseInt(group, 2)]).join('');
}

/** Fibonacci coding: the numbers 1, 2, 3, 5 … that add up to the value, smallest first, closed by a second 1. */
export function fibonacci(value: number): string {
  const numbers = [1, 2];
  while (numbers[numbers.length - 1]! <= value)
    numbers.push(numbers[numbers.length - 1]! + numbers[numbers.length - 2]!);
  let rest = value;
  let code = '';
  for (const number of numbers.reverse()) {
    const taken = number <= rest;
    if (taken) rest -= number;
    if (taken || code) code = (taken ? '1' : '0') + code;
  }
  return code + '1';
}

/** The header (type 3, version 1) of a text with these section ids, none of which follows another at once. */
export function headerOf(ids: readonly number[]): string {
  let before = 0;
  const entries = ids.map((id) => {
    const entry = '0' + fibonacci(id - before);
    before = id;
    return entry;
  });
  return textOf(bits(3, 6) + bits(1, 6) + bits(ids.length, 12) + entries.join(''));
}
