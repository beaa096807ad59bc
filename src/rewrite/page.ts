import type { Finding } from '../gate/judge.ts';
import { addressesIn, kindOf } from './attributes.ts';
import { cleanCss } from './css.ts';
import { namedIn, textOf } from './elsewhere.ts';
import type { Eyes } from './eyes.ts';
import { type Edits, editTag } from './markup.ts';
import { importsIn, mappedIn, speculatesOn } from './scripts.ts';
import { type Listener, type StartTag, Walker } from './walker.ts';

/** A text that would have to be kept whole and is longer, in characters, is held unread. */
const TEXT_LIMIT = 4 << 20;
/** Frames within frames, and pixels within them: deeper than any page goes. */
const NESTING = 8;

/** An element whose text decides what becomes of its start tag. */
interface Open {
  readonly tag: StartTag;
  readonly edits: Edits;
  readonly kind: 'style' | 'module' | 'importmap' | 'speculationrules' | 'noscript' | 'sandboxed';
  /** Inside SVG the text may be written with entities, and elements may stand in it. */
  readonly foreign: boolean;
  text: string;
}

/** What a page in a frame takes from the page it stands in. */
interface Outer {
  readonly bases: readonly string[];
  readonly nesting: number;
  /** No gate will be in there: nothing is left to be held by one. */
  readonly sandboxed: boolean;
}

const noEdits = (): Edits => ({ park: new Set(), replace: new Map(), first: new Map() });

/** Rewrites one page, piece by piece. Every byte that does not have to change is passed on as it came. */
export class Page implements Listener {
  private readonly walker = new Walker(this);
  private readonly eyes: Eyes;
  private readonly outer: Outer;
  /**
   * What relative addresses are relative to. Every base element counts, since one that stands in a template, say, is
   * none: what is held for one of them is held.
   */
  private readonly bases: string[];
  /** Whether relative addresses are held too. */
  private astray: boolean;
  /** Names that a held import map gave an address. */
  private readonly mapped = new Map<string, Finding>();
  /** Source that has not been passed on, and where in the page it starts. */
  private source = '';
  private offset = 0;
  private out = '';
  private open: Open | null = null;
  /** Of the start tag that is being taken in. */
  private edits: Edits | null = null;
  /** Whether what comes is dropped, up to an end tag: a text that grew too long. */
  private dropping = false;

  constructor(eyes: Eyes, outer?: Outer) {
    this.eyes = eyes;
    this.outer = outer ?? { bases: [eyes.home], nesting: 0, sandboxed: false };
    this.bases = [...this.outer.bases];
    this.astray = !!this.held('x');
  }

  /** Takes a piece, gives what is settled. */
  write(chunk: string, last = false): string {
    this.source = this.source ? this.source + chunk : chunk;
    this.walker.write(chunk, last);
    const end = this.offset + this.source.length;
    const { open } = this;
    if (last) {
      if (open) this.close(end);
      this.pass(end);
    } else if (open) {
      if (!open.foreign && this.walker.settled - open.tag.end > TEXT_LIMIT) this.giveUp();
    } else this.pass(Math.min(this.walker.settled, end));
    const { out } = this;
    this.out = '';
    return out;
  }

  /** How much is kept back, in characters. */
  get kept(): number {
    return this.source.length;
  }

  startTag(tag: StartTag): void {
    // An element in a style sheet of SVG: what is its text now depends on more than its text.
    if (this.open) this.giveUp();
    if (tag.name === 'base') this.rebase(tag);
    this.edits = tag.attrs.length ? this.look(tag) : null;
  }

  entered(tag: StartTag, state: 'markup' | 'text' | 'foreign'): void {
    const { edits } = this;
    const kind = state === 'markup' ? undefined : this.textKind(tag, edits, state === 'foreign');
    if (kind) {
      this.pass(tag.start);
      this.open = { tag, edits: edits ?? noEdits(), kind, foreign: state === 'foreign', text: '' };
    } else if (edits) this.put(tag, edits);
  }

  characters(text: string): void {
    const { open } = this;
    if (!open?.foreign) return;
    open.text += text;
    if (open.text.length > TEXT_LIMIT) this.giveUp();
  }

  endTag(name: string, start: number): void {
    const { open } = this;
    if (this.dropping) {
      this.dropping = false;
      this.skip(start);
    }
    if (!open) return;
    if (open.foreign && !/^(style|script|svg|math)$/.test(name)) this.giveUp();
    else this.close(start);
  }

  /** The one address of elements behind it that has no host of its own (HTML "The base element"). */
  private rebase({ attrs }: StartTag): void {
    const href = attrs.find(({ name }) => name === 'href');
    if (!href) return;
    try {
      const url = new URL(href.value, this.outer.bases[0]);
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

  private held(address: string, mark?: string | null): Finding | undefined {
    for (const base of this.bases) {
      const finding = this.eyes.held(address, base, mark);
      if (finding) return finding;
    }
    return undefined;
  }

  /** What a text is held for that is read as a page, a sheet or code of its own. */
  private inText(address: string): Finding[] {
    const text = textOf(address);
    return text === undefined ? [] : namedIn(text, (name) => this.held(name));
  }

  /** Marks a tag that nothing else would free: the gate in the browser reads its `data-heed`. */
  private mark({ attrs }: StartTag, edits: Edits, findings: readonly Finding[]): void {
    if (!attrs.some(({ name }) => name === 'data-heed'))
      edits.first.set('data-heed', this.eyes.markFor(findings));
  }

  /** From now on a script is no script. */
  private stop({ attrs }: StartTag, edits: Edits): void {
    edits.first.set('type', 'text/plain');
    edits.first.set('data-heed-type', attrs.find(({ name }) => name === 'type')?.value ?? '');
  }

  private css(text: string): string {
    // Most style names nobody else: no address with a host without one of these.
    if (!this.astray && !/\\|\/\s*\/|h\s*t\s*t\s*p|@import/i.test(text)) return text;
    return cleanCss(
      text,
      (address, sheet) => !!this.held(address) || (sheet && this.inText(address).length > 0),
    );
  }

  /** What has to become of a start tag by its attributes; null if nothing. */
  private look(tag: StartTag): Edits | null {
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

  /** Rewritten markup of a page in a page. */
  private inner(markup: string, sandboxed: boolean): string {
    const nesting = this.outer.nesting + 1;
    if (nesting > NESTING) return '';
    const outer = { bases: this.bases, nesting, sandboxed: sandboxed || this.outer.sandboxed };
    return new Page(this.eyes, outer).write(markup, true);
  }

  /** Whether the text of an element matters, and what it is. */
  private textKind(
    { name, attrs }: StartTag,
    edits: Edits | null,
    foreign: boolean,
  ): Open['kind'] | undefined {
    if (name !== 'style' && name !== 'script' && name !== 'noscript') return;
    const type = (attrs.find((one) => one.name === 'type')?.value ?? '').trim().toLowerCase();
    if (name === 'noscript') return foreign ? undefined : 'noscript';
    if (name === 'style') return type === '' || type.includes('css') ? 'style' : undefined;
    if (name !== 'script' || edits?.first.has('type')) return;
    const address = foreign ? /^(xlink:)?href$/ : /^src$/;
    const fetched = attrs.some((one) => address.test(one.name));
    if (fetched) return;
    if (type === 'module' || type === 'importmap' || type === 'speculationrules') return type;
    return this.outer.sandboxed && type !== 'text/plain' ? 'sandboxed' : undefined;
  }

  /** The text of the open element has ended at `end`. */
  private close(end: number): void {
    const open = this.open!;
    const { tag, edits, kind, foreign } = open;
    const raw = this.slice(tag.end, end);
    if (raw.length > TEXT_LIMIT) {
      this.giveUp();
      if (!this.dropping) return;
      this.dropping = false;
      return this.skip(end);
    }
    this.open = null;
    const text = foreign ? open.text : raw;
    let after = raw;
    if (kind === 'style') {
      const clean = this.css(text);
      if (clean !== text) {
        edits.replace.delete('data-heed-text');
        edits.first.set('data-heed-text', text);
        after = foreign ? clean.replace(/&/g, '&amp;').replace(/</g, '&lt;') : clean;
      }
    } else if (kind === 'noscript') after = this.inner(raw, false);
    else {
      const findings = this.findingsIn(kind, text);
      if (findings) {
        this.stop(tag, edits);
        this.mark(tag, edits, findings);
      }
    }
    this.put(tag, edits);
    if (after === raw) return;
    this.pass(tag.end);
    this.out += after;
    this.skip(end);
  }

  /** What the code or data in a script is held for; undefined if it is not. */
  private findingsIn(kind: Open['kind'], text: string): readonly Finding[] | undefined {
    const judge = (address: string) => this.held(address);
    if (kind === 'speculationrules') {
      const { held, findings } = speculatesOn(text, judge);
      return held ? findings : undefined;
    }
    let findings: Finding[];
    if (kind === 'importmap') {
      const map = mappedIn(text, judge);
      for (const [name, finding] of map) this.mapped.set(name, finding);
      findings = [...map.values()];
    } else if (kind === 'module') findings = importsIn(text, judge, this.mapped);
    else findings = [];
    // Nobody is inside a sandbox to hold what code asks for.
    if (this.outer.sandboxed) findings.push(...namedIn(text, judge));
    return findings.length ? findings : undefined;
  }

  /** A text that cannot be judged is not let through: the element becomes one that does nothing. */
  private giveUp(): void {
    const { tag, edits, kind } = this.open!;
    this.open = null;
    if (kind === 'noscript') {
      this.put(tag, edits);
      this.pass(tag.end);
      this.dropping = true;
      return;
    }
    this.stop(tag, edits);
    this.put(tag, edits);
  }

  private slice(from: number, to: number): string {
    return this.source.slice(from - this.offset, to - this.offset);
  }

  /** Passes the source on up to `to`. */
  private pass(to: number): void {
    if (to <= this.offset) return;
    if (!this.dropping) this.out += this.slice(this.offset, to);
    this.skip(to);
  }

  /** Drops the source up to `to`. */
  private skip(to: number): void {
    if (to <= this.offset) return;
    this.source = this.source.slice(to - this.offset);
    this.offset = to;
  }

  /** Passes on everything up to a start tag, and the tag as it has to be. */
  private put(tag: StartTag, edits: Edits): void {
    const { park, replace, first } = edits;
    if (!park.size && !replace.size && !first.size) return;
    this.pass(tag.start);
    this.out += editTag(this.slice(tag.start, tag.end), edits);
    this.skip(tag.end);
  }
}

/** A sandbox of its own origin, into which no gate can look. */
const isClosed = (sandbox: string | null) =>
  sandbox !== null && !/(^|[\t\n\f\r ])allow-same-origin($|[\t\n\f\r ])/i.test(sandbox);
