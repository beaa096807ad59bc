// One loopback port: `localhost` is the site, whose pages and files are counted, every other host a third party.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { pageOf, vendorsOf } from './subjects.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };
/** Milliseconds since 1970, finer than `Date.now()`: a page's clock has the same origin. */
const now = () => performance.timeOrigin + performance.now();

/**
 * Serves each subject's page at `/<its number>/<count of tags>/`.
 *
 * @returns `urlOf(subject, tags)`; `tags`, times of requests to third parties; `files`, `[path, bytes on the wire]` of what
 *   belongs to a library; `reset()` and `close()`
 */
export async function startServer(subjects) {
  const tags = [];
  const files = [];
  const packed = new Map();
  const pack = (file) => {
    if (!packed.has(file)) packed.set(file, zlib.brotliCompressSync(fs.readFileSync(file)));
    return packed.get(file);
  };

  function own(pathname) {
    const [, number, count, rest] = /^\/(\d+)\/(\d+)\/(.*)$/.exec(pathname) ?? [];
    const subject = subjects[number];
    if (!subject) return undefined;
    const vendors = vendorsOf(Number(count), port);
    if (rest === '') return { type: 'text/html', body: pageOf(subject, vendors) };
    if (rest === 'settings.js') return { type: TYPES['.js'], body: subject.settings(vendors) };
  }

  const server = http.createServer((request, answer) => {
    const { pathname, hostname } = new URL(request.url, `http://${request.headers.host}`);
    if (hostname !== 'localhost') {
      tags.push(now());
      answer.writeHead(200, { 'content-type': TYPES['.js'], 'cache-control': 'no-store' });
      return answer.end('(window.tags = window.tags || []).push(document.currentScript.src);');
    }
    const page = own(pathname);
    if (page) {
      answer.writeHead(200, { 'content-type': `${page.type}; charset=utf-8`, 'cache-control': 'no-store' });
      return answer.end(page.body);
    }
    const file = subjects.map((subject) => subject.files[pathname]).find(Boolean);
    if (!file) return answer.writeHead(404).end();
    const body = pack(file);
    files.push([pathname, body.length]);
    answer.writeHead(200, {
      'content-type': TYPES[path.extname(file)],
      'content-encoding': 'br',
      'cache-control': 'max-age=3600',
    });
    answer.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();

  return {
    tags,
    files,
    urlOf: (subject, count) => `http://localhost:${port}/${subjects.indexOf(subject)}/${count}/`,
    reset() {
      tags.length = 0;
      files.length = 0;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
