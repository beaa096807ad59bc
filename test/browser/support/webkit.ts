import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import net from 'node:net';
import type { Readable } from 'node:stream';
import { locate } from '../../../scripts/find-browsers.mjs';
import { NO_PROFILE, type Running, type Signalling, type Visitor } from './engine.ts';
import { dropProfile, makeProfile } from './profile.ts';
import type { StandIns } from './server.ts';
import { Inspector } from './webkit-inspector.ts';
import { openTab } from './webkit-tab.ts';

// WebKitGTK 2.50: MiniBrowser on a display of Xvfb, driven by WebKitWebDriver and heard by the inspector.

/** An address of this process alone, so that a port that was free a moment ago still is: all of 127/8 is this machine. */
const HOST = `127.${((process.pid >> 16) % 254) + 1}.${(process.pid >> 8) & 255}.${process.pid & 255 || 1}`;
const START_LIMIT = 60_000;
const SIZE = { x: 0, y: 0, width: 1280, height: 838 }; // the page itself gets 1280 × 800

/** Ends with this process, however that ends: the kernel sees to it. */
function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}, stdio: StdioOptions = 'ignore') {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
    env: { ...process.env, ...env },
    stdio,
    detached: true, // a group of its own, with its helpers
  });
  child.on('error', () => {}); // whoever waits for it finds out by its exit
  return child;
}

async function stop(child: ChildProcess) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, HOST, () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Tries again until it works, for a server that is starting says to nobody when it listens. */
async function persist<T>(what: string, child: ChildProcess, attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + START_LIMIT; ; ) {
    try {
      return await attempt();
    } catch (error) {
      const ended = child.exitCode ?? child.signalCode;
      if (ended !== null || Date.now() > end) throw new Error(`${what} did not start (${ended}): ${error}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function command(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Resolves with the number of a display that nobody else has. */
async function startDisplay(program: string): Promise<{ child: ChildProcess; display: string }> {
  // Without -noreset the display starts anew, deaf meanwhile, each time that its last browser has gone.
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'];
  const child = start(program, args, {}, ['ignore', 'ignore', 'ignore', 'pipe']);
  const display = await new Promise<string>((resolve, reject) => {
    (child.stdio[3] as Readable).once('data', (data) => resolve(`:${String(data).trim()}`));
    child.once('exit', (code) => reject(new Error(`Xvfb did not start (${code})`)));
    child.once('error', reject);
  });
  return { child, display };
}

export async function launchWebKit(site: StandIns, { gpc, dnt }: Signalling): Promise<Running> {
  if (gpc || dnt) throw new Error('WebKit has no switch for a signal.');
  const found = locate('webkit');
  if (!found?.driver || !found.xvfb)
    throw new Error('No WebKit found: see "node scripts/find-browsers.mjs".');
  const { path: program, driver, xvfb } = found;
  const screen = await startDisplay(xvfb);
  let visitor: Visitor | undefined;
  return {
    async newVisitor() {
      await visitor?.close();
      visitor = await startVisitor(program, driver, screen.display, site.port);
      return visitor;
    },
    owner: () => Promise.reject(new Error(NO_PROFILE)),
    restart: () => Promise.reject(new Error(NO_PROFILE)),
    async close() {
      await visitor?.close();
      await stop(screen.child);
    },
  };
}

/** A browser with its driver: WebKit has no contexts that know nothing of each other, and under automation no profile. */
async function startVisitor(
  program: string,
  driver: string,
  display: string,
  proxy: number,
): Promise<Visitor> {
  const home = makeProfile('webkit');
  const children: ChildProcess[] = [];
  let heard: Inspector | undefined;
  const close = async () => {
    heard?.close();
    await Promise.all(children.map(stop));
    dropProfile(home);
  };
  try {
    return await connect();
  } catch (error) {
    await close();
    throw error;
  }

  async function connect(): Promise<Visitor> {
    const [inspectorPort, driverPort] = [await freePort(), await freePort()];
    const target = `${HOST}:${inspectorPort}`;
    const browser = start(
      program,
      // The capabilities `proxy` and `acceptInsecureCerts` do nothing in 2.50: these are MiniBrowser's own switches.
      ['--automation', '--ignore-tls-errors', `--proxy=http://127.0.0.1:${proxy}`],
      {
        ...{ DISPLAY: display, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
        ...{ HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
        ...{ WEBKIT_INSPECTOR_SERVER: target, WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
      },
    );
    children.push(browser);
    const server = start(driver, [`--host=${HOST}`, `--port=${driverPort}`, `--target=${target}`]);
    children.push(server);

    const base = `http://${HOST}:${driverPort}`;
    await persist('WebKitWebDriver', server, () => command(`${base}/status`, 'GET'));
    const inspector = await persist('MiniBrowser', browser, () => Inspector.connect(HOST, inspectorPort));
    heard = inspector;
    const alwaysMatch = { pageLoadStrategy: 'none', unhandledPromptBehavior: 'accept' };
    const session = (await command(`${base}/session`, 'POST', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };

    // One command at a time, each to its own window.
    let current = '';
    let queue: Promise<unknown> = Promise.resolve();
    const send = (method: string, to: string, body?: unknown) =>
      command(`${base}/session/${session.sessionId}${to}`, method, body);
    const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
      const turn = queue.then(run);
      queue = turn.catch(() => {});
      return turn;
    };
    let last = 0;
    return {
      close,
      async newTab(source, events) {
        last += last === 1 ? 2 : 1; // the second number is the driver's
        const number = last;
        const handle = await inTurn(async () => {
          const made =
            number > 1 && ((await send('POST', '/window/new', { type: 'window' })) as { handle: string });
          current = made ? made.handle : String(await send('GET', '/window'));
          await send('POST', '/window', { handle: current });
          await send('POST', '/window/rect', SIZE);
          return current;
        });
        const drive = (method: string, to: string, body?: unknown) =>
          inTurn(async () => {
            if (current !== handle) await send('POST', '/window', { handle });
            current = handle;
            return send(method, to, body);
          });
        return openTab(inspector, number, drive, source, events);
      },
    };
  }
}
