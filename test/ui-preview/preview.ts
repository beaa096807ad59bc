import type { MountUi } from '../../src/ui/host.ts';
import { VERSION } from '../../src/version.ts';
import { fakeHost, fakePolicy } from './fake.ts';

// Shows one view of the interface, as the address asks: `?view=banner|panel|optout|placeholder|declaration&more=…`.
const asked = new URLSearchParams(location.search);
const view = asked.get('view');
const more = asked.get('more');
const page = document.documentElement;

if (more === 'rtl') {
  page.lang = 'he';
  page.dir = 'rtl';
}
if (more === 'de') page.lang = 'de-AT';
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

const hebrew = {
  lang: 'he',
  bannerTitle: 'הפרטיות שלך',
  accept: 'אישור הכול',
  reject: 'רק הנדרש',
  preferences: 'העדפות',
  save: 'שמירה',
  bannerText:
    'אם תסכימו, האתר יאפשר לחברות אחרות לשמור עוגיות וללמוד על הביקור שלכם, לשם: {categories}. אפשר לשנות את הבחירה בכל עת.',
};

async function show(): Promise<void> {
  const mount = (globalThis as unknown as Record<symbol, MountUi>)[Symbol.for('heed.ui@' + VERSION)]!;
  const host = fakeHost(window, {
    policy: fakePolicy(more === 'rtl' ? { texts: hebrew } : {}),
    regime: view === 'optout' ? 'opt-out' : 'opt-in',
    gpc: more === 'gpc',
    grants: view === 'panel' ? { performance: true, advertising: false, 'acme-ads': true } : {},
  });
  const ui = await mount(host);
  host.consent.subscribe(() => ui.banner(host.consent.decision.ask));
  let target = '[data-heed-ui]';
  const opener = document.getElementById('opener')!;
  opener.onclick = () => ui.openPreferences(opener);
  if (view === 'panel' || view === 'optout') ui.openPreferences(null);
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
      const undo = ui.placeholder({
        element: frame,
        vendor,
        category: 'social',
        url: 'https://www.youtube-nocookie.com/embed/abc',
        loadOnce: () => undo(),
        lost: () => undo(),
      });
    }
  }
  if (view === 'declaration') {
    target = '#cookies';
    ui.banner(false);
    ui.declaration(document.getElementById('cookies')!);
    document.getElementById('cookies')!.scrollIntoView();
  }
  if (more === 'open') {
    const root = document.querySelector('[data-heed-ui]')!.shadowRoot!;
    for (const details of root.querySelectorAll('details')) details.open = true;
    root.querySelector('dialog')!.scrollTop = 250;
  }
  Object.assign(globalThis, { ready: true, target, ui });
}
show();
