import fs from 'node:fs';
import path from 'node:path';
import { createRewriter, type Rewriter, type RewriterOptions } from './rewrite.ts';
import type { Config } from './types.ts';

/** What the plugin uses of Vite: so that its types need no Vite to be installed. */
interface ViteConfig {
  readonly root: string;
  readonly command: 'build' | 'serve';
  readonly logger: { error(message: string): void; warn(message: string): void };
}
interface ViteServer {
  readonly watcher: {
    add(path: string): unknown;
    on(event: 'change', listener: (path: string) => void): unknown;
  };
  readonly ws: { send(message: { type: 'full-reload' }): void };
}

/** The plugin, as Vite takes it. */
export interface HeedPlugin {
  readonly name: string;
  configResolved(config: ViteConfig): void;
  buildStart(): void;
  configureServer(server: ViteServer): void;
  readonly transformIndexHtml: { readonly order: 'post'; handler(html: string): string };
}

/**
 * Makes every HTML page of a Vite build, and of its development server, inert: after all other plugins, so that what
 * they insert is looked at too.
 *
 * A file with a mistake ends the build, and in development every page says what is wrong.
 *
 * @param config the category file: parsed, or its path from Vite's root. Default `heed.json`
 */
export function heed(config: Config | string = 'heed.json', options: RewriterOptions = {}): HeedPlugin {
  let file: string | undefined;
  let vite: ViteConfig | undefined;
  let rewriter: Rewriter | undefined;

  /** Made once, and anew after a change of the file. */
  function current(): Rewriter {
    if (rewriter) return rewriter;
    let parsed = config as Config;
    try {
      if (file !== undefined) parsed = JSON.parse(fs.readFileSync(file, 'utf8'));
      rewriter = createRewriter(parsed, options);
    } catch (error) {
      throw new Error(
        `heed: ${file ?? 'the category file'} cannot be used, so no page is written.\n${error}`,
      );
    }
    for (const warning of rewriter.warnings) vite?.logger.warn(`heed: ${warning}`);
    return rewriter;
  }

  return {
    name: 'heed',
    configResolved(resolved) {
      vite = resolved;
      if (typeof config === 'string') file = path.resolve(resolved.root, config);
    },
    buildStart() {
      try {
        current();
      } catch (error) {
        // In development the server goes on: the file may be mended, and no page is served before it is.
        if (vite?.command !== 'serve') throw error;
        vite.logger.error((error as Error).message);
      }
    },
    configureServer({ watcher, ws }) {
      if (file === undefined) return;
      watcher.add(file);
      watcher.on('change', (changed) => {
        if (path.resolve(changed) !== file) return;
        rewriter = undefined;
        ws.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: { order: 'post', handler: (html) => current().html(html) },
  };
}
