import { encodeRecord } from '../../../src/choice/codec.ts';
import { recordChoice } from '../../../src/choice/evolve.ts';
import { dayOf } from '../../../src/choice/record.ts';
import type { ChoiceInput, Config } from '../../../src/types.ts';
import { decideFor, NO_SIGNAL, policyOf } from './files.ts';

export const ADDRESS = 'https://www.shop.example/shoes/red';

/** A request for a page of the shop. */
export const visitOf = (headers: Record<string, string> = {}, url = ADDRESS) => new Request(url, { headers });

/** The value of the opt-out cookie of a visitor who chose that today, under no signal. */
export function cookieOf(config: Config, input: ChoiceInput): string {
  const policy = policyOf(config);
  const day = dayOf(Date.now());
  const record = recordChoice(policy, null, decideFor(policy, { day }), input, NO_SIGNAL, day, false);
  return encodeRecord(record);
}

export const allGranted = (config: Config, headers: Record<string, string> = {}) =>
  visitOf({ cookie: `heed=${cookieOf(config, 'all')}`, ...headers });
