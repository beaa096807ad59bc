import { type Node, parseExpressionAt } from 'acorn';
import { expect, it } from 'vitest';
import { PARTS } from '../../../src/gate/worker.ts';

// A worker gets these functions as text: what they name and neither make nor get is not there, and its gate fails.

/** What a worker's scope has that Node's has not. */
const OF_WORKERS = ['importScripts', 'XMLHttpRequest', 'self'];

type Names = { readonly used: Set<string>; readonly made: Set<string> };

/** Names that an expression uses, and those that are made anywhere in it. */
function namesIn(node: unknown, names: Names = { used: new Set(), made: new Set() }): Names {
  if (Array.isArray(node)) for (const one of node) namesIn(one, names);
  if (!node || typeof (node as Node).type !== 'string') return names;
  const { type, name, computed } = node as Node & { name?: string; computed?: boolean };
  if (type === 'Identifier') names.used.add(name!);
  for (const [key, part] of Object.entries(node)) {
    if (/^(property|key)$/.test(key) && !computed) continue;
    if (/^(params|id|param)$/.test(key)) for (const one of namesIn(part).used) names.made.add(one);
    namesIn(part, names);
  }
  return names;
}

it.each(PARTS.map((part) => [part.name, String(part)]))('%s brings all that it names', (_name, text) => {
  const { used, made } = namesIn(parseExpressionAt(text, 0, { ecmaVersion: 'latest' }));
  const known = (name: string) => made.has(name) || name in globalThis || OF_WORKERS.includes(name);
  expect([...used].filter((name) => !known(name))).toEqual([]);
});
