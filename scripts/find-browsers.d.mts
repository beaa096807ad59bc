export interface Found {
  path: string;
  from: string;
  version?: string;
  installed?: boolean;
  /** What drives WebKit: paths of WebKitWebDriver, Xvfb and setpriv. */
  driver?: string;
  xvfb?: string;
  setpriv?: string;
}
export type Name = 'chromium' | 'firefox' | 'webkit';
export function locate(name: Name): Found | undefined;
export function findBrowsers(options?: {
  log?: (line: string) => void;
}): Promise<Record<Name, Found | undefined>>;
export function withoutWebKit(): string;
