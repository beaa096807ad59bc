import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** An empty folder for a browser's files. */
export const makeProfile = (name: string) => fs.mkdtempSync(path.join(os.tmpdir(), `heed-${name}-`));

/** Takes it away again. A process that ends late may still write there: what stays then says nothing of the test. */
export function dropProfile(folder: string) {
  const drop = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    drop();
  } catch {
    process.once('exit', () => {
      try {
        drop();
      } catch (error) {
        console.warn(`${folder} could not be removed: ${error}`);
      }
    });
  }
}
