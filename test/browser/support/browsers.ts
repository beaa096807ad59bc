import fs from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { locate } from '../../../scripts/find-browsers.mjs';
import type { BrowserName, Running, Signalling } from './engine.ts';
import { dropProfile, makeProfile } from './profile.ts';
import { visitorOf } from './puppeteer-tab.ts';
import { BROWSERS_OWN_HOSTS, type StandIns } from './server.ts';
import { launchWebKit } from './webkit.ts';

const VIEWPORT = { width: 1280, height: 800 };

/** A browser that runs on a profile of its own and can be started anew on it. */
export async function launch(
  name: BrowserName,
  site: StandIns,
  signalling: Signalling = {},
): Promise<Running> {
  if (name === 'webkit') return launchWebKit(site, signalling);
  const profile = makeProfile(name);
  const start = (wanted: Signalling) => (name === 'chromium' ? chromium : firefox)(site, profile, wanted);
  let browser = await start(signalling);
  return {
    newVisitor: async () => visitorOf(await browser.createBrowserContext()),
    owner: async () => visitorOf(browser.defaultBrowserContext()),
    async restart(wanted = signalling) {
      await end(browser);
      browser = await start(wanted);
    },
    async close() {
      await end(browser);
      dropProfile(profile);
    },
  };
}

/** Ends the browser and waits for its process, so that the profile is written and unlocked. */
async function end(browser: Browser) {
  const program = browser.process();
  const gone = new Promise<void>((resolve) => {
    if (!program || program.exitCode !== null || program.signalCode !== null) resolve();
    else program.once('exit', () => resolve());
  });
  const limit = setTimeout(() => program?.kill('SIGKILL'), 15_000);
  await Promise.allSettled([browser.close(), gone]);
  clearTimeout(limit);
}

function programOf(name: BrowserName): string {
  const found = locate(name);
  if (!found) throw new Error(`No ${name} found: run "node scripts/find-browsers.mjs", which installs it.`);
  return found.path;
}

function chromium(site: StandIns, profile: string, { gpc = false, dnt = false }: Signalling) {
  const file = path.join(profile, 'Default', 'Preferences');
  const preferences = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...preferences, enable_do_not_track: dnt }));

  const rules = [
    ...BROWSERS_OWN_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${site.port}`, // the server tells TLS from plain HTTP by itself
  ];
  return puppeteer.launch({
    executablePath: programOf('chromium'),
    headless: true,
    userDataDir: profile,
    defaultViewport: VIEWPORT,
    timeout: 60_000,
    protocolTimeout: 60_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-domain-reliability'],
      `--host-resolver-rules=${rules.join(', ')}`,
      `--ignore-certificate-errors-spki-list=${site.fingerprint}`,
      // Its own question about a search mode, to a host that vendors have too.
      '--disable-features=AimEnabled,AimServerEligibilityEnabled,AimServerRequestOnStartupEnabled',
      ...(gpc ? ['--enable-features=GlobalPrivacyControlForce'] : []),
    ],
  });
}

function firefox(site: StandIns, profile: string, { gpc = false, dnt = false }: Signalling) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: programOf('firefox'),
    headless: true,
    userDataDir: profile,
    defaultViewport: VIEWPORT,
    acceptInsecureCerts: true,
    timeout: 90_000, // a busy machine takes ten seconds and more
    protocolTimeout: 60_000,
    extraPrefsFirefox: {
      'privacy.globalprivacycontrol.enabled': gpc,
      'privacy.globalprivacycontrol.functionality.enabled': true,
      'privacy.donottrackheader.enabled': dnt,
      // Firefox has no host rules: the stand-in server is its proxy for everything.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': site.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': site.port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.failover_direct': false,
      'network.http.http3.enable': false,
      // Names of real vendors must be reachable without their real certificates, and without a block list of Firefox's own.
      'network.stricttransportsecurity.preloadlist': false,
      'security.cert_pinning.enforcement_level': 0,
      'privacy.trackingprotection.enabled': false,
      // Traffic of the browser itself.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'browser.safebrowsing.malware.enabled': false,
      'browser.safebrowsing.phishing.enabled': false,
      'browser.safebrowsing.update.enabled': false,
    },
  });
}
