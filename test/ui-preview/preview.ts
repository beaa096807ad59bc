import type { Held } from '../../src/types.ts';
import type { MountUi } from '../../src/ui/host.ts';
import { VERSION } from '../../src/version.ts';
import { fakeHost } from './fake.ts';

// Shows one view of the interface, as the address asks:
// `?view=banner|panel|optout|conflict|reload|placeholder|declaration|links&more=<a language>|gpc|open|ar-open|…`.
const asked = new URLSearchParams(location.search);
const view = asked.get('view');
const more = asked.get('more');
const page = document.documentElement;

const [language] = /^(ar|de|el|ja)\b/.exec(more || '') || [];
if (language) page.lang = language;
if (language === 'ar') page.dir = 'rtl';
if (more && /^(bar|corner)$/.test(more)) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root { --heed-banner: ${more}; }`);
  document.adoptedStyleSheets = [sheet];
}
if (more === 'hostile') {
  // A page whose own rules reach for everything.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { color: red !important; font: 30px cursive !important; letter-spacing: 3px !important; text-transform: uppercase !important; }
    div, section, dialog { display: none !important; background: lime !important; transform: rotate(3deg); }
    main, main div.frames { display: block !important; }
    button, label, input { all: unset !important; width: 900px !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}

const held: Held[] = [
  'ads.acme.example',
  'ads.acme.example',
  'cdn.acme.example',
  'widget.unlisted.example',
].map((host) => ({
  kind: 'script',
  url: `https://${host}/a.js`,
  host,
  vendor: host.includes('acme') ? 'acme-ads' : null,
  category: null,
  reason: 'regime',
  path: '$',
}));

async function show(): Promise<void> {
  const mount = (globalThis as unknown as Record<symbol, MountUi>)[Symbol.for('heed.ui@' + VERSION)]!;
  const host = fakeHost(window, {
    regime: view === 'optout' || view === 'links' ? 'opt-out' : 'opt-in',
    gpc: view === 'conflict' || more === 'gpc' || more === 'lifted',
    held,
    grants: view === 'panel' ? { performance: true, advertising: false, 'acme-ads': true } : {},
  });
  const ui = await mount(host);
  host.consent.subscribe(() => ui.banner(host.consent.decision.ask));
  let target = '[data-heed-ui]';
  const opener = document.getElementById('opener')!;
  opener.onclick = () => ui.openPreferences(opener);
  const find = (selector: string) =>
    document.querySelector('[data-heed-ui]')?.shadowRoot?.querySelector<HTMLElement>(selector);
  /** Waits for a part, which may come in a file of its own. */
  const come = async (selector: string) => {
    while (!find(selector)) await new Promise(requestAnimationFrame);
    return find(selector)!;
  };
  const press = async (selector: string) => (await come(selector)).click();
  if (/panel|optout|conflict/.test(view || '')) {
    ui.openPreferences(null);
    await come('[part=panel]');
  }
  if (view === 'conflict' || more === 'lifted') {
    await press('input[value=advertising]');
    await press('[part=save]');
    await come('[part=conflict]');
  }
  if (more === 'lifted') {
    await press('[part=allow-anyway]');
    ui.openPreferences(null);
    (await come('fieldset:nth-of-type(4)')).scrollIntoView();
  }
  if (more === 'done') await press('[part=opt-out]');
  if (more === 'receipt') {
    await press('.receipt summary');
    await press('[part=copy]');
    (await come('.receipt')).scrollIntoView();
  }
  if (view === 'reload') {
    ui.banner(false);
    ui.askReload!(() => {});
    await come('[part=reload]');
  }
  if (view === 'links') {
    target = '#privacy';
    const links = document.getElementById('privacy')!;
    const link = document.createElement('a');
    link.href = '#heed';
    link.dataset.heedOpen = '';
    links.replaceChildren(link);
    ui.banner(false);
    while (!links.querySelector('svg')) await new Promise(requestAnimationFrame);
  }
  if (view === 'placeholder') {
    target = '[data-heed-placeholder]';
    ui.banner(false);
    for (const [width, height, vendor] of [
      [560, 315, 'youtube'],
      [200, 100, 'video'],
      [300, 200, 'video'],
    ] as const) {
      const frame = document.createElement('iframe');
      frame.width = String(width);
      frame.height = String(height);
      document.querySelector('.frames')!.append(frame, ' ');
      if (more === 'own') {
        frame.dataset.heedPicture = '/film.svg';
        frame.dataset.heedTitle = 'A chair in nine minutes';
        frame.dataset.heedNote = 'Our film is on {vendor}, which learns that you watch it.';
      }
      const undo = ui.placeholder({
        element: frame,
        vendor,
        category: 'social',
        url: 'https://www.youtube-nocookie.com/embed/abc',
        loadOnce: () => undo(),
        lost: () => undo(),
      });
    }
    while (!document.querySelector('[data-heed-placeholder]')) await new Promise(requestAnimationFrame);
  }
  if (view === 'declaration') {
    target = '#cookies';
    ui.banner(false);
    const table = document.getElementById('cookies')!;
    ui.declaration(table);
    while (!table.firstChild) await new Promise(requestAnimationFrame);
    table.scrollIntoView();
  }
  if (more?.endsWith('open')) {
    const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
    for (const details of root.querySelectorAll('details')) details.open = true;
    root.querySelector('dialog')!.scrollTop = 250;
  }
  Object.assign(globalThis, { ready: true, target, ui });
}
show();
