import type { Explanation } from '../types.ts';

const WHY: Readonly<Record<Explanation['reason'], string>> = {
  required: 'it is required, or the site’s own',
  choice: 'the visitor chose so',
  gpc: 'the visitor’s browser sends, or has sent, Global Privacy Control',
  dnt: 'the visitor’s browser sends, or has sent, Do Not Track',
  account: 'this visitor’s account has opted out',
  audience: 'the file says who this page is for',
  regime: 'no choice was made, and that is the rule of the region',
  unlisted: 'no category of the file lists it',
  error: 'the file is broken, or does not know this word',
};

/** An explanation in one sentence. */
export function sentence({ target, vendor, category, granted, reason, path }: Omit<Explanation, 'text'>): string {
  const whose = vendor && vendor !== target ? ` (${vendor}${category ? ', ' + category : ''})` : '';
  return `${target}${whose} is ${granted ? 'granted' : 'denied'}: ${WHY[reason]} [${path}]`;
}
