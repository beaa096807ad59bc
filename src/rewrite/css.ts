/*
 * Finds the addresses in a style sheet or in declarations, tokenized as CSS Syntax Level 3 says ("Tokenization"), so
 * that comments, strings and escapes hide nothing and what only looks like an address stays.
 */

/** Whether an address is held; `sheet` for one whose own text would be read as a style sheet. */
export type IsHeld = (address: string, sheet: boolean) => boolean;

const BLANK = 'about:blank';
/** Functions in which a string is an address (CSS Images Level 4, CSS Values Level 5). */
const TAKES_ADDRESS = /^(url|src|image|(-webkit-)?image-set|(-webkit-)?cross-fade)$/;

const isNewline = (c: string) => c === '\n' || c === '\r' || c === '\f';
const isSpace = (c: string) => c === ' ' || c === '\t' || isNewline(c);
/** Code points of a name: letters, digits, "-", "_" and all beyond ASCII; U+0000 is read as U+FFFD. */
const isName = (c: string) => /[\w-]/.test(c) || c > '\x7f' || c === '\0';

/** Text of a token with its escapes resolved. */
function plain(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\n\r\f])|([\s\S])|$)/gi,
    (_whole, hex, newline, other) => {
      if (newline) return '';
      if (!hex) return other ?? '\ufffd';
      const code = Number.parseInt(hex, 16);
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}

/** The text in which every held address reads `about:blank` and no held sheet is imported; itself if none is held. */
export function cleanCss(text: string, isHeld: IsHeld): string {
  // No address without a function or an import, however written.
  if (!/[(@\\]/.test(text)) return text;
  let out = '';
  let copied = 0;
  let i = 0;
  /** Names of the functions that are open; '' is a plain parenthesis or bracket. */
  const open: string[] = [];
  /** Inside a custom property's value, where a string may end up as an address (`image-set(var(--x) 1x)`). */
  let custom = false;
  /** The at-rule whose prelude this is, and where it began. */
  let rule = '';
  let ruleStart = 0;
  let dropRule = false;

  const replace = (from: number, to: number, by: string) => {
    out += text.slice(copied, from) + by;
    copied = to;
  };
  /** Judges what stands from `from` to `i`. */
  const address = (from: number, value: string, by: string) => {
    if (rule === 'namespace' || dropRule) return;
    if (!isHeld(value, rule === 'import')) return;
    if (rule === 'import' && !open.some((name) => name !== 'url')) dropRule = true;
    else replace(from, i, by);
  };
  const endRule = (end: number) => {
    if (dropRule) replace(Math.max(ruleStart, copied), end, '');
    rule = '';
    dropRule = false;
  };
  const isEscape = (at: number) => text[at] === '\\' && at + 1 < text.length && !isNewline(text[at + 1]!);
  const skipEscape = () => {
    const hex = /[0-9a-f]{1,6}(?:\r\n|[ \t\n\r\f])?/iy;
    hex.lastIndex = i + 1;
    const found = hex.exec(text);
    i += 1 + (found ? found[0].length : text.codePointAt(i + 1)! > 0xffff ? 2 : 1);
  };
  /** Whether a name starts at `at`. */
  const startsName = (at: number): boolean => {
    const c = text[at] ?? '';
    if (c === '-')
      return (
        text[at + 1] === '-' || isEscape(at + 1) || (isName(text[at + 1] ?? ' ') && !/\d/.test(text[at + 1]!))
      );
    return isEscape(at) || (c !== '' && isName(c) && !/\d/.test(c));
  };
  const name = (): string => {
    const from = i;
    for (;;)
      if (i < text.length && isName(text[i]!)) i++;
      else if (isEscape(i)) skipEscape();
      else return plain(text.slice(from, i));
  };
  const string = (): void => {
    const from = i;
    const quote = text[i++]!;
    let closed = false;
    while (i < text.length && !isNewline(text[i]!)) {
      const c = text[i++]!;
      if (c === quote) {
        closed = true;
        break;
      }
      if (c === '\\' && i < text.length) i += text.startsWith('\r\n', i) ? 2 : 1;
    }
    // A string that a newline ends is no value at all; one that the end of the text ends is (CSS Syntax).
    if (!closed && i < text.length) return;
    const within = open[open.length - 1];
    if ((within !== undefined && TAKES_ADDRESS.test(within)) || custom || rule === 'import')
      address(from, plain(text.slice(from + 1, closed ? i - 1 : i)), quote + BLANK + quote);
  };
  /** `url(` has been read: an address without quotes, up to its parenthesis. */
  const plainUrl = (from: number): void => {
    const start = i;
    while (i < text.length && text[i] !== ')')
      if (isEscape(i)) skipEscape();
      else i++;
    const value = plain(text.slice(start, i).replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$/g, ''));
    if (i < text.length) i++;
    address(from, value, `url(${BLANK})`);
  };

  while (i < text.length) {
    const c = text[i]!;
    const from = i;
    if (text.startsWith('/*', i)) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 2;
    } else if (c === '"' || c === "'") string();
    else if (c === '@' && startsName(i + 1)) {
      i++;
      endRule(from);
      rule = name().toLowerCase();
      ruleStart = from;
    } else if (c === '#') {
      i++;
      if (isName(text[i] ?? ' ') || isEscape(i)) name();
    } else if (/\d/.test(c) || (/[+-]/.test(c) && /^[+-](\d|\.\d)/.test(text.slice(i, i + 3)))) {
      i++;
      while (i < text.length && /[\d.]/.test(text[i]!)) i++;
      if (/^e[+-]\d/i.test(text.slice(i, i + 3))) i += 2;
      // Its unit, which begins no function.
      if (startsName(i)) name();
    } else if (startsName(i)) {
      const word = name();
      if (text[i] === '(') {
        i++;
        const lower = word.toLowerCase();
        const start = i;
        while (i < text.length && isSpace(text[i]!)) i++;
        if (lower === 'url' && text[i] !== '"' && text[i] !== "'") plainUrl(from);
        else {
          i = start;
          open.push(lower);
        }
      } else if (word.startsWith('--')) {
        let at = i;
        while (at < text.length && isSpace(text[at]!)) at++;
        if (text[at] === ':' && !open.length) custom = true;
      }
    } else {
      i++;
      if (c === '(' || c === '[') open.push('');
      else if (c === ')' || c === ']') open.pop();
      else if (c === ';' || c === '{' || c === '}') {
        if (c !== ';') open.length = 0;
        if (!open.length) {
          custom = false;
          endRule(c === ';' ? i : from);
        }
      }
    }
  }
  endRule(i);
  return copied ? out + text.slice(copied) : out || text;
}
