/** `npm start`, after the build: serves the example marketing site and says what to try. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { start } from '../examples/marketing-site/server.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const wanted = process.env.PORT || '4000';
const last = 65535;

if (!existsSync(`${dist}/heed.js`))
  fail('dist/heed.js is not there. Run "npm run build" first; "npm start" does it by itself.');
if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > last)
  fail(`PORT is "${wanted}"; a number from 0 to ${last} was expected.`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** The wanted port or the next free one; the stand-ins take the one behind it. */
async function serve() {
  let port = Number(wanted);
  let vendorPort = port && port + 1;
  while (port <= last && vendorPort <= last) {
    try {
      return await start({ port, vendorPort, dist });
    } catch (error) {
      if (error.code === 'EACCES')
        fail(`Port ${error.port} is not for ordinary users. Choose another: PORT=4000 npm start`);
      if (error.code !== 'EADDRINUSE') throw error;
      console.log(`Port ${error.port} is taken.`);
      if (error.port === port) port += 1;
      vendorPort = Math.max(vendorPort + (error.port === vendorPort ? 1 : 0), port + 1);
    }
  }
  return fail('No free port was found.');
}

const site = await serve();
console.log(`
  Larkfield, a company site with Heed:  ${site.url}
  Its vendors, as stand-ins:            http://*.localhost:${site.vendorPort}

  Try
    Open it.                         The panel says 0: nothing has reached a vendor.
    "Accept all".                    The same tags arrive, without a reload.
    "Forget my choice", then
    "Required only".                 Nothing arrives, on this page or the next.
    "Without Heed".                  The same page as it would be.
    ${site.url}privacy   The cookie table, and what is in force.

  Ctrl-C stops it.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await site.close();
    process.exit(0);
  });
}
