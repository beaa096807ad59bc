import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { ALL_ENGINES, NO_SIGNALS } from './support/engine.ts';
import { CONFIG, FLOODLIGHT, LINKEDIN, MARKETO, page } from './support/pages.ts';

/*
 * What Heed asks for by itself, in all of its states: its own files from its own place, and nothing of anybody else. The
 * log of the server that stands for every host is the judge.
 */
const OWN =
  /^https:\/\/www\.shop\.example\/(?:heed\.(?:(?:ui|panel|facts|load|record|tcf)\.)?js|texts\/\w+\.js)$/;
const STATES: [name: string, config: Config][] = [
  ['opt-in', CONFIG],
  ['opt-out', { ...CONFIG, regime: 'opt-out' }],
  ['recommended regions, by the time zone', { ...CONFIG, regions: 'recommended', regionFrom: 'timezone' }],
  ['a broken file', { ...CONFIG, regime: 'none' as 'opt-in' }],
  ['minors', { ...CONFIG, audience: 'minors' }],
];

for (const gpc of [false, true])
  describeInBrowsers(
    `what Heed itself asks for ${gpc ? 'under GPC' : 'without a signal'}`,
    (context) => {
      it.each(STATES)('is its own files: %s', async (_name, config) => {
        const { site } = context;
        const tag = '<script src="/heed.js" data-records></script>';
        site.page('/', page({ config, tag, lang: 'de', body: '<p data-heed-status></p>' }));
        const tab = await context.open();
        const favicon = '/favicon.ico';

        // Nothing but the page and Heed's files, through every act of a visitor.
        const acts: [string, () => Promise<unknown>][] = [
          ['first view', async () => {}],
          ['explain', () => tab.heed((heed) => heed.explain('https://px.ads.linkedin.com/x'))],
          ['refuse', () => tab.heed((heed) => heed.choose('required'))],
          ['panel', () => tab.heed((heed) => heed.openPreferences())],
          ['withdraw', () => tab.heed((heed) => heed.withdraw())],
          ['grant', () => tab.heed((heed) => heed.choose('all'))],
          ['reset', () => tab.heed((heed) => heed.reset())],
          ['banner', () => tab.heed((heed) => heed.showBanner())],
          ['next view', () => tab.reload()],
          ['end', () => tab.heed((heed) => heed.destroy())],
        ];
        for (const [name, act] of acts) {
          await act();
          await tab.idle();
          const asked = site.received().filter(({ path }) => path !== '/' && path !== favicon);
          expect(
            asked.map(({ url }) => url).filter((url) => !OWN.test(url)),
            name,
          ).toEqual([]);
          expect(
            asked.every(({ method, body }) => method === 'GET' && body === ''),
            name,
          ).toBe(true);
        }
        expect(site.received('/heed.js').length).toBeGreaterThan(0);
        expect(site.connections()).toEqual([]);
      });

      it('and where tags are held, what it holds is not asked for', async () => {
        const { site } = context;
        site.page('/', page({ head: LINKEDIN + MARKETO, body: FLOODLIGHT }));
        const tab = await context.open();
        await tab.heed((heed) => heed.choose('required'));
        await tab.idle();
        expect(site.thirdParty()).toEqual([]);
      });
    },
    gpc ? { gpc, engines: ['chromium', 'firefox'], because: NO_SIGNALS } : { engines: ALL_ENGINES },
  );
