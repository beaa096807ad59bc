// Finds the browsers that the tests run in, and installs what is missing. `node scripts/find-browsers.mjs` says what there is.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const KINDS = {
  chromium: {
    title: 'Chromium',
    variable: 'HEED_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    files: [
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/opt/google/chrome/chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    playwright: [
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    debian: ['chromium'],
  },
  firefox: {
    title: 'Firefox',
    variable: 'HEED_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    files: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/opt/firefox/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    playwright: ['firefox/firefox', 'firefox/Nightly.app/Contents/MacOS/firefox'],
    debian: ['firefox-esr'],
  },
  // WebKitGTK: the engine of Safari. Its small browser is driven on a display of Xvfb; setpriv ends it with the tests.
  webkit: {
    title: 'WebKit',
    variable: 'HEED_WEBKIT',
    commands: [],
    files: ['/usr/lib', ...multiarch(), '/usr/lib64', '/usr/libexec'].map(
      (folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`,
    ),
    playwright: [],
    debian: ['webkit2gtk-driver', 'xvfb'],
    helpers: { driver: 'WebKitWebDriver', xvfb: 'Xvfb', setpriv: 'setpriv' },
  },
};

function multiarch() {
  const names = fs.existsSync('/usr/lib') ? fs.readdirSync('/usr/lib') : [];
  return names.filter((name) => name.includes('-linux-gnu')).map((name) => `/usr/lib/${name}`);
}

/** Chromium and Firefox are always needed, WebKit where `HEED_REQUIRE_WEBKIT=1` says so. */
const isNeeded = (name) => name !== 'webkit' || process.env.HEED_REQUIRE_WEBKIT === '1';

const isProgram = (file) => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

const onPath = (commands) => {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
};

/**
 * Where a browser is: `{ path, from }`, and for WebKit what drives it (`driver`, `xvfb`, `setpriv`); or undefined. A
 * variable that points nowhere is an error, not a hint.
 */
export function locate(name) {
  const browser = locateProgram(name);
  const helpers = Object.entries(KINDS[name].helpers ?? {}).map(([key, command]) => [
    key,
    onPath([command]).find(isProgram),
  ]);
  return browser && helpers.every(([, file]) => file)
    ? { ...browser, ...Object.fromEntries(helpers) }
    : undefined;
}

function locateProgram(name) {
  const kind = KINDS[name];
  const given = process.env[kind.variable];
  if (given) {
    if (!isProgram(given)) throw new Error(`${kind.variable} is ${given}: no such program`);
    return { path: given, from: kind.variable };
  }
  const system = [...onPath(kind.commands), ...kind.files].find(isProgram);
  if (system) return { path: system, from: 'the system' };
  const playwright = inPlaywrightCache(name).find(isProgram);
  return playwright && { path: playwright, from: "Playwright's cache" };
}

function inPlaywrightCache(name) {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    path.join(os.homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  if (!fs.existsSync(cache)) return [];
  return fs
    .readdirSync(cache)
    .filter((folder) => new RegExp(`^${name}-\\d+$`).test(folder))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((folder) => KINDS[name].playwright.map((file) => path.join(cache, folder, file)));
}

const versionOf = (file, display) => {
  const env = display ? { ...process.env, DISPLAY: display } : process.env;
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 60_000, env });
  return stdout?.trim().split('\n').pop() || 'version unknown';
};

/** MiniBrowser tells its version only where there is a display. */
async function versionOfWebKit({ path: file, xvfb }) {
  const screen = spawn(xvfb, ['-displayfd', '1', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const number = await new Promise((resolve, reject) => {
      screen.stdout.once('data', (data) => resolve(String(data).trim()));
      screen.once('error', reject).once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    });
    return versionOf(file, `:${number}`);
  } finally {
    screen.kill();
  }
}

/**
 * Playwright's Firefox is patched for Playwright's own protocol, while these tests drive Firefox over WebDriver BiDi:
 * it is taken only if it starts and opens a page that way.
 */
async function speaksBidi(executablePath) {
  const { default: puppeteer } = await import('puppeteer-core');
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      timeout: 60_000,
    });
    try {
      await browser.newPage();
      return true;
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}

const usable = async (name) => {
  const found = locate(name);
  if (name === 'firefox' && found?.from === "Playwright's cache" && !(await speaksBidi(found.path)))
    return undefined;
  return found;
};

function run(log, command, args, env = {}) {
  log(`$ ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

function install(names, log) {
  const packages = names.flatMap((name) => KINDS[name].debian);
  const unattended = { DEBIAN_FRONTEND: 'noninteractive' };
  const root = process.getuid?.() === 0;
  if (fs.existsSync('/etc/debian_version') && (root || works('sudo', ['-n', 'true']))) {
    const apt = root ? ['apt-get'] : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    const [command, ...rest] = apt;
    if (
      run(log, command, [...rest, 'update'], unattended) &&
      run(log, command, [...rest, 'install', '-y', ...packages], unattended)
    )
      return;
  }
  // Playwright's WebKit is patched for its own protocol, and has no driver.
  const rest = names.filter((name) => KINDS[name].playwright.length);
  if (rest.length) run(log, 'npx', ['--yes', 'playwright', 'install', ...rest]);
}

/**
 * The browsers, installed if need be: `{ chromium: { path, from, version }, firefox: …, webkit: … }`. Throws if one cannot
 * be had that is needed; WebKit need not be there, and is undefined then, unless `HEED_REQUIRE_WEBKIT=1`.
 */
export async function findBrowsers({ log = console.log } = {}) {
  const names = Object.keys(KINDS);
  const found = {};
  for (const name of names) found[name] = await usable(name);
  const missing = names.filter((name) => !found[name] && isNeeded(name));
  if (missing.length) {
    log(`Not found: ${missing.map((name) => KINDS[name].title).join(', ')}. Installing.`);
    install(missing, log);
    for (const name of missing) {
      const got = await usable(name);
      found[name] = got && { ...got, installed: true };
    }
  }
  const still = missing.filter((name) => !found[name]);
  if (still.length) throw new Error(still.map(howToGet).join('\n'));
  for (const name of names.filter((name) => found[name])) {
    found[name].version = await (name === 'webkit'
      ? versionOfWebKit(found[name])
      : versionOf(found[name].path));
    log(
      `${KINDS[name].title}: ${found[name].version}, ${found[name].path} (${found[name].installed ? 'just installed' : `from ${found[name].from}`})`,
    );
  }
  if (!found.webkit) log(withoutWebKit());
  return found;
}

/** What is not tested where WebKit is not installed. */
export const withoutWebKit = () => `
****************************************************************************
**  NO WEBKIT (THE ENGINE OF SAFARI) HERE: IT IS NOT TESTED BY THIS RUN.  **
**  Debian: apt-get install ${KINDS.webkit.debian.join(' ').padEnd(46)}**
****************************************************************************`;

function howToGet(name) {
  const { title, variable, debian } = KINDS[name];
  return `No ${title} found, and none could be installed. Install it (Debian: apt-get install ${debian.join(' ')}) or set ${variable} to the path of its program. HEED_SKIP_BROWSERS=1 leaves the browser tests out.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await findBrowsers();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
