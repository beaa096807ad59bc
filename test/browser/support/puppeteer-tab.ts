import type { BrowserContext, ElementHandle, EvaluateFunc, HTTPRequest, Page } from 'puppeteer-core';
import type { EngineTab, TabEvents, Visitor } from './engine.ts';
import type { Part } from './page-side.ts';

/** Chromium and Firefox. */
export function visitorOf(context: BrowserContext): Visitor {
  return { newTab: (source, events) => openTab(context, source, events), close: () => closeContext(context) };
}

/**
 * Ends a visitor. Each page is left first: Firefox answers that its tabs are closed while they still run, and what they
 * ask for then would arrive in the next test.
 */
export async function closeContext(context: BrowserContext): Promise<void> {
  const pages = await context.pages();
  // A tab that a test has closed, or that hangs, has nothing to leave.
  await Promise.allSettled(pages.map((page) => page.goto('about:blank', { timeout: 5_000 })));
  await context.close();
}

async function openTab(context: BrowserContext, source: string, events: TabEvents): Promise<EngineTab> {
  const page = await context.newPage();
  await page.evaluateOnNewDocument(source);
  page.on('console', (message) => {
    const text = message.text();
    // The browser's own remark on a request that failed, in Chromium only.
    if (!text.startsWith('Failed to load resource')) events.line(message.type(), text);
  });
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? error.message : String(error);
    // Firefox's own remark on what a policy holds: no error of a script.
    if (!text.startsWith('Content-Security-Policy')) events.error(text);
  });
  page.on('request', (request: HTTPRequest) => {
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame();
    events.started(request, request.url(), isDocument);
  });
  page.on('requestfinished', (request) => events.ended(request));
  page.on('requestfailed', (request) => events.ended(request));

  const parsed = { waitUntil: 'domcontentloaded' } as const;
  const evaluate: Page['evaluate'] = (...args) => page.evaluate(...args);
  return {
    page,
    goto: async (url) => void (await page.goto(url, parsed)),
    reload: async () => void (await page.reload(parsed)),
    evaluate,
    async until(look, args, timeout) {
      await page.waitForFunction(look as EvaluateFunc<unknown[]>, { timeout, polling: 50 }, ...args);
    },
    async click(part: Part) {
      const handle = await page.evaluateHandle((wanted) => window.__test.find(wanted), part);
      await (handle.asElement() as ElementHandle<Element>).click();
    },
    type: (text) => page.keyboard.type(text),
    bringToFront: () => page.bringToFront(),
    cookies: () => context.cookies(),
    close: () => page.close(),
  };
}
