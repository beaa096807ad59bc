// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, expect, it } from 'vitest';
import { explain, explainHere } from '../../src/explain.ts';
import { cookiePairs } from './support/cookies.ts';
import { SHOP } from './support/files.ts';
import { closePage, openPage, setSignals } from './support/page.ts';

afterEach(closePage);

it.each([
  'linkedin',
  'advertising',
  'https://px.ads.linkedin.com/x',
  '_acme_id',
  'https://nobody.example/',
  '/own',
])('the page, the server and the page object say the same of %s', (target) => {
  setSignals('gpc');
  const consent = openPage(SHOP, { region: 'US-CA', account: { optedOut: true } });
  consent.choose({ performance: false });
  const here = explainHere(target, SHOP, consent);
  const cookie = cookiePairs()[0]!.slice('heed='.length);
  const page = 'https://www.shop.example/';
  const there = explain(target, SHOP, { region: 'US-CA', gpc: '1', cookie, optedOut: true, page });
  expect(here).toEqual(there);
  expect(here).toMatchObject(consent.explain(target));
});
