import type { Finding } from '../gate/judge.ts';
import { addressesIn, kindOf } from './attributes.ts';
import { cleanCss } from './css.ts';
import { namedIn, textOf } from './elsewhere.ts';
import type { Eyes } from './eyes.ts';
import type { Edits } from './markup.ts';
import { importsIn } from './scripts.ts';
import type { StartTag } from './walker.ts';

export const noEdits = (): Edits => ({ park: new Set(), replace: new Map(), first: new Map() });

/** What one page knows of its addresses, and what that makes of its start tags. */
export class Sight {
  /**
   * What relative addresses are relative to. Every base element counts, since one that stands in a template, say, is
   * none: what is held for one of them is held.
   */
  readonly bases: string[];
  /** Names that a held import map gave an address. */
  readonly mapped = new Map<string, Finding>();
  private readonly eyes: Eyes;
  private readonly inner: (markup: string, sandboxed: boolean) => string;
  /** Whether relative addresses are held too. */
  private astray: boolean;

  /** @param inner rewrites the markup of a page in the page */
  constructor(eyes: Eyes, bases: readonly string[], inner: (markup: string, sandboxed: boolean) => string) {
    this.eyes = eyes;
    this.inner = inner;
    this.bases = [...bases];
    this.astray = !!this.held('x');
  }

  /** The one address of elements behind it that has no host of its own (HTML "The base element"). */
  rebase({ attrs }: StartTag): void {
    const href = attrs.find(({ name }) => name === 'href');
    if (!href) return;
    try {
      const url = new URL(href.value, this.bases[0]);
      // A browser takes no base of these schemes.
      if (/^(data|javascript):$/.test(url.protocol)) return;
      this.bases.push(url.href);
      // No page has many: the first is the one that counts.
      if (this.bases.length > 8) this.bases.splice(4, 1);
      this.astray = !!this.held('x');
    } catch (_) {
      // No address: the browser ignores it too.
    }
  }

  held(address: string, mark?: string | null): Finding | undefined {
    for (const base of this.bases) {
      const finding = this.eyes.held(address, base, mark);
      if (finding) return finding;
    }
    return undefined;
  }

  /** What a text is held for that is read as a page, a sheet or code of its own. */
  inText(address: string): Finding[] {
    const text = textOf(address);
    return text === undefined ? [] : namedIn(text, (name) => this.held(name));
  }

  /** Marks a tag that nothing else would free: the gate in the browser reads its `data-heed`. */
  mark({ attrs }: StartTag, edits: Edits, findings: readonly Finding[]): void {
    if (!attrs.some(({ name }) => name === 'data-heed'))
      edits.first.set('data-heed', this.eyes.markFor(findings));
  }

  /** From now on a script is no script. */
  stop({ attrs }: StartTag, edits: Edits): void {
    edits.first.set('type', 'text/plain');
    edits.first.set('data-heed-type', attrs.find(({ name }) => name === 'type')?.value ?? '');
  }

  css(text: string): string {
    // Most style names nobody else: no address with a host without one of these.
    if (!this.astray && !/\\|\/\s*\/|h\s*t\s*t\s*p|@import/i.test(text)) return text;
    return cleanCss(
      text,
      (address, sheet) => !!this.held(address) || (sheet && this.inText(address).length > 0),
    );
  }

  /** What has to become of a start tag by its attributes; null if nothing. */
  look(tag: StartTag): Edits | null {
    const { name, attrs } = tag;
    const get = (wanted: string) => attrs.find((one) => one.name === wanted)?.value ?? null;
    const script = name === 'script';
    if (script && get('type') === 'text/plain') return null;
    const mark = get('data-heed');
    let edits: Edits | null = null;
    const edit = () => {
      edits ??= noEdits();
      return edits;
    };
    let stopped = script && mark !== null && !!this.held('', mark);
    for (const { name: attribute, value } of attrs) {
      const kind = kindOf({ name, get }, attribute);
      if (!kind) continue;
      if (kind === 'address') {
        if (addressesIn(attribute, value).some((address) => this.held(address, mark))) {
          // Chromium 156 asks for the address of a script in SVG whatever its type.
          if (script && attribute !== 'attributionsrc') stopped = true;
          if (!script || attribute !== 'src') edit().park.add(attribute);
          continue;
        }
        const findings = this.spoken(tag, attribute, value);
        if (!findings.length) continue;
        if (script) stopped = true;
        else edit().park.add(attribute);
        this.mark(tag, edit(), findings);
      } else if (kind === 'page') {
        const page = this.inner(value, isClosed(get('sandbox')));
        if (page !== value) edit().replace.set('srcdoc', page);
      } else {
        const clean = this.css(value);
        if (clean === value) continue;
        edit().park.add(attribute);
        if (kind === 'style') edit().replace.set('style', clean);
      }
    }
    if (stopped) this.stop(tag, edit());
    if (name === 'meta' && this.acts(get)) edit().park.add('http-equiv');
    return edits;
  }

  /** What an address is held for that is itself a page, a sheet or code. */
  private spoken({ name, attrs }: StartTag, attribute: string, value: string): Finding[] {
    const is = (wanted: string, form: RegExp) =>
      form.test(attrs.find((one) => one.name === wanted)?.value ?? '');
    if (name === 'script' && is('type', /^\s*module\s*$/i))
      return importsIn(textOf(value) ?? '', (address) => this.held(address), this.mapped);
    const spoken =
      name === 'link'
        ? attribute === 'href' && is('rel', /stylesheet/i)
        : /^(iframe|frame|object|embed)$/.test(name);
    return spoken ? this.inText(value) : [];
  }

  /** Whether a meta element acts like a response header that is held. */
  private acts(get: (name: string) => string | null): boolean {
    const content = get('content') ?? '';
    const kind = get('http-equiv')?.trim().toLowerCase();
    return kind === 'refresh'
      ? // HTML "Shared declarative refresh steps": a number, then the address with or without "url=" and quotes.
        [/^\s*[\d.]*[\s;,]*(?:url\s*=\s*)?(["']?)([\s\S]*?)(?:\1\s*$|$)/i.exec(content)?.[2] ?? ''].some(
          (address) => address && (this.held(address) || this.held(address.replace(/["'][\s\S]*$/, ''))),
        )
      : kind === 'set-cookie' && this.eyes.heldCookie(content.split('=')[0]!.trim());
  }
}

/** A sandbox of its own origin, into which no gate can look. */
const isClosed = (sandbox: string | null) =>
  sandbox !== null && !/(^|[\t\n\f\r ])allow-same-origin($|[\t\n\f\r ])/i.test(sandbox);
