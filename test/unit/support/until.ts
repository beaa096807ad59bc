import { vi } from 'vitest';

/** Waits until `check` throws no more: as long as a busy machine may take. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000 });
