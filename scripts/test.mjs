// `npm test`: types, lint, build, unit tests, then the browser tests in real Chromium, Firefox and, where it is installed, WebKit.
import { findBrowsers, withoutWebKit } from './find-browsers.mjs';
import { bin, createTally } from './lib/tally.mjs';

const skipBrowsers = process.env.HEED_SKIP_BROWSERS === '1';
const banner = () =>
  console.warn(`
****************************************************************************
**  HEED_SKIP_BROWSERS=1: THE BROWSER TESTS ARE SKIPPED.                  **
**  What Heed holds and releases is NOT tested by this run.               **
****************************************************************************`);

const tally = createTally();

let browsers;
if (skipBrowsers) banner();
else {
  try {
    browsers = await findBrowsers();
    for (const [name, found] of Object.entries(browsers))
      if (found) process.env[`HEED_${name.toUpperCase()}`] = found.path;
  } catch (error) {
    tally.fail('Find browsers', error.message);
  }
}

tally.step('Types', bin('tsc'), ['--noEmit']);
tally.step('Format and lint', bin('biome'), ['ci', '.']);
const built = tally.step('Build', process.execPath, ['scripts/build.mjs']);
tally.vitest('Unit tests', 'unit');
if (browsers) {
  if (built) tally.vitest('Browser tests', 'browser', { maySkip: false });
  else
    tally.fail('Browser tests', 'Not run: the build failed, and dist/ would be that of an earlier source.');
}

const summary = tally.close();
if (skipBrowsers) banner();
else if (browsers && !browsers.webkit) console.warn(withoutWebKit());
console.log(summary);
