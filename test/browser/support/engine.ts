import type { Page } from 'puppeteer-core';
import type { Part } from './page-side.ts';

/** The browsers that the specs know. Chromium and Firefox are driven by puppeteer, WebKit by its own protocols. */
export const ALL_ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof ALL_ENGINES)[number];

/** Why a test that starts the browser anew on its profile leaves WebKit out: under automation it writes nothing to disk. */
export const NO_PROFILE = 'WebKitGTK keeps no profile while it is driven';

/** Why a test of signals leaves WebKit out: it has neither of them on `navigator` nor in requests, and no switch. */
export const NO_SIGNALS = 'WebKitGTK has no GPC and no DNT';

/** What the browser says to every site, as its user would switch it on: on `navigator` and in each request. */
export interface Signalling {
  gpc?: boolean;
  dnt?: boolean;
}

export interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  /** Seconds since 1970. */
  expires: number;
  secure: boolean;
  httpOnly?: boolean;
  sameSite?: string;
}

/** What a tab tells of itself. */
export interface TabEvents {
  /** Code of the page wrote to the console. */
  line(level: string, text: string): void;
  /** An error that nobody caught. */
  error(message: string): void;
  /** A request left; `document` if it is for the tab's own document. */
  started(id: unknown, url: string, document: boolean): void;
  ended(id: unknown): void;
}

/** What `Tab` needs of an engine. */
export interface EngineTab {
  /** Where there is one: not in WebKit. */
  readonly page?: Page;
  /** Resolves once the document is parsed. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  evaluate: Page['evaluate'];
  /** Resolves once the function gives something true in the page; over a navigation, in whichever page stands then. */
  until(look: Function, args: unknown[], milliseconds: number): Promise<void>;
  /** A trusted click on a part that is there. */
  click(part: Part): Promise<void>;
  /** Real keys, to what has the focus. */
  type(text: string): Promise<void>;
  bringToFront(): Promise<void>;
  cookies(): Promise<Cookie[]>;
  close(): Promise<void>;
}

/** Somebody with cookies of their own. */
export interface Visitor {
  /** A tab that has not gone anywhere; `source` runs in each of its documents before the first script. */
  newTab(source: string, events: TabEvents): Promise<EngineTab>;
  close(): Promise<void>;
}

/** A browser under test. */
export interface Running {
  /** A visitor without a past. In WebKit the visitor before ends with it, for each has a browser of their own. */
  newVisitor(): Promise<Visitor>;
  /** The visitor whose past survives `restart()`. */
  owner(): Promise<Visitor>;
  /** Ends the browser and starts it on the same profile, with these signals. */
  restart(signalling?: Signalling): Promise<void>;
  close(): Promise<void>;
}
