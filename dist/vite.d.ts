import { type RewriterOptions } from './rewrite.js';
import type { Config } from './types.js';
/** What the plugin uses of Vite: so that its types need no Vite to be installed. */
interface ViteConfig {
    readonly root: string;
    readonly command: 'build' | 'serve';
    readonly logger: {
        error(message: string): void;
        warn(message: string): void;
    };
}
interface ViteServer {
    readonly watcher: {
        add(path: string): unknown;
        on(event: 'change', listener: (path: string) => void): unknown;
    };
    readonly ws: {
        send(message: {
            type: 'full-reload';
        }): void;
    };
}
/** The plugin, as Vite takes it. */
export interface HeedPlugin {
    readonly name: string;
    configResolved(config: ViteConfig): void;
    buildStart(): void;
    configureServer(server: ViteServer): void;
    readonly transformIndexHtml: {
        readonly order: 'post';
        handler(html: string): string;
    };
}
/**
 * Makes every HTML page of a Vite build, and of its development server, inert: after all other plugins, so that what
 * they insert is looked at too.
 *
 * A file with a mistake ends the build, and in development every page says what is wrong.
 *
 * @param config the category file: parsed, or its path from Vite's root. Default `heed.json`
 */
export declare function heed(config?: Config | string, options?: RewriterOptions): HeedPlugin;
export {};
