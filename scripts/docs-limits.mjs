// Writes the measured part of docs/limits.md from docs/limits.json: per way of installing and engine, how many ways out
// were left, and one row for each, with why. `node scripts/docs-limits.mjs` writes the page;
// `node scripts/docs-limits.mjs WAY ENGINE RESULT.json` first takes a result of the leak lab in.
import fs from 'node:fs';
import path from 'node:path';

const docs = path.join(import.meta.dirname, '../docs');
const DATA = path.join(docs, 'limits.json');
const PAGE = path.join(docs, 'limits.md');
const START = '<!-- measured: written by scripts/docs-limits.mjs -->';
const END = '<!-- /measured -->';

const WAYS = {
  tag: 'script tag alone',
  soft: 'soft guard and script tag',
  guard: 'guard and script tag',
  rewritten: 'rewritten HTML, server headers and script tag',
};
const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/** Why a way out is left, by the name of the vector; the first that matches. */
const WHY = [
  [/^hdr\./, 'a response header: the browser acts on it before there is a page'],
  [/preconnect/, 'a connection without a request: no policy covers it, and the parser makes it at once'],
  [/^link\.prerender$/, "Chromium's old prerender asks no policy, and starts at once"],
  [/^spec\./, 'speculation rules ask no policy, and start at once'],
  [
    /srcset|parse\.picture/,
    'the preload scanner asks before any script can; Firefox does so under a policy in a `<meta>` too',
  ],
  [/^worker\.service$/, 'a service worker of the site itself: no page sees what it asks for'],
  [
    /^worker\.(shared\.)?first$/,
    'a worker of the site itself, which comes over the network with a policy of its own',
  ],
  [/^parse\.iframe\.firstparty$/, 'a page of the site itself in a frame: it needs its own script tag'],
  [/^nav\./, 'navigation of the whole page is the visitor’s'],
  [/redirect/, 'the site’s own address, whose server leads elsewhere: a page sees only the first'],
  [/^img\.iframe\.(location|replace)/, 'the location of an empty frame can be neither patched nor watched'],
  [/import\(\)|eval\.import/, 'import() in classic code: no function that could be patched'],
  [/setcookie/, 'a cookie that a response of the site itself sets'],
  [/^store\./, 'a name that the file does not list, written by the site’s own code: it is the site’s own'],
  [/^parse\.srcdoc|^parse\.shadow/, 'parser-made, and running before an observer is called'],
  [/^parse\.(object|embed)/, 'parser-made: asked for when inserted; taken back, but the request may get out'],
  [
    /^(parse|scan|chunk|link|css|svg)\./,
    'parser-made: the preload scanner or the parser asks before any script can',
  ],
];
const why = (id) => WHY.find(([pattern]) => pattern.test(id))?.[1] ?? 'not held';

/** The measured part of the page. */
export function measured(data) {
  const engines = Object.keys(ENGINES).filter((engine) => data.engines[engine]);
  const ways = Object.keys(WAYS).filter((way) => data.ways[way]);
  const of = (way, engine) => data.ways[way]?.[engine];
  /** A table with its columns in line, as the formatter of the project writes them. */
  const table = (head, rows) => {
    const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((cells) => cells[i].length)));
    const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
    return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
  };

  const lines = [
    `Measured on ${data.date} with ${engines.map((engine) => data.engines[engine]).join(', ')}, on Linux, for a visitor who has chosen nothing, with \`"unlisted": "hold"\`: how many of the ways out that the engine has at all were left. The judge was the server that would have received the request. WebKitGTK has the engine of Safari, but it is not Safari.`,
    '',
    ...table(
      ['installed as', ...engines.map((engine) => ENGINES[engine])],
      ways.map((way) => [
        WAYS[way],
        ...engines.map((engine) => {
          const result = of(way, engine);
          if (!result) return 'not run';
          const headers = result.leaked.filter((id) => id.startsWith('hdr.')).length;
          return `${result.leaked.length} of ${result.total}${headers ? `, ${headers} of them response headers` : ''}`;
        }),
      ]),
    ),
    '',
    'What was left, one by one. Nothing of the page’s own work was broken in any run.',
    '',
  ];
  const ids = new Set(ways.flatMap((way) => engines.flatMap((engine) => of(way, engine)?.leaked ?? [])));
  const cell = (way, id) =>
    engines
      .filter((engine) => of(way, engine)?.leaked.includes(id))
      .map((engine) => ENGINES[engine][0])
      .join(' ');
  lines.push(
    ...table(
      ['way out', ...ways.map((way) => WAYS[way]), 'why'],
      [...ids].sort().map((id) => [`\`${id}\``, ...ways.map((way) => cell(way, id)), why(id)]),
    ),
  );
  lines.push('', engines.map((engine) => `${ENGINES[engine][0]}: ${ENGINES[engine]}`).join(', ') + '.');
  return lines.join('\n');
}

/** The page with its measured part as the data say. */
export function withMeasured(page, data) {
  const [before, rest] = page.split(START);
  const [, after] = rest.split(END);
  return `${before}${START}\n\n${measured(data)}\n\n${END}${after}`;
}

if (import.meta.filename === process.argv[1]) {
  const data = fs.existsSync(DATA) ? JSON.parse(fs.readFileSync(DATA, 'utf8')) : { engines: {}, ways: {} };
  const [way, engine, file] = process.argv.slice(2);
  if (file) {
    const result = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (result.broken.length) throw new Error(`the page's own work is broken: ${result.broken}`);
    data.date = new Date().toISOString().slice(0, 10);
    data.engines[engine] = result.browser
      .replace('/', ' ')
      .replace(/^firefox/, 'Firefox')
      .replace(/^Chrome/, 'Chromium');
    data.ways[way] = {
      ...data.ways[way],
      [engine]: { total: result.total, leaked: result.leakedIds.sort() },
    };
    fs.writeFileSync(DATA, `${JSON.stringify(data, null, 2)}\n`);
  }
  fs.writeFileSync(PAGE, withMeasured(fs.readFileSync(PAGE, 'utf8'), data));
}
