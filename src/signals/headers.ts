import type { Signals } from '../types.ts';
import { isDnt, isGpc } from './signals.ts';

/**
 * The signals of a request, by the rules that hold in a page. `Sec-GPC` is a signal if one of its values is exactly `1`
 * (w3c/gpc "Sec-GPC Header Field"; R3, R4), `DNT` if one starts with `1` (w3c/dnt "DNT Header Field"). HTTP joins
 * fields of one name with a comma.
 */
export function signalsOf(headers: Headers): Signals {
  const said = (name: string, is: (value: unknown) => boolean) =>
    (headers.get(name) || '').split(',').some((value) => is(value.trim()));
  return { gpc: said('sec-gpc', isGpc), dnt: said('dnt', isDnt) };
}
