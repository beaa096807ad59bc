import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { DIST } from './support/dist.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';

// What `heed build` makes: one script, on a page that has nothing else of Heed.

const INSIGHT = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
const FILE = {
  categories: {
    performance: {
      vendors: ['google-tag-manager', { id: 'google-analytics', measurementId: 'G-ABCDEF1234' }],
    },
    advertising: {
      vendors: [
        { id: 'linkedin', partnerId: '1234567' },
        { id: 'acme', hosts: ['ads.acme.example'] },
      ],
    },
  },
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-built-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync(path.join(folder, 'heed.json'), JSON.stringify(FILE));
const { status, stderr } = spawnSync(
  process.execPath,
  [path.join(DIST, 'cli.js'), 'build', '-o', 'own/site.js'],
  {
    cwd: folder,
    encoding: 'utf8',
  },
);
const filesOf = (at: string): string[] =>
  fs.readdirSync(path.join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const name = `${at}/${entry.name}`;
    return entry.isDirectory() ? filesOf(name) : [name];
  });

it('is made', () => expect({ status, stderr }).toMatchObject({ status: 0 }));

describeInEveryBrowser("a site's own script", (context) => {
  beforeEach(() => {
    const { site } = context;
    for (const name of filesOf('own')) {
      const body = fs.readFileSync(path.join(folder, name));
      site.serve(`/${name}`, { type: 'text/javascript', body });
    }
    // Nothing comes from the package's folder.
    for (const name of ['/heed*', '/texts/*']) site.serve(name, { status: 404 });
    const tag = (src: string) =>
      `const tag = document.createElement('script'); tag.src = '${src}'; document.head.append(tag);`;
    site.page(
      '/',
      `<!doctype html><html lang="de"><meta charset="utf-8"><script src="/own/site.js"></script><title>Shop</title>
<script>${tag('https://ads.acme.example/tag.js')}</script>
<script>{ ${tag('https://www.googletagmanager.com/gtag/js?id=AW-123456789')} }</script>
<div data-heed-cookies></div>`,
    );
  });

  it('asks nobody before the choice, loads by its ids after it, in the language of the page', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.part('button', 'Alle akzeptieren');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.press('button', 'Alle akzeptieren');
    await site.waitForRequest(INSIGHT);
    await site.waitForRequest('https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234*');
    await site.waitForRequest('https://ads.acme.example/tag.js');
    await tab.idle();
    // Google Ads is no vendor of this file: its tag does not come with those of others on its host.
    expect(site.received('*?id=AW-*')).toEqual([]);
    expect(site.received('/heed*').concat(site.received('/own/heed.load.js'))).toEqual([]);
    expect(await tab.evaluate(() => document.querySelector('[data-heed-cookies]')?.textContent)).toContain(
      'li_fat_id',
    );
    expect(tab.errors).toEqual([]);
  });

  it('keeps a refusal on the next page', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Nur erforderliche');
    await tab.idle();
    await tab.goto('/');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => heed.decision.vendors.linkedin)).toMatchObject({
      granted: false,
      reason: 'choice',
    });
    expect(tab.errors).toEqual([]);
  });
});
