import type { Finding } from '../gate/judge.ts';
import { namedIn } from './elsewhere.ts';
import type { Eyes } from './eyes.ts';
import { type Edits, editTag } from './markup.ts';
import { importsIn, mappedIn, speculatesOn } from './scripts.ts';
import { noEdits, Sight } from './sight.ts';
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

/** Rewrites one page, piece by piece. Every byte that does not have to change is passed on as it came. */
export class Page implements Listener {
  private readonly walker = new Walker(this);
  private readonly eyes: Eyes;
  private readonly outer: Outer;
  private readonly sight: Sight;
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
    this.sight = new Sight(eyes, this.outer.bases, (markup, sandboxed) => this.inner(markup, sandboxed));
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
    if (tag.name === 'base') this.sight.rebase(tag);
    this.edits = tag.attrs.length ? this.sight.look(tag) : null;
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

  /** Rewritten markup of a page in a page. */
  private inner(markup: string, sandboxed: boolean): string {
    const nesting = this.outer.nesting + 1;
    if (nesting > NESTING) return '';
    const outer = { bases: this.sight.bases, nesting, sandboxed: sandboxed || this.outer.sandboxed };
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
      const clean = this.sight.css(text);
      if (clean !== text) {
        edits.replace.delete('data-heed-text');
        edits.first.set('data-heed-text', text);
        after = foreign ? clean.replace(/&/g, '&amp;').replace(/</g, '&lt;') : clean;
      }
    } else if (kind === 'noscript') after = this.inner(raw, false);
    else {
      const findings = this.findingsIn(kind, text);
      if (findings) {
        this.sight.stop(tag, edits);
        this.sight.mark(tag, edits, findings);
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
    const judge = (address: string) => this.sight.held(address);
    if (kind === 'speculationrules') {
      const { held, findings } = speculatesOn(text, judge);
      return held ? findings : undefined;
    }
    let findings: Finding[];
    if (kind === 'importmap') {
      const map = mappedIn(text, judge);
      for (const [name, finding] of map) this.sight.mapped.set(name, finding);
      findings = [...map.values()];
    } else if (kind === 'module') findings = importsIn(text, judge, this.sight.mapped);
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
    this.sight.stop(tag, edits);
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
