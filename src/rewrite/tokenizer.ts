import { Token, Tokenizer, TokenizerMode } from 'parse5';

const NULL = 0;
const LINE_FEED = 0x0a;
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;

const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);

/** States in which no tag has begun. */
const BETWEEN_TAGS: ReadonlySet<number> = new Set(Object.values(TokenizerMode));

/**
 * The tokenizer, which takes in one stroke what does not matter: text, whose words are nobody's business here, but for
 * whether it is more than space; the inside of comments; and plain stretches of attribute values.
 */
export class QuickTokenizer extends Tokenizer {
  /** Where the last tag began, in characters from the start of the page. */
  tagStart = 0;

  /** Locations in full cost half the speed. A tag tells of its start with 1 or 2 characters read, any other with others. */
  protected override getCurrentLocation(read: number): null {
    if (read === 1 || read === 2) this.tagStart = this.preprocessor.offset - read;
    return null;
  }

  /** Goes on to `<`, or to the end of what there is. */
  private skipText(): void {
    const { preprocessor } = this;
    const next = preprocessor.html.indexOf('<', preprocessor.pos + 1);
    preprocessor.pos = (next < 0 ? preprocessor.html.length : next) - 1;
    preprocessor.dropParsedChunk();
  }

  protected override _stateData(code: number): void {
    super._stateData(code);
    if (code <= NULL || code === LESS_THAN || code === AMPERSAND || this.inForeignNode) return;
    const { preprocessor } = this;
    if (!isSpace(code)) return this.skipText();
    const { html } = preprocessor;
    let { pos } = preprocessor;
    while (isSpace(html.charCodeAt(pos + 1))) pos++;
    preprocessor.pos = pos;
  }

  protected override _stateRawtext(code: number): void {
    super._stateRawtext(code);
    if (code > NULL && code !== LESS_THAN) this.skipText();
  }

  protected override _stateScriptData(code: number): void {
    super._stateScriptData(code);
    if (code > NULL && code !== LESS_THAN) this.skipText();
  }

  protected override _stateComment(code: number): void {
    const skipped = this.skip(/[^-<\0]+/y);
    if (skipped) this.preprocessor.dropParsedChunk();
    else super._stateComment(code);
  }

  protected override _stateAttributeValueDoubleQuoted(code: number): void {
    const plain = code === LINE_FEED ? '' : this.skip(/[^"&\0\r]+/y);
    if (plain) this.currentAttr.value += plain;
    else super._stateAttributeValueDoubleQuoted(code);
  }

  protected override _stateAttributeValueSingleQuoted(code: number): void {
    const plain = code === LINE_FEED ? '' : this.skip(/[^'&\0\r]+/y);
    if (plain) this.currentAttr.value += plain;
    else super._stateAttributeValueSingleQuoted(code);
  }

  /** Takes what a form matches, from the character that has just been read. */
  private skip(form: RegExp): string {
    const { preprocessor } = this;
    form.lastIndex = preprocessor.pos;
    const [found = ''] = form.exec(preprocessor.html) ?? [];
    if (found) preprocessor.pos += found.length - 1;
    return found;
  }

  /** Where everything before is settled: all that was read of text and comments, or what stands before a tag; else 0. */
  get settled(): number {
    const type = this.currentToken?.type;
    if (type === Token.TokenType.START_TAG || type === Token.TokenType.END_TAG) return this.tagStart;
    const text = BETWEEN_TAGS.has(this.state) || type === Token.TokenType.COMMENT;
    return text ? this.preprocessor.offset + 1 : 0;
  }
}
