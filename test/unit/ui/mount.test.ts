// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Held } from '../../../src/types.ts';
import type { Ui } from '../../../src/ui/host.ts';
import { mountUi } from '../../../src/ui/mount.tsx';
import { type Fake, fakeHost, fakePolicy } from '../../ui-preview/fake.ts';
import { until } from '../support/until.ts';

const win = window as Window & typeof globalThis;
let host: Fake;
let ui: Ui;

async function mount(given: Parameters<typeof fakeHost>[1] = {}): Promise<void> {
  host = fakeHost(win, given);
  ui = await mountUi(host);
}
const root = () => document.querySelector('[data-heed-ui]')!.shadowRoot!;
const part = (name: string) => root().querySelector<HTMLElement>(`[part=${name}]`);
const toggle = (value: string) => root().querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
/** Opens the preferences; their file comes when they are asked for first. */
async function open(opener: Element | null = null): Promise<void> {
  ui.openPreferences(opener);
  await until(() => expect(part('panel')).not.toBeNull());
}
/** Tells of a first size at once. */
class Observer {
  constructor(readonly call: () => void) {}
  observe = () => this.call();
  disconnect = () => {};
}
const said = () => root().querySelector('.aloud')!.textContent;

// What comes later is made ready once: on a busy machine that takes longer than a test waits.
beforeAll(async () => {
  await Promise.all([import('../../../src/ui/panel.tsx'), import('../../../src/vendors/facts.ts')]);
});
beforeEach(() => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = '<main><h1>Shop</h1><button id="opener">Your privacy choices</button></main>';
  // jsdom lays nothing out.
  vi.stubGlobal('ResizeObserver', Observer);
  // jsdom has the element, not the methods.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  vi.restoreAllMocks();
  ui.destroy();
  expect(document.querySelector('[data-heed-ui],[data-heed-placeholder]')).toBeNull();
  expect(document.documentElement.getAttribute('style') || '').toBe('');
});

describe('the banner', () => {
  beforeEach(() => mount());

  it('is a named region, first in the page, that takes no focus', () => {
    const opener = document.getElementById('opener')!;
    opener.focus();
    ui.banner(true);
    expect(document.body.firstElementChild).toBe(root().host);
    expect(part('banner')!.getAttribute('role')).toBe('region');
    expect(root().getElementById(part('banner')!.getAttribute('aria-labelledby')!)!.textContent).toBe(
      'Your privacy',
    );
    expect(document.activeElement).toBe(opener);
  });

  it('has accept and refuse side by side and alike', () => {
    ui.banner(true);
    const [accept, reject] = [part('accept')!, part('reject')!];
    expect([accept.textContent, reject.textContent, part('preferences')!.textContent]).toEqual([
      'Accept all',
      'Required only',
      'Preferences',
    ]);
    expect(accept.nextElementSibling).toBe(reject);
    expect(accept.className).toBe(reject.className);
  });

  it.each([
    ['accept', 'all'],
    ['reject', 'required'],
  ])('hands on %s as one choice, goes, says so, and leaves the focus in the page', (name, choice) => {
    ui.banner(true);
    part(name)!.focus();
    part(name)!.click();
    expect(host.chosen.map(([input]) => input)).toEqual([choice]);
    expect(part('banner')).toBeNull();
    expect(said()).toBe('Your choice is saved.');
    expect(document.activeElement).toBe(document.querySelector('main'));
  });

  it('does not hand the click to "all": that would lift a signal', () => {
    ui.banner(true);
    part('accept')!.click();
    expect(host.chosen[0]![1]?.event).toBeUndefined();
  });

  it('goes for this page view on Escape and stores nothing', () => {
    ui.banner(true);
    part('accept')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(part('banner')).toBeNull();
    ui.banner(true);
    expect(part('banner')).toBeNull();
    expect(host.chosen).toEqual([]);
    ui.banner(false);
    ui.banner(true);
    expect(part('banner')).not.toBeNull();
  });

  it('comes back, once, when the body is replaced', async () => {
    ui.banner(true);
    const copy = document.body.cloneNode(true);
    document.documentElement.replaceChild(copy, document.body);
    await until(() => expect(document.body.firstElementChild?.shadowRoot).toBeTruthy());
    expect(document.querySelectorAll('[data-heed-ui]').length).toBe(1);
    expect(part('banner')).not.toBeNull();
  });

  it('comes back on the next call when it was taken out', () => {
    ui.banner(true);
    document.body.innerHTML = '<p>Other</p>';
    ui.banner(true);
    expect(part('banner')).not.toBeNull();
  });

  it('keeps room under itself once the page is in use, and gives back what was there', () => {
    const { style } = document.documentElement;
    style.setProperty('padding-bottom', '3px');
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 700, 300, 60));
    ui.banner(true);
    expect(style.cssText).toBe('padding-bottom: 3px;');
    part('accept')!.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, composed: true }));
    expect(style.cssText).toBe('padding-bottom: 3px;');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect([style.paddingBottom, style.scrollPaddingBottom]).toEqual(['68px', '68px']);
    expect(style.boxSizing).toBe('content-box');
    ui.banner(false);
    expect(style.cssText).toBe('padding-bottom: 3px;');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect(style.cssText).toBe('padding-bottom: 3px;');
    style.removeProperty('padding-bottom');
  });

  it('keeps room under itself at once where the page can be scrolled', () => {
    vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(2000);
    const rect = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    rect.mockReturnValue(new DOMRect(0, 700, 300, 60));
    ui.banner(true);
    expect(document.documentElement.style.paddingBottom).toBe('68px');
  });

  it('keeps no room for itself where a filter list hides it', () => {
    vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(2000);
    ui.banner(true);
    expect(document.documentElement.style.cssText).toBe('');
  });
});

describe('the preferences', () => {
  it('show what is in force, also after unsaved changes', async () => {
    await mount({ grants: { performance: true } });
    await open();
    expect([toggle('performance').checked, toggle('advertising').checked]).toEqual([true, false]);
    toggle('advertising').click();
    expect(toggle('vendor:linkedin').checked).toBe(true);
    part('close')!.click();
    expect(part('panel')).toBeNull();
    await open();
    expect(toggle('advertising').checked).toBe(false);
    expect(host.chosen).toEqual([]);
  });

  it('save what the switches say, with the click', async () => {
    await mount();
    await open();
    toggle('performance').click();
    part('save')!.click();
    const [choice, options] = host.chosen[0]!;
    expect(choice).toEqual({ performance: true, marketing: false, advertising: false, social: false });
    expect(options!.event!.type).toBe('click');
    expect(part('panel')).toBeNull();
    expect(said()).toBe('Your choice is saved.');
  });

  it('give the focus back to the opener, or to the page where that has gone', async () => {
    await mount();
    const opener = document.getElementById('opener')!;
    await open(opener);
    expect(root().activeElement!.id).toBe('panel-title');
    part('close')!.click();
    expect(document.activeElement).toBe(opener);
    await open(opener);
    opener.remove();
    part('close')!.click();
    expect(document.activeElement).toBe(document.querySelector('main'));
  });

  it('say beside a switch what a signal holds, and lock only what is not the visitor’s to choose', async () => {
    await mount({ gpc: true });
    await open();
    for (const value of ['advertising', 'vendor:linkedin', 'vendor:chat'])
      expect([toggle(value).checked, toggle(value).disabled], value).toEqual([false, false]);
    for (const value of ['advertising', 'social', 'vendor:chat']) {
      const about = toggle(value).getAttribute('aria-describedby')!;
      expect(root().getElementById(about)!.textContent, value).toContain(
        'Held by Global Privacy Control in your browser.',
      );
    }
    expect(toggle('social').checked).toBe(false);
    expect([toggle('required').checked, toggle('required').disabled]).toEqual([true, true]);
  });

  it('say of what the platform of the page denies that it does, and lock it', async () => {
    await mount({ tcf: true });
    await open();
    for (const value of ['advertising', 'vendor:acme-ads']) {
      expect([toggle(value).checked, toggle(value).disabled], value).toEqual([false, true]);
      const about = root().getElementById(toggle(value).getAttribute('aria-describedby')!)!;
      expect(about.textContent, value).toContain('Held by this site’s other consent notice.');
    }
  });

  it('tell a vendor from its category by the value of the switch', async () => {
    await mount();
    await open();
    const values = [...root().querySelectorAll('input')].map((input) => input.value);
    expect(new Set(values).size).toBe(values.length);
    expect(values).toContain('vendor:acme-ads');
  });

  it('lead with one button to opt out under that regime, and confirm in place', async () => {
    await mount({ regime: 'opt-out' });
    await open();
    const first = root().querySelector<HTMLElement>('dialog button, dialog input')!;
    expect(first.textContent).toBe('Do not sell or share my personal information');
    expect(root().querySelector('[role=status]')!.textContent).toBe('');
    first.click();
    expect(host.chosen[0]![0]).toEqual({ performance: false, advertising: false, social: false });
    expect(root().querySelector('[role=status]')!.textContent).toBe('Opt-out request honored');
    expect(toggle('advertising').checked).toBe(false);
    expect(part('panel')).not.toBeNull();
  });
});

describe('a choice that goes against a signal', () => {
  async function saveAdvertising(): Promise<void> {
    await mount({ gpc: true });
    await open();
    toggle('performance').click();
    toggle('advertising').click();
    part('save')!.click();
    expect(part('conflict')).not.toBeNull();
    expect(host.chosen).toEqual([]);
  }

  it('is asked about in a notice of its own, with the signal and every company, and two equal answers', async () => {
    await saveAdvertising();
    // The names come in a file of their own.
    await vi.dynamicImportSettled();
    const notice = part('conflict')!;
    expect(root().activeElement!.textContent).toBe('Your browser sends Global Privacy Control');
    expect([...notice.querySelectorAll('li b')].map((name) => name.textContent)).toEqual([
      'LinkedIn',
      'DoubleClick',
      'Acme Ads',
    ]);
    const buttons = [...notice.querySelectorAll('button')];
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Keep my signal', 'Allow anyway']);
    expect(new Set(buttons.map(({ className }) => className)).size).toBe(1);
  });

  it('is handed on whole, with the click of the second answer', async () => {
    await saveAdvertising();
    part('allow-anyway')!.click();
    const [[choice, options]] = host.chosen as [(typeof host.chosen)[0]];
    expect(choice).toEqual({
      performance: true,
      chat: false,
      marketing: false,
      advertising: true,
      social: false,
    });
    expect((options!.event!.target as Element | null)?.getAttribute('part')).not.toBe('save');
    expect([part('conflict'), part('panel')]).toEqual([null, null]);
    expect(said()).toBe('Your choice is saved.');
  });

  it('is handed on without what the signal denies when the signal is kept', async () => {
    await saveAdvertising();
    part('keep-signal')!.click();
    expect(host.chosen[0]![0]).toMatchObject({ performance: true, advertising: false });
    expect(host.consent.decision.vendors.linkedin!.granted).toBe(false);
    expect([part('conflict'), part('panel')]).toEqual([null, null]);
  });

  it('is as it was when the notice is closed: the panel is still there, unsaved', async () => {
    await saveAdvertising();
    (part('conflict') as HTMLDialogElement).close();
    expect(part('conflict')).toBeNull();
    expect(toggle('advertising').checked).toBe(true);
    expect(host.chosen).toEqual([]);
  });

  it('shows in the panel, and one switch takes it back', async () => {
    await saveAdvertising();
    part('allow-anyway')!.click();
    await open();
    const about = toggle('advertising').getAttribute('aria-describedby')!;
    expect(root().getElementById(about)!.textContent).toContain(
      'You allowed this although Global Privacy Control is on.',
    );
    toggle('advertising').click();
    part('save')!.click();
    expect(part('conflict')).toBeNull();
    expect(host.chosen[1]![0]).toMatchObject({ advertising: false });
  });

  it('is no matter of a category that the signal leaves alone', async () => {
    await mount({ gpc: true });
    await open();
    toggle('performance').click();
    part('save')!.click();
    expect(part('conflict')).toBeNull();
    expect(host.chosen[0]![0]).toMatchObject({ performance: true, chat: false });
  });
});

describe('the receipt', () => {
  const one = (host: string, vendor: string | null): Held => ({
    kind: 'script',
    url: `https://${host}/a.js`,
    host,
    vendor,
    category: vendor && 'advertising',
    reason: 'regime',
    path: '$.regime',
  });
  const held = [
    one('ads.acme.example', 'acme-ads'),
    one('ads.acme.example', 'acme-ads'),
    one('w.example', null),
  ];
  const list = () =>
    [...root().querySelectorAll('.receipt > ul > li')].map((item) =>
      item.textContent!.replace(/\s+/g, ' ').trim(),
    );

  it('lists by company what is held on this page', async () => {
    await mount({ held });
    await open();
    expect(root().querySelector('.receipt summary')!.textContent).toBe('Held on this page now: 3');
    expect(list()).toEqual(['Acme Advertising GmbH ads.acme.example × 2', 'w.example']);
  });

  it('is copied as JSON, and by hand where the browser does not let it', async () => {
    await mount({ held });
    await open();
    const written: string[] = [];
    Object.defineProperty(win.navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void written.push(text) },
    });
    const copied = () => root().querySelector('.receipt [role=status]')!.textContent;
    part('copy')!.click();
    await until(() => expect(copied()).toBe('Copied'));
    const receipt = JSON.parse(written[0]!);
    expect(receipt).toMatchObject({
      page: location.href,
      regime: 'opt-in',
      signals: { gpc: false, dnt: false },
      vendors: { 'acme-ads': { granted: false, reason: 'regime' } },
    });
    expect(receipt.held[0]).toMatchObject({ company: 'Acme Advertising GmbH', host: 'ads.acme.example' });
    Object.defineProperty(win.navigator, 'clipboard', { configurable: true, value: undefined });
    part('copy')!.click();
    await until(() => expect(root().querySelector('textarea')).not.toBeNull());
    const area = root().querySelector('textarea')!;
    expect(JSON.parse(area.value).held.length).toBe(3);
    expect(area.selectionEnd).toBe(area.value.length);
    expect(copied()).toBe('');
  });
});

describe('the reload notice', () => {
  it('is told, takes no focus, and reloads or waits as the visitor says', async () => {
    await mount();
    const run = vi.fn();
    document.getElementById('opener')!.focus();
    ui.askReload!(run);
    await until(() => expect(part('reload')).not.toBeNull());
    expect(said()).toBe('Reload the page to apply your choice.');
    expect(document.activeElement).toBe(document.getElementById('opener'));
    part('reload-now')!.click();
    expect(run).toHaveBeenCalledOnce();
    part('later')!.focus();
    part('later')!.click();
    expect(part('reload')).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('main'));
  });
});

describe('a link to the preferences', () => {
  const links = () => [...document.querySelectorAll('[data-heed-open]')];
  beforeEach(() => {
    document
      .querySelector('main')!
      .insertAdjacentHTML(
        'beforeend',
        '<a href="#heed" data-heed-open></a><a href="#heed" data-heed-open>Cookies</a>',
      );
  });

  it('that is empty gets its legal name and the opt-out icon under opt-out, and any other is left', async () => {
    await mount({ regime: 'opt-out' });
    await until(() => expect(links()[0]!.textContent!.trim()).toBe('Your Privacy Choices'));
    const icon = links()[0]!.querySelector('svg')!;
    expect(icon.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(icon.getAttribute('aria-hidden')).toBe('true');
    expect(links()[1]!.innerHTML).toBe('Cookies');
  });

  it('has no icon under opt-in', async () => {
    await mount();
    await until(() => expect(links()[0]!.innerHTML).toBe('Privacy preferences'));
  });
});

describe('another language of the page', () => {
  it('is spoken at once, in all that is shown, and the switches stay as they were', async () => {
    await mount();
    ui.banner(true);
    await open();
    toggle('advertising').click();
    document.documentElement.lang = 'fr';
    document.documentElement.dir = 'ltr';
    await until(() => expect(part('save')!.textContent).toBe('Enregistrer'));
    expect([part('accept')!.textContent, (root().host as HTMLElement).lang]).toEqual(['Tout accepter', 'fr']);
    expect(toggle('advertising').checked).toBe(true);
    expect(host.status).toBe('Demande d’opposition respectée');
    document.documentElement.lang = 'xx';
    await until(() => expect(part('save')!.textContent).toBe('Save'));
  });

  it('turns what is shown when the page turns', async () => {
    await mount();
    ui.banner(true);
    document.documentElement.dir = 'rtl';
    await until(() => expect((root().host as HTMLElement).dir).toBe('rtl'));
    document.documentElement.removeAttribute('dir');
  });
});

describe('the placeholder', () => {
  function frame(attributes: Record<string, string> = { width: '560', height: '315' }): HTMLIFrameElement {
    const element = document.createElement('iframe');
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]!);
    document.querySelector('main')!.append(element);
    return element;
  }
  /** Its file comes when the first is held. */
  async function hold(
    element: HTMLIFrameElement,
    vendor: string | null = 'video',
    url = 'https://video.example/embed/1',
  ) {
    const undo = ui.placeholder({
      element,
      vendor,
      category: 'social',
      url,
      loadOnce,
      lost,
    });
    await vi.dynamicImportSettled();
    return undo;
  }
  const place = () => document.querySelector<HTMLElement>('[data-heed-placeholder]')!;
  const inside = (name: string) => place().shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
  const loadOnce = vi.fn();
  const lost = vi.fn();

  it('goes with a frame that the page takes away', async () => {
    await mount();
    const element = frame();
    await hold(element);
    element.remove();
    await until(() => expect(lost).toHaveBeenCalledOnce());
    expect(place()).toBeNull();
  });

  it('stands in for the frame, names the vendor, and puts everything back', async () => {
    await mount();
    const element = frame();
    element.style.setProperty('display', 'block', 'important');
    const undo = await hold(element);
    expect(place().nextElementSibling).toBe(element);
    expect(element.style.display).toBe('none');
    expect(inside('placeholder')!.textContent).toContain('Content from Video Host');
    await hold(element);
    expect(document.querySelectorAll('[data-heed-placeholder]').length).toBe(1);
    undo();
    expect(place()).toBeNull();
    expect(element.getAttribute('style')).toBe('display: block !important;');
    undo();
  });

  it('loads once, or always by a choice for the vendor', async () => {
    await mount();
    await hold(frame());
    inside('load')!.click();
    expect(loadOnce).toHaveBeenCalledOnce();
    expect(host.chosen).toEqual([]);
    inside('always')!.click();
    expect(host.chosen[0]![0]).toEqual({ video: true });
  });

  it('asks a video for the least where it is loaded once', async () => {
    await mount();
    const url = 'https://www.youtube.com/embed/abcdefghijk?rel=0';
    const element = frame({ width: '560', height: '315', 'data-heed-src': url });
    await hold(element, 'video', url);
    inside('load')!.click();
    expect(element.getAttribute('data-heed-src')).toBe(
      'https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0',
    );
  });

  it('asks a second time before "always" lifts a signal', async () => {
    await mount({ gpc: true });
    await hold(frame());
    const ask = async () => {
      inside('always')!.click();
      await until(() => expect(part('conflict')).not.toBeNull());
    };
    await ask();
    part('keep-signal')!.click();
    expect(part('conflict')).toBeNull();
    expect(host.chosen).toEqual([]);
    await ask();
    expect(part('conflict')!.textContent).toContain('Video Host');
    expect(part('conflict')!.textContent).not.toContain('YouTube');
    part('allow-anyway')!.click();
    expect(host.chosen.map(([input]) => input)).toEqual([{ video: true }]);
    expect(host.chosen[0]![1]!.event!.type).toBe('click');
  });

  it('falls back to the host and the category', async () => {
    await mount();
    await hold(frame(), null);
    expect(inside('placeholder')!.textContent).toContain('Content from video.example');
    inside('always')!.click();
    expect(host.chosen[0]![0]).toEqual({ social: true });
  });

  it('bears the picture and the words of the page, and names the vendor all the same', async () => {
    await mount();
    const words = {
      'data-heed-title': 'A chair in nine minutes',
      'data-heed-note': 'Our film is on {vendor}.',
    };
    const element = frame({ width: '560', height: '315', 'data-heed-picture': '/film.jpg', ...words });
    await hold(element);
    expect(inside('picture')!.getAttribute('src')).toBe('/film.jpg');
    expect(inside('placeholder')!.textContent).toContain('A chair in nine minutes');
    expect(inside('placeholder')!.textContent).toContain('Our film is on Video Host.');
    element.setAttribute('data-heed-note', 'Our film.');
    await hold(frame({ ...words, width: '50', height: '50', 'data-heed-note': 'Our film.' }));
    const [, other] = document.querySelectorAll('[data-heed-placeholder]');
    expect(other!.shadowRoot!.textContent).toContain('Our film. Video Host · video.example');
  });

  it('does not come for a frame that went while its file was on its way', async () => {
    await mount();
    const element = frame();
    const coming = hold(element);
    element.remove();
    await coming;
    expect(lost).toHaveBeenCalled();
    expect(place()).toBeNull();
  });

  it('leaves frames alone that nobody was to see', async () => {
    await mount();
    await hold(frame({ width: '1', height: '1' }));
    await hold(frame({ style: 'display:none' }));
    expect(place()).toBeNull();
  });

  it('replaces the empty copy that a router kept', async () => {
    await mount();
    await hold(frame());
    const main = document.querySelector('main')!;
    const kept = main.cloneNode(true);
    ui.destroy();
    main.replaceWith(kept);
    await mount();
    const undo = await hold(document.querySelector('iframe')!);
    expect(document.querySelectorAll('[data-heed-placeholder]').length).toBe(1);
    expect(place().shadowRoot).not.toBeNull();
    undo();
    expect(document.querySelector('iframe')!.style.display).toBe('');
  });
});

describe('the facts about vendors', () => {
  it('draw nothing any more when they come after the end', async () => {
    await mount();
    ui.banner(true);
    const element = document.createElement('div');
    document.body.append(element);
    ui.declaration(element);
    ui.destroy();
    await import('../../../src/vendors/facts.ts');
    await import('../../../src/ui/panel.tsx');
    expect(document.documentElement.getAttribute('style') || '').toBe('');
    expect(element.childNodes.length).toBe(0);
  });
});

describe('a page that runs from right to left', () => {
  it('has each name in the banner in a direction of its own', async () => {
    document.documentElement.lang = 'ar';
    await mount();
    ui.banner(true);
    expect(part('banner')!.textContent).toContain('\u2068Social media\u2069');
    document.documentElement.lang = 'en';
    await until(() => expect(part('banner')!.textContent).toContain('Social media'));
    await until(() => expect(part('banner')!.textContent).not.toMatch(/[\u2068\u2069]/));
  });
});

describe('the declaration and the status', () => {
  it('lists each cookie with its vendor, category, purpose, duration and party', async () => {
    await mount();
    const element = document.createElement('div');
    document.body.append(element);
    ui.declaration(element);
    ui.declaration(element);
    await until(() => expect(element.querySelector('table')).not.toBeNull());
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(element.querySelectorAll('table caption').length).toBe(1);
    expect(rows).toContainEqual([
      'heed',
      'This site',
      'Required',
      'Keeps your privacy choice',
      '400 days',
      'This site',
    ]);
    expect(rows).toContainEqual([
      '_st_*',
      'Stats',
      'Performance',
      'Counts visits without following anybody',
      '30 days',
      'This site',
    ]);
    expect(rows).toContainEqual([
      '_ac †',
      'Acme Ads',
      'Advertising',
      'Counts views',
      'Until the browser closes',
      'Another site',
    ]);
    expect(element.querySelectorAll('tbody th[scope=row]').length).toBe(rows.length);
    expect(element.querySelector('p')!.textContent).toContain('cannot delete cookies marked †');
  });

  it('marks what no script can delete: cookies of another site and HttpOnly ones, of the file and of vendors', async () => {
    const { categories } = fakePolicy();
    const own = { name: 'session_id', httpOnly: true };
    await mount({
      policy: {
        ...fakePolicy(),
        categories: categories.map((one) => (one.id === 'required' ? { ...one, cookies: [own] } : one)),
      },
    });
    const element = document.createElement('div');
    document.body.append(element);
    ui.declaration(element);
    await until(() => expect(element.querySelector('table')).not.toBeNull());
    const names = [...element.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
    expect(names.filter((name) => !name!.includes('†'))).toEqual(expect.arrayContaining(['heed', '_st_*']));
    expect(names).toEqual(expect.arrayContaining(['session_id †', '_ac †', '_acme_*']));
  });

  it('has no note where every cookie can be deleted', async () => {
    const { vendors, categories } = fakePolicy();
    const ids = ['stats'];
    await mount({
      policy: {
        ...fakePolicy(),
        vendors: { stats: vendors.stats! },
        categories: categories
          .filter(({ id }) => id === 'performance')
          .map((one) => ({ ...one, vendors: ids })),
      },
    });
    const element = document.createElement('div');
    document.body.append(element);
    ui.declaration(element);
    await until(() => expect(element.querySelector('table')).not.toBeNull());
    expect(element.textContent).not.toContain('†');
    expect(element.querySelector('p')).toBeNull();
  });

  it('leads to the policy of each vendor, and to its own page to object on, once', async () => {
    await mount();
    const element = document.createElement('div');
    document.body.append(element);
    ui.declaration(element);
    // DoubleClick and YouTube. What Heed knows of vendors comes a moment later.
    const link = 'a[href="https://adssettings.google.com"]';
    await until(() => expect(element.querySelectorAll(link)).toHaveLength(2));
    const { target, rel, textContent, parentElement } = element.querySelector<HTMLAnchorElement>(link)!;
    expect([target, rel, textContent]).toEqual(['_blank', 'noopener', 'Privacy preferences']);
    expect(parentElement!.textContent).toBe(
      'DoubleClick · Google LLC · Privacy policy · Privacy preferences',
    );
    expect(element.querySelectorAll('a[href="https://acme.example/privacy"]')).toHaveLength(1);
    await open();
    expect(part('panel')!.querySelectorAll(link)).toHaveLength(2);
  });

  it('gives the status in the language of the page', async () => {
    document.documentElement.lang = 'de';
    await mount();
    expect(host.status).toBe('Widerspruch berücksichtigt');
    ui.banner(true);
    expect((root().host as HTMLElement).lang).toBe('de');
  });
});
