export interface Found {
  path: string;
  from: string;
  version?: string;
  installed?: boolean;
}
export function locate(name: 'chromium' | 'firefox'): Found | undefined;
export function findBrowsers(options?: {
  log?: (line: string) => void;
}): Promise<Record<'chromium' | 'firefox', Found>>;
