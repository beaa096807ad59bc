import type { Page } from 'puppeteer-core';
import type { EngineTab, TabEvents } from './engine.ts';
import type { Part } from './page-side.ts';
import { ROUND_TRIP } from './server.ts';
import type { Inspected, Inspector } from './webkit-inspector.ts';

/** Sends a WebDriver command to one window of the browser: commands go one after the other. */
export type Drive = (method: string, path: string, body?: unknown) => Promise<unknown>;

interface ConsoleMessage {
  source: string;
  level: string;
  text: string;
  parameters?: { type: string; value?: unknown; description?: string }[];
}
interface RequestSent {
  requestId: string;
  frameId: string;
  type?: string;
  request: { url: string };
}

const LOAD_LIMIT = 30_000;
const PAUSE = 50;

/** A tab of WebKit: input and windows by WebDriver, everything else by the inspector. */
export async function openTab(
  inspector: Inspector,
  number: number,
  drive: Drive,
  source: string,
  events: TabEvents,
): Promise<EngineTab> {
  let mainFrame = '';
  let repeat = () => {};
  let parsed = () => {};
  let isNew = false;

  function heard({ source: origin, level, text, parameters }: ConsoleMessage) {
    repeat = () => {};
    // WebKit's own remark on a round trip that a policy forbids.
    const isRemark = text.includes(ROUND_TRIP) && /due to access control checks\.$/.test(text);
    if (origin === 'javascript' && level === 'error' && !isRemark) repeat = () => events.error(text);
    if (origin === 'console-api') {
      const said =
        parameters?.map(({ value, description }) => description ?? String(value)).join(' ') ?? text;
      repeat = () => events.line(level === 'warning' ? 'warn' : level, said);
    }
    repeat();
  }

  function on(event: string, params: Record<string, unknown>) {
    if (event === 'Console.messageAdded') heard(params.message as ConsoleMessage);
    // WebKit counts a line that is written again at once; `count` tells how often it was in all.
    else if (event === 'Console.messageRepeatCountUpdated') repeat();
    else if (event === 'Network.requestWillBeSent') {
      const { requestId, request, type, frameId } = params as unknown as RequestSent;
      events.started(requestId, request.url, type === 'Document' && frameId === mainFrame);
    } else if (event === 'Network.loadingFinished' || event === 'Network.loadingFailed')
      events.ended(params.requestId);
    else if (event === 'Page.frameNavigated' && !(params.frame as { parentId?: string }).parentId)
      isNew = true;
    else if (event === 'Page.domContentEventFired' && isNew) parsed();
  }

  const page: Inspected = await inspector.inspect(number, source, on);
  const tree = (await page.command('Page.getResourceTree')) as { frameTree: { frame: { id: string } } };
  mainFrame = tree.frameTree.frame.id;

  async function evaluateSource(expression: string): Promise<unknown> {
    // Caught inside, for a rejected promise that is looked at from outside alone counts as an uncaught error of the page.
    const caught = `(async () => {
      try { return { value: await (${expression}\n) } }
      catch (error) { return { error: String(error) + '\\n' + (error && error.stack || '') } }
    })()`;
    const { result } = (await page.command('Runtime.evaluate', { expression: caught })) as {
      result: { objectId?: string; description?: string };
    };
    if (!result.objectId) throw new Error(`Not to be evaluated: ${result.description}\n${expression}`);
    const answer = (await page.command('Runtime.awaitPromise', {
      promiseObjectId: result.objectId,
      returnByValue: true,
    })) as { result: { value: { value?: unknown; error?: string } } };
    const { value, error } = answer.result.value;
    if (error !== undefined) throw new Error(error);
    return value;
  }
  const call = (look: Function, args: unknown[]) =>
    evaluateSource(`(${look})(${args.map((value) => JSON.stringify(value) ?? 'undefined').join(', ')})`);
  const evaluate = (look: Function | string, ...args: unknown[]) =>
    typeof look === 'string' ? evaluateSource(look) : call(look, args);

  async function navigate(path: string, body: unknown) {
    isNew = false;
    let limit: NodeJS.Timeout | undefined;
    const done = new Promise<void>((resolve, reject) => {
      parsed = resolve;
      limit = setTimeout(() => reject(new Error(`Not parsed within ${LOAD_LIMIT / 1000} s`)), LOAD_LIMIT);
    });
    try {
      await Promise.all([drive('POST', path, body), done]);
    } finally {
      clearTimeout(limit);
    }
  }

  return {
    goto: (url) => navigate('/url', { url }),
    reload: () => navigate('/refresh', {}),
    evaluate: evaluate as Page['evaluate'],
    async until(look, args, milliseconds) {
      const end = Date.now() + milliseconds;
      let reason = 'it stayed false';
      do {
        try {
          if (await call(look, args)) return;
        } catch (error) {
          reason = String(error);
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      } while (Date.now() < end);
      throw new Error(`Waited ${milliseconds / 1000} s for ${look}: ${reason}`);
    },
    async click(part: Part) {
      const { x, y } = (await call((wanted: Part) => window.__test.pointOf(wanted), [part])) as DOMPoint;
      const steps = [
        { type: 'pointerMove', duration: 0, origin: 'viewport', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await drive('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }],
      });
    },
    async type(text: string) {
      const actions = [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      await drive('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    bringToFront: async () => void (await drive('GET', '/window')), // a command switches to its window
    async cookies() {
      const { cookies } = (await page.command('Page.getCookies')) as {
        cookies: {
          name: string;
          value: string;
          domain: string;
          path: string;
          expires: number;
          [k: string]: unknown;
        }[];
      };
      return cookies.map(({ name, value, domain, path, expires, secure, httpOnly, sameSite }) => ({
        ...{ name, value, domain, path, expires: expires / 1000 },
        ...{ secure: secure === true, httpOnly: httpOnly === true, sameSite: String(sameSite) },
      }));
    },
    async close() {
      page.detach();
      await drive('DELETE', '/window');
    },
  };
}
