/**
 * What a browser would ask for by a piece of CSS: tokens and nesting as CSS Syntax 3 (sections 4 and 5) has them, read
 * letter by letter. Slow and plain, to check the gate's own reading by.
 */
interface Token {
  type: 'word' | 'at' | 'hash' | 'function' | 'url' | 'string' | 'mark';
  value: string;
}

const isSpace = (char = '') => /^[ \t\n]$/.test(char);
const isName = (char = '') => /^[-\w\u0080-\uffff]$/.test(char);
const isEscape = (text: string, i: number) => text[i] === '\\' && i + 1 < text.length && text[i + 1] !== '\n';
const startsWord = (text: string, i: number): boolean =>
  text[i] === '-'
    ? text[i + 1] === '-' || /[a-z_\u0080-\uffff]/i.test(text[i + 1] ?? '') || isEscape(text, i + 1)
    : /[a-z_\u0080-\uffff]/i.test(text[i] ?? '') || isEscape(text, i);

export function tokensOf(source: string): Token[] {
  const text = source.replace(/\r\n|[\r\f]/g, '\n').replace(/\0/g, '\ufffd');
  const tokens: Token[] = [];
  let i = 0;

  function escaped(): string {
    i += 1; // the backslash
    const hex = /^[\da-f]{1,6}/i.exec(text.slice(i, i + 6))?.[0];
    if (!hex) return text[i++]!;
    i += hex.length;
    if (isSpace(text[i])) i += 1;
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
      ? '\ufffd'
      : String.fromCodePoint(code);
  }
  function name(): string {
    let value = '';
    for (;;) {
      if (isEscape(text, i)) value += escaped();
      else if (isName(text[i])) value += text[i++];
      else return value;
    }
  }
  function string(quote: string): string {
    let value = '';
    for (i += 1; i < text.length; ) {
      if (text[i] === quote) {
        i += 1;
        return value;
      }
      if (text[i] === '\n') return value; // a bad string: nobody loads it, but nothing is lost by looking
      if (text[i] === '\\') {
        if (text[i + 1] === '\n') i += 2;
        else if (i + 1 >= text.length) i += 1;
        else value += escaped();
      } else value += text[i++];
    }
    return value;
  }
  /** Behind `url(`; undefined for one that is broken. */
  function url(): string | undefined {
    let value = '';
    let broken = false;
    while (isSpace(text[i])) i += 1;
    while (i < text.length) {
      if (text[i] === ')') break;
      if (isSpace(text[i])) {
        while (isSpace(text[i])) i += 1;
        if (i < text.length && text[i] !== ')') broken = true;
      } else if (isEscape(text, i)) value += escaped();
      else {
        if (/["'(\\]/.test(text[i]!)) broken = true;
        value += text[i++];
      }
    }
    i += 1;
    return broken ? undefined : value;
  }
  function wordLike(): void {
    const value = name();
    if (text[i] !== '(') {
      tokens.push({ type: 'word', value });
      return;
    }
    i += 1;
    let at = i;
    while (isSpace(text[at])) at += 1;
    if (value.toLowerCase() !== 'url' || /["']/.test(text[at] ?? '')) {
      tokens.push({ type: 'function', value: value.toLowerCase() });
      return;
    }
    const found = url();
    if (found !== undefined) tokens.push({ type: 'url', value: found });
  }

  while (i < text.length) {
    const char = text[i]!;
    if (text.startsWith('/*', i)) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 2;
    } else if (char === '"' || char === "'") tokens.push({ type: 'string', value: string(char) });
    else if (text.startsWith('<!--', i)) i += 4;
    else if (text.startsWith('-->', i)) i += 3;
    else if (char === '#' && (isName(text[i + 1]) || isEscape(text, i + 1))) {
      i += 1;
      tokens.push({ type: 'hash', value: name() });
    } else if (char === '@' && startsWord(text, i + 1)) {
      i += 1;
      tokens.push({ type: 'at', value: name().toLowerCase() });
    } else if (/\d/.test(char) || (/[-+.]/.test(char) && /^[-+]?\.?\d/.test(text.slice(i, i + 3)))) {
      i += /^[-+]?(\d*\.\d+|\d+)(e[-+]?\d+)?/i.exec(text.slice(i))![0].length;
      if (startsWord(text, i)) name(); // its unit
    } else if (startsWord(text, i)) wordLike();
    else {
      if (!isSpace(char)) tokens.push({ type: 'mark', value: char });
      i += 1;
    }
  }
  return tokens;
}

/** Addresses in places from which a browser loads. A statement with `@namespace` in it loads nothing. */
export function loadsOf(text: string): string[] {
  const tokens = tokensOf(text);
  const found: string[] = [];
  let i = 0;
  let at = '';

  const CLOSES: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  /** Reads to the end of a block or function; `owner` is the function's name. */
  function inside(close: string, owner: string): void {
    const strings: string[] = [];
    let odd = false;
    for (let first = true; i < tokens.length; first = false) {
      const { type, value } = tokens[i]!;
      if (type === 'mark' && value === close) {
        i += 1;
        break;
      }
      if (type === 'string' && at !== 'namespace' && (first || /image-set$/.test(owner))) strings.push(value);
      if (type === 'mark' && (value === '{' || value === '[')) odd = true; // no image has these
      one();
    }
    if (/^(url|src)$/.test(owner) || (!odd && /^(-webkit-)?image-set$/.test(owner))) found.push(...strings);
    if (close === '}') at = '';
  }
  function one(): void {
    const { type, value } = tokens[i++]!;
    if (type === 'url' && at !== 'namespace') found.push(value);
    if (type === 'at') {
      at = value;
      const next = tokens[i];
      if (value === 'import' && next?.type === 'string') found.push(next.value);
    }
    if (type === 'function') inside(')', value);
    else if (type === 'mark' && value in CLOSES) {
      if (value === '{') at = '';
      inside(CLOSES[value]!, '');
    } else if (type === 'mark' && value === ';') at = '';
  }
  while (i < tokens.length) one();
  return found;
}
