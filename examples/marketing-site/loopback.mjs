/** Listens on 127.0.0.1 and, where the machine has it, on ::1, on one port: nothing is reachable from outside. */
import { createServer } from 'node:http';

const noSuchAddress = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

function listenOn(handler, host, port) {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Port 0 takes a free one. A taken port rejects with Node's own `EADDRINUSE`, which names the port.
 * @param {import('node:http').RequestListener} handler
 */
export async function listen(handler, port = 0) {
  for (let attempt = 1; ; attempt++) {
    const four = await listenOn(handler, '127.0.0.1', port);
    const taken = four.address().port;
    try {
      const six = await listenOn(handler, '::1', taken).catch((error) => {
        if (noSuchAddress.has(error.code)) return null;
        throw error;
      });
      const servers = six ? [four, six] : [four];
      return { port: taken, close: () => Promise.all(servers.map(close)).then(() => {}) };
    } catch (error) {
      await close(four);
      // A free port of one address may be taken on the other: then the next free one.
      if (port !== 0 || attempt === 5) throw error;
    }
  }
}
