import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { makeCertificate } from './certificate.ts';

/** A request as it arrived. The list of these is the oracle of every browser test. */
export interface Received {
  url: string;
  host: string;
  method: string;
  /** Path with query. */
  path: string;
  gpc: string;
  dnt: string;
  cookie: string;
  referer: string;
  /** `Sec-Fetch-Dest`: document, script, image … */
  dest: string;
  body: string;
}

export interface Answer {
  body?: string | Buffer;
  type?: string;
  status?: number;
  headers?: Record<string, string | string[]>;
  /** Milliseconds: for order under a slow answer, never to wait for something. */
  delay?: number;
  /** The answer waits for `release()`. */
  hold?: boolean;
  /** The connection is cut instead of an answer. */
  abort?: boolean;
}

type Given<T> = T | ((request: Received) => T);

export interface PageOptions {
  headers?: Record<string, string>;
  /** Only on this host of the first party. Default: on all of them. */
  host?: string;
}

const SITE = 'shop.example';
const ORIGIN = `https://www.${SITE}`;
const WAIT = 20_000;
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const HTML = 'text/html; charset=utf-8';
const IMAGE = /\.(gif|png|jpe?g|webp|svg|ico)$/i;
const TYPES: Record<string, string> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  html: HTML,
};

/** Answered and not logged: how a test finds out that all that left before has arrived. */
export const ROUND_TRIP = '/.round-trip';

/** What the browsers ask for by themselves. Chromium gets no address for it, Firefox no connection. */
export const BROWSERS_OWN_HOSTS = [
  ...['accounts.google.com', 'clients2.google.com', 'update.googleapis.com', 'safebrowsing.googleapis.com'],
  ...['optimizationguide-pa.googleapis.com', 'safebrowsinghttpgateway.googleapis.com', 'mtalk.google.com'],
  ...[
    'content-autofill.googleapis.com',
    'android.clients.google.com',
    'redirector.gvt1.com',
    'edgedl.me.gvt1.com',
  ],
  ...['detectportal.firefox.com', 'mozilla.com', 'mozilla.net', 'mozilla.org'],
];

const isUnder = (host: string, parent: string) => host === parent || host.endsWith(`.${parent}`);
const suffixOf = (pathname: string) => /\.([a-z0-9]+)$/i.exec(pathname)?.[1]?.toLowerCase() ?? '';

/** `*` stands for anything. A pattern that starts with `/` is a path of the site; one without `*` or scheme is a host. */
export function matches(pattern: string, url: string): boolean {
  const full = pattern.startsWith('/')
    ? `*://*${SITE}${pattern}`
    : /^(https?:|\*)/.test(pattern)
      ? pattern
      : `*://${pattern}${pattern.includes('/') ? '' : '/*'}`;
  const source = full.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`).test(url);
}

const newState = () => ({
  log: [] as Received[],
  inFlight: 0,
  pages: new Map<string, { html: Given<string>; headers: Record<string, string> }>(),
  served: [] as { pattern: string; answer: Given<Answer> }[],
  held: [] as { url: string; send: () => void }[],
  released: [] as string[],
  connections: [] as string[],
  latency: 0,
  accepted: [] as string[],
});

export type StandIns = Awaited<ReturnType<typeof startServer>>;

/**
 * One loopback port that stands for every host, plain and TLS: the site `shop.example` as the test describes it and
 * `dist/` as built, and vendors that answer anything.
 */
export async function startServer(dist: string) {
  const { key, cert, fingerprint } = makeCertificate();
  const sockets = new Set<net.Socket>();
  const listeners = new Set<() => void>();
  let state = newState();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const isOwn = (host: string) => isUnder(host, SITE);

  async function until<T>(what: string, look: () => T | undefined): Promise<T> {
    const now = look();
    if (now !== undefined) return now;
    return new Promise<T>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        listeners.delete(listener);
      };
      const listener = () => {
        const found = look();
        if (found === undefined) return;
        end();
        resolve(found);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`Waited ${WAIT / 1000} s for ${what}. Received:\n${site.describe()}`));
      }, WAIT);
      listeners.add(listener);
    });
  }

  const site = {
    origin: ORIGIN,
    url: (pathname = '/') => new URL(pathname, ORIGIN).href,

    /** Registers a page of the site, before it is asked for. */
    page(pathname: string, html: Given<string>, { headers = {}, host = '' }: PageOptions = {}) {
      state.pages.set(host + pathname, { html, headers });
    },
    /** Answers anything else; of two that match, the later one counts. */
    serve(pattern: string, answer: Given<Answer>) {
      state.served.unshift({ pattern, answer });
    },
    /** Web socket connections there are taken; all others are cut. */
    accept(pattern: string) {
      state.accepted.push(pattern);
    },
    /** A file of the build that is not answered before `release()`. */
    delayBuild(pathname: string) {
      const body = fs.readFileSync(path.join(dist, pathname));
      state.served.unshift({ pattern: pathname, answer: { body, hold: true } });
    },
    /** Lets held answers go, now and from now on. */
    release(pattern: string) {
      state.released.push(pattern);
      const going = state.held.filter(({ url }) => matches(pattern, url));
      state.held = state.held.filter((held) => !going.includes(held));
      for (const { send } of going) send();
    },

    received: (pattern = '*') => state.log.filter(({ url }) => matches(pattern, url)),
    /** URLs that reached any host but the site's own, in order. */
    thirdParty: () => state.log.filter(({ host }) => !isOwn(host)).map(({ url }) => url),
    /** Hosts but the site's own that a TLS connection was opened to, whether a request came or not. */
    connections: () =>
      state.connections.filter((host) => !isOwn(host) && !host.endsWith('.roundtrip.example')),
    /** Milliseconds before a new connection is answered, as over a real network. A connection that is kept has none. */
    set latency(milliseconds: number) {
      state.latency = milliseconds;
    },
    /** Resolves once as many requests as asked for have arrived. */
    waitForRequest(pattern: string, count = 1): Promise<Received[]> {
      return until(`${count} × ${pattern}`, () => {
        const found = site.received(pattern);
        return found.length >= count ? found : undefined;
      });
    },
    /** Resolves once the server owes no answer but those that it holds on purpose. */
    quiet: () => until('the end of all answers', () => (state.inFlight === 0 ? true : undefined)),
    get count() {
      return state.log.length;
    },
    describe: () => state.log.map(({ method, url }) => `  ${method} ${url}`).join('\n') || '  nothing',
    /** Forgets what was received, not what is served. */
    clear() {
      state.log = [];
    },
    reset() {
      const { held } = state;
      state = newState();
      for (const { send } of held) send();
    },
  };

  function respond(request: http.IncomingMessage, response: http.ServerResponse, secure: boolean) {
    // A proxied plain request names its whole URL.
    const target = request.url ?? '/';
    const whole = /^https?:\/\//.test(target) ? new URL(target) : undefined;
    const host = (whole?.host ?? request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const pathAndQuery = whole ? whole.pathname + whole.search : target;
    const pathname = pathAndQuery.replace(/[?#].*/s, '');
    if (pathname === ROUND_TRIP) {
      const headers = {
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
        connection: 'close',
      };
      response.writeHead(204, headers).end();
      return;
    }
    if (BROWSERS_OWN_HOSTS.some((own) => isUnder(host, own))) {
      request.socket.destroy();
      return;
    }

    const header = (name: string) => String(request.headers[name] ?? '');
    const entry: Received = {
      url: `${secure ? 'https' : 'http'}://${host}${pathAndQuery}`,
      host,
      method: request.method ?? 'GET',
      path: pathAndQuery,
      gpc: header('sec-gpc'),
      dnt: header('dnt'),
      cookie: header('cookie'),
      referer: header('referer'),
      dest: header('sec-fetch-dest'),
      body: '',
    };
    const mine = state; // a later test has another
    mine.log.push(entry);
    mine.inFlight += 1;
    let open = true;
    const done = () => {
      if (!open) return;
      open = false;
      mine.inFlight -= 1;
      changed();
    };
    response.on('close', done);
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      entry.body += chunk;
    });

    const answer = (isOwn(host) ? ownAnswer : standInAnswer)(entry, pathname);
    const write = () => {
      if (answer.abort) {
        request.socket.destroy();
        done();
        return;
      }
      if (response.destroyed) return;
      response.writeHead(answer.status ?? 200, {
        'content-type': answer.type ?? HTML,
        // A stored document may come back from the back-forward cache; a vendor is asked each time.
        'cache-control': isOwn(host) ? 'no-cache' : 'no-store',
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        ...answer.headers,
      });
      response.end(request.method === 'HEAD' ? undefined : answer.body);
    };
    const send = () => {
      if (answer.delay) setTimeout(write, answer.delay);
      else write();
    };
    request.on('end', () => {
      changed();
      if (answer.hold && !mine.released.some((pattern) => matches(pattern, entry.url))) {
        done();
        mine.held.push({ url: entry.url, send });
      } else send();
    });
  }

  function given(entry: Received): Answer | undefined {
    const found = state.served.find(({ pattern }) => matches(pattern, entry.url));
    return typeof found?.answer === 'function' ? found.answer(entry) : found?.answer;
  }

  function ownAnswer(entry: Received, pathname: string): Answer {
    const suffix = suffixOf(pathname);
    const type = TYPES[suffix] ?? HTML;
    const own = given(entry);
    if (own) return { type, body: '', ...own };
    const page = state.pages.get(entry.host + pathname) ?? state.pages.get(pathname);
    if (page) {
      const body = typeof page.html === 'function' ? page.html(entry) : page.html;
      return { type, body, headers: page.headers };
    }
    const file = path.join(dist, path.normalize(pathname));
    if (suffix && fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
      return { type, body: fs.readFileSync(file) };
    }
    if (IMAGE.test(pathname)) return { type: 'image/gif', body: GIF };
    return { status: 404, type: 'text/plain', body: 'Not found' };
  }

  function standInAnswer(entry: Received, pathname: string): Answer {
    const suffix = suffixOf(pathname);
    const usual = (): Answer => {
      if (IMAGE.test(pathname) || entry.dest === 'image') return { type: 'image/gif', body: GIF };
      if (/^m?js$/.test(suffix) || entry.dest === 'script') {
        const name = JSON.stringify(entry.host + pathname);
        return { type: 'text/javascript', body: `(window.__ran = window.__ran || []).push(${name})` };
      }
      if (suffix === 'css' || entry.dest === 'style') return { type: 'text/css', body: '' };
      // The icon is in the page: by themselves, browsers ask for one when they please.
      return {
        type: HTML,
        body: `<!doctype html><link rel=icon href="data:,"><title>${entry.host}</title><p>Stand-in for ${entry.host}`,
      };
    };
    return { ...usual(), ...given(entry) };
  }

  /** A web socket of a stand-in that `accepts`: each short text that comes is logged, as of the method `SOCKET`. */
  function accept(request: http.IncomingMessage, socket: net.Socket) {
    const host = String(request.headers.host).replace(/:\d+$/, '');
    const url = `https://${host}${request.url}`;
    if (!state.accepted.some((pattern) => matches(pattern, url))) return socket.destroy();
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`; // RFC 6455, 1.3
    const answer = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
    );
    const mine = state;
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      // A frame of a client: kind, length (less than 126), four bytes of mask, text.
      for (let length = 0; rest.length > 5 && rest.length >= 6 + (length = rest[1]! & 127); ) {
        const text = rest.subarray(6, 6 + length).map((byte, i) => byte ^ rest[2 + (i % 4)]!);
        const isText = (rest[0]! & 15) === 1;
        rest = rest.subarray(6 + length);
        if (!isText) {
          socket.end(Buffer.from([0x88, 0]));
          return;
        }
        const plainly = { gpc: '', dnt: '', cookie: '', referer: '', dest: 'websocket' };
        const body = Buffer.from(text).toString();
        mine.log.push({ url, host, method: 'SOCKET', path: request.url ?? '/', body, ...plainly });
        changed();
      }
    });
  }

  const plain = http.createServer((request, response) => respond(request, response, false));
  const tls = https.createServer({ key, cert }, (request, response) => respond(request, response, true));

  /** The first byte tells TLS (22, a handshake) from plain HTTP. */
  function sniff(socket: net.Socket) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.once('readable', () => {
      const first = socket.read(1);
      if (!first) return;
      socket.unshift(first);
      const serve = () => (first[0] === 22 ? tls : plain).emit('connection', socket);
      if (state.latency) setTimeout(serve, state.latency);
      else serve();
    });
  }

  // Firefox comes through a proxy setting, for it has no host rules.
  plain.on('connect', (request: http.IncomingMessage, stream, head: Buffer) => {
    const socket = stream as net.Socket;
    const host = (request.url ?? '').replace(/:\d+$/, '').toLowerCase();
    if (BROWSERS_OWN_HOSTS.some((own) => isUnder(host, own))) {
      socket.destroy();
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length) socket.unshift(head);
    sniff(socket);
  });
  for (const server of [plain, tls]) {
    server.on('upgrade', (request, socket) => accept(request, socket as net.Socket));
    server.on('clientError', (_error, socket) => socket.destroy());
  }
  tls.on('tlsClientError', () => {});
  tls.on('secureConnection', ({ servername }) => {
    if (servername) state.connections.push(servername);
  });

  const front = net.createServer(sniff);
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port } = front.address() as net.AddressInfo;

  return Object.assign(site, {
    port,
    fingerprint,
    close() {
      front.close();
      for (const socket of sockets) socket.destroy();
    },
  });
}
