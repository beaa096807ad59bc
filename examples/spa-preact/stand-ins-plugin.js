import { startStandIns } from '../marketing-site/stand-ins.mjs';

/** Vite plugin of the example: the vendors' stand-ins run beside the dev server, which streams what they receive. */
export function standIns() {
  let running;
  return {
    name: 'stand-ins',
    async config(_config, { command }) {
      if (command === 'serve') running = await startStandIns({ port: 0 });
      return { define: { 'import.meta.env.VENDOR_PORT': JSON.stringify(running?.port ?? 4001) } };
    },
    configureServer(server) {
      server.middlewares.use('/received', (request, response) => running.stream(request, response, 0));
      server.httpServer?.once('close', () => running.close());
    },
    /** For tests: each request that a vendor received. */
    api: {
      get log() {
        return running?.log ?? [];
      },
    },
  };
}
