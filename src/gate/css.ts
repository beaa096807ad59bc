/** What stands in a text that holds an address; all other texts are passed over. */
export const WORDS = /url|@import|-set|\\|["']\s*(https?:|\/)/i;

/** Functions whose strings are addresses (CSS Values 4, CSS Images 4). */
const LOADERS = /^(url|src|(-\w+-)?image-set)$/;

/** Stands where a held address stood: nobody is asked for it. */
export const BLANK = 'about:blank';

const plainText = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})(?:\r\n|\s)?|([\s\S]))/gi, (_, hex, char) =>
    hex ? String.fromCodePoint(Math.min(+('0x' + hex), 0x10ffff)) : char,
  );

/**
 * Takes addresses out of CSS: of `url()`, `src()`, `image-set()` and `@import`, and strings in custom properties, which
 * may end up in any of these. A namespace is a name, whatever it looks like, and what begins with `#` is in the page.
 *
 * @param text a style sheet, a list of declarations or a value
 * @param held whether an address is held: it is replaced by {@link BLANK} then
 * @returns the very text if nothing in it is held
 */
export function gateCss(text: string, held: (address: string) => boolean): string {
  if (!WORDS.test(text)) return text;
  // In one file with `<script` the first mark must not stand as it is: in a page, HTML would see a comment.
  // A comment, a string, a word (with the parenthesis that makes it a function), a mark (CSS Syntax 3).
  const tokens =
    /\/\*[\s\S]*?(?:\*\/|$)|<!-{2}|("|')((?:\\(?:\r\n|[\s\S])|(?!\1)[^\\\n\r\f])*)\1?|([@#]?(?:[-\w\x80-\uffff]|\\(?:[\da-f]{1,6}(?:\r\n|[ \t\n\r\f])?|[^\n\r\f]))+)(\(?)|[(){};]/gi;
  // What `url(` takes without quotes.
  const bare = /[ \t\n\r\f]*(?!["' \t\n\r\f])((?:\\[\s\S]|[^)\\])*)/y;
  let out = '';
  let done = 0;
  /** The at-word or the custom property that is being read. */
  let at = '';
  /** For each open parenthesis, whether strings in it are addresses. */
  const open: boolean[] = [];
  function look(address: string, start: number): void {
    const plain = plainText(address).trim();
    if (!plain || plain[0] === '#' || at === '@namespace' || !held(plain)) return;
    out += text.slice(done, start) + BLANK;
    done = start + address.length;
  }
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [token, quote, string, word, call] = match;
    const inside = open[open.length - 1]!;
    if (quote) {
      if (inside || /^(@import|--)/.test(at)) look(string!, match.index + 1);
    } else if (word) {
      const name = plainText(word).toLowerCase();
      if (word[0] === '@' || name.startsWith('--')) at = name;
      if (!call) continue;
      open.push(inside || LOADERS.test(name));
      bare.lastIndex = tokens.lastIndex;
      const content = name === 'url' && bare.exec(text);
      if (!content) continue;
      look(content[1]!, bare.lastIndex - content[1]!.length);
      tokens.lastIndex = bare.lastIndex;
    } else if (token === '(') open.push(inside);
    else if (token === ')') open.pop();
    else if (!token[1]) at = '';
  }
  return out + text.slice(done);
}
