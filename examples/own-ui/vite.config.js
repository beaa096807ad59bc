import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { standIns } from '../spa-preact/stand-ins-plugin.js';

const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

export default defineConfig({
  // The example runs from this repository: the name means the package as it is built here ("npm run build").
  // A project of its own needs no alias: "npm install heed-consent".
  resolve: { alias: { 'heed-consent': built } },
  optimizeDeps: { noDiscovery: true },
  plugins: [standIns()],
});
