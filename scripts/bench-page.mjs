// What consent costs a page, in Chromium on loopback: the page alone, with Heed, and with the leanest peer, in turns.
//   node scripts/bench-page.mjs [--runs 15] [--cpu 4] [--only first|returning|accept] [--least] [--json | --write]
// Needs dist/ (or HEED_DIST) and Chromium. Prints medians as a table in Markdown; `--write` puts it into
// docs/performance.md, which says what each line means. `--json` gives every round. `--least` adds what no gate can do
// without.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { locate } from './find-browsers.mjs';
import { listen, watch } from './lib/page/probe.mjs';
import { startServer } from './lib/page/server.mjs';
import { subjects as subjectsOf } from './lib/page/subjects.mjs';
import { median, table } from './lib/statistics.mjs';

const PARTS = ['first', 'returning', 'accept'];
/** Tags that wait on the page of a usual visit, and on the one of the hard click. */
const [USUAL, MANY] = [4, 20];

/** Interactions that take no longer, in ms, the browser does not tell of. */
const UNTOLD = 16;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    cpu: { type: 'string', default: '4' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    least: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const slower = Number(options.cpu);
if (options.only && !PARTS.includes(options.only)) throw new Error(`--only takes ${PARTS.join(', ')}`);
if (options.write && (options.only || options.least))
  throw new Error('--write takes the whole table, without --only and --least');
const wants = (part) => !options.only || options.only === part;

const dist = process.env.HEED_DIST ?? path.join(import.meta.dirname, '../dist');
const subjects = subjectsOf(path.resolve(dist), options.least);
const server = await startServer(subjects);
const browser = await puppeteer.launch({
  executablePath: locate('chromium').path,
  headless: true,
  defaultViewport: { width: 1280, height: 800 },
  args: [
    ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    '--host-resolver-rules=MAP * 127.0.0.1',
  ],
});

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
/** Long enough for everything that a visit brings, slowed down. */
const settled = () => pause(300 + 150 * slower);

async function visit(context, subject, tags, { watched = false } = {}) {
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  await page.evaluateOnNewDocument(`(${listen})()`);
  if (watched && subject.banner) await page.evaluateOnNewDocument(`(${watch})(() => ${subject.banner})`);
  // Processor time of the main thread: what else the machine does disturbs it less than a clock.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(server.urlOf(subject, tags));
  if (watched && subject.banner) await page.waitForFunction('window.probe.shown', { polling: 100 });
  await settled();
  return { page, devtools, subject };
}

async function metrics({ devtools }) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const report = ({ page, subject }) => page.evaluate(`window.probe.report(${subject.banner ?? 'null'})`);

/** A real click: milliseconds until the next frame stands, as the browser tells, and when the finger was lifted. */
async function click(visited, find) {
  const { page } = visited;
  const [x, y] = await page.evaluate(
    `(() => { const { x, y, width, height } = (${find}).getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()`,
  );
  await page.mouse.move(x, y);
  await pause(200);
  await page.mouse.click(x, y, { delay: 50 });
  await page.waitForFunction('window.probe.isTold()', { polling: 100 });
  await settled();
  const { interactions, clicked } = await report(visited);
  return { inp: Math.max(UNTOLD, ...interactions), at: clicked };
}

/** Somebody who was never here: what the visit costs, with nobody looking. */
async function firstVisit(subject) {
  const context = await browser.createBrowserContext();
  server.reset();
  const visited = await visit(context, subject, USUAL);
  const cost = await metrics(visited);
  const { shift, long, lcp, isBannerLargest } = await report(visited);
  await visited.devtools.send('HeapProfiler.collectGarbage');
  const heap = await metrics(visited);
  const result = {
    script: cost.ScriptDuration * 1000,
    task: cost.TaskDuration * 1000,
    long,
    lcp,
    bannerIsLcp: Number(isBannerLargest),
    shift,
    heap: heap.JSHeapUsedSize / 1024,
    bytes: server.files.reduce((sum, [, bytes]) => sum + bytes, 0),
    requests: server.files.length,
  };
  await context.close();
  return result;
}

/** Somebody who refuses, and comes back. */
async function refusal(subject) {
  const context = await browser.createBrowserContext();
  const visited = await visit(context, subject, USUAL, { watched: true });
  const result = { shown: await visited.page.evaluate('window.probe.shown') };
  if (subject.refuse) result.refuseInp = (await click(visited, subject.refuse)).inp;
  await visited.page.close();
  if (wants('returning')) {
    const back = await visit(context, subject, USUAL);
    const cost = await metrics(back);
    result.backScript = cost.ScriptDuration * 1000;
    result.backTask = cost.TaskDuration * 1000;
  }
  await context.close();
  return result;
}

/** Somebody who accepts while many tags wait. */
async function acceptance(subject) {
  const context = await browser.createBrowserContext();
  const visited = await visit(context, subject, MANY, { watched: true });
  server.reset();
  const { inp, at } = await click(visited, subject.accept);
  for (let left = 50; left && server.tags.length < MANY; left--) await pause(100);
  const result = {
    acceptInp: inp,
    early: Number(server.tags[0] - at < inp),
    firstTag: server.tags[0] - at,
    allTags: server.tags[MANY - 1] - at,
  };
  await context.close();
  return result;
}

const results = new Map(subjects.map((subject) => [subject, []]));
for (let run = -1; run < runs; run++) {
  for (const subject of run % 2 ? [...subjects].reverse() : subjects) {
    const result = {
      ...(wants('first') && (await firstVisit(subject))),
      ...(options.only !== 'accept' && (await refusal(subject))),
      ...(wants('accept') && subject.accept && (await acceptance(subject))),
    };
    // The first round warms up.
    if (run >= 0) results.get(subject).push(result);
  }
  if (process.stderr.isTTY) process.stderr.write(`${run + 1} of ${runs}\n`);
}
const version = await browser.version();
await browser.close();
server.close();

/** Key, meaning, decimals, and whether the page alone is taken off. */
const LINES = [
  ['script', 'first visit: script, ms of processor', 1, true],
  ['task', 'first visit: main thread, ms of processor', 1, true],
  ['backScript', 'returning, refused: script, ms of processor', 1, true],
  ['backTask', 'returning, refused: main thread, ms of processor', 1, true],
  ['shown', 'banner can be seen, ms after the start', 0, false],
  ['lcp', 'largest contentful paint, ms after the start', 0, false],
  ['bannerIsLcp', 'visits whose largest paint is the banner', 2, false],
  ['shift', 'layout shift (CLS)', 4, false],
  ['long', 'long tasks of the first visit, ms', 0, true],
  ['acceptInp', `accept, ${MANY} tags wait: next paint (INP), ms`, 0, false],
  ['firstTag', `accept, ${MANY} tags wait: first tag at the server, ms`, 0, false],
  ['allTags', `accept, ${MANY} tags wait: last tag at the server, ms`, 0, false],
  ['early', `accept, ${MANY} tags wait: clicks whose first tag came before that paint`, 2, false],
  ['refuseInp', 'refuse: next paint (INP), ms', 0, false],
  ['bytes', 'first visit: bytes of the library (brotli)', 0, false],
  ['requests', 'first visit: requests of the library', 0, false],
  ['heap', 'first visit: heap, KiB', 0, true],
];

const [alone, ...others] = subjects;
const middle = (subject, key) => median(results.get(subject).map((result) => result[key]));
const rows = LINES.filter(([key]) => others.some((subject) => middle(subject, key) !== undefined)).map(
  ([key, meaning, decimals, over]) => {
    const show = (value) => (value === undefined ? '–' : value.toFixed(decimals));
    const base = middle(alone, key);
    return [
      meaning,
      show(base),
      ...others.map((subject) => {
        const value = middle(subject, key);
        return (over ? '+' : '') + show(over && value !== undefined ? value - base : value);
      }),
    ];
  },
);
const said = [
  `Medians of ${runs} rounds in turns, processor ${slower > 1 ? `slowed down ${slower} times` : 'as it is'}.`,
  `${version.replace('/', ' ')}, ${os.cpus()[0].model}, ${os.cpus().length} cores, ${os.platform()}, Node ${process.versions.node},`,
  `${new Date().toISOString().slice(0, 10)}. "+" is what comes on top of the page alone.`,
].join('\n');
const head = ['', ...subjects.map(({ name, version }) => `${name} ${version}`.trim())];
const page = `${said}\n\n${table(head, rows)}`;
if (options.json)
  console.log(
    JSON.stringify({ said, runs: Object.fromEntries([...results].map(([{ name }, list]) => [name, list])) }),
  );
else console.log(page);
if (options.write) {
  const file = path.join(import.meta.dirname, '../docs/performance.md');
  const [start, end] = [`<!-- bench-page --cpu ${slower} -->\n`, '\n<!-- end -->'];
  const [before, after] = fs.readFileSync(file, 'utf8').split(start);
  if (after === undefined) throw new Error(`docs/performance.md has no place for it: ${start}`);
  fs.writeFileSync(file, `${before}${start}\n${page}\n${after.slice(after.indexOf(end))}`);
}
