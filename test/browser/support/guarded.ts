import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../../src/config/parse.ts';
import { decideForNobody } from '../../../src/decide/nobody.ts';
import { guardHead } from '../../../src/guard/print.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { DIST } from './dist.ts';

/** The head that a site with a guard sends to every visitor. */
export function guardOf(config: Config): string {
  const { policy } = parseConfig(config, registry);
  const file = JSON.stringify(config);
  const head = guardHead({
    policy,
    decision: decideForNobody(policy),
    file,
    hash: createHash('sha256').update(file).digest('hex').slice(0, 12),
    snippet: fs.readFileSync(path.join(DIST, 'heed.guard.js'), 'utf8').trim(),
  });
  if (head === null) throw new Error('this file cannot be guarded');
  return head;
}

/** A page with the guard first in `<head>`. */
export const guardedPage = (config: Config, head: string, body: string, first = '') => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${first}
${guardOf(config)}
<title>Shop</title>
${head}
</head>
<body>
${body}
</body>
</html>`;
