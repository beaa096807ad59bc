/*! Heed, MIT licence. */
import fs from 'node:fs';
import path from 'node:path';
import { createRewriter } from './rewrite.js';

/**
 * Makes every HTML page of a Vite build, and of its development server, inert: after all other plugins, so that what
 * they insert is looked at too.
 *
 * A file with a mistake ends the build, and in development every page says what is wrong.
 *
 * @param config the category file: parsed, or its path from Vite's root. Default `heed.json`
 */
function heed(config = 'heed.json', options = {}) {
    let file;
    let vite;
    let rewriter;
    /** Made once, and anew after a change of the file. */
    function current() {
        if (rewriter)
            return rewriter;
        let parsed = config;
        try {
            if (file !== undefined)
                parsed = JSON.parse(fs.readFileSync(file, 'utf8'));
            rewriter = createRewriter(parsed, options);
        }
        catch (error) {
            throw new Error(`heed: ${file ?? 'the category file'} cannot be used, so no page is written.\n${error}`);
        }
        for (const warning of rewriter.warnings)
            vite?.logger.warn(`heed: ${warning}`);
        return rewriter;
    }
    return {
        name: 'heed',
        configResolved(resolved) {
            vite = resolved;
            if (typeof config === 'string')
                file = path.resolve(resolved.root, config);
        },
        buildStart() {
            try {
                current();
            }
            catch (error) {
                // In development the server goes on: the file may be mended, and no page is served before it is.
                if (vite?.command !== 'serve')
                    throw error;
                vite.logger.error(error.message);
            }
        },
        configureServer({ watcher, ws }) {
            if (file === undefined)
                return;
            watcher.add(file);
            watcher.on('change', (changed) => {
                if (path.resolve(changed) !== file)
                    return;
                rewriter = undefined;
                ws.send({ type: 'full-reload' });
            });
        },
        transformIndexHtml: { order: 'post', handler: (html) => current().html(html) },
    };
}

export { heed };
