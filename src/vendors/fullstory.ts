import { call, stub } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'fullstory.com',
  cookies: 'fs_uid fs_cid fs_lua',
  ids: 'orgId',
  stub: 'FS',
  tell: true,
};

const nothing = () => {};

export const loader: VendorLoader = {
  forms: {
    orgId: [/^(?:o-[A-Z0-9]+-(?:na1|eu1)|[A-Z0-9]{4,8})$/, 'o-ABCDEF-na1'],
  },
  load({ orgId }, { win, script }) {
    // Another region than na1 has hosts of its own, and na1 does not know its organisations.
    const region = /^\w-.+-((?!na1)\w+)$/.exec(orgId!);
    const host = (region ? region[1] + '.' : '') + 'fullstory.com';
    const src = `edge.${host}/s/fs.js`;
    Object.assign(win, {
      _fs_host: host,
      _fs_script: src,
      _fs_org: orgId,
      _fs_namespace: 'FS',
    });
    // Version 2 of the call: operation, options, source, two listeners, version.
    stub(win, 'FS', {
      handler: '_api',
      entry: ([operation, options, source]) => [operation, options, source, nothing, nothing, 2],
      more: { _v: '2.0.0' },
    });
    return script('https://' + src);
  },
};

export const consent: VendorConsent = {
  tell(win, { granted }, memory) {
    // Its word of consent is for elements that are marked in its settings; only this ends a recording, on this page.
    if (!granted) memory.shut = call(win, 'FS', 'shutdown');
    else if (memory.shut) call(win, 'FS', 'restart');
    else if (win._fs_capture_on_startup === false) call(win, 'FS', 'start');
    return call(win, 'FS', 'setIdentity', { consent: granted });
  },
};

export const facts: VendorFacts = {
  name: 'FullStory',
  company: 'FullStory, Inc.',
  purpose: 'Records visits to replay them.',
  privacyPolicy: 'https://www.fullstory.com/legal/privacy-policy/',
  optOut: 'https://www.fullstory.com/optout/',
  cookies: [
    { name: 'fs_uid', party: 'first' },
    { name: 'fs_cid', party: 'first' },
    { name: 'fs_lua', party: 'first' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'fs full-story',
  globals: 'FS _fs_org _fs_namespace',
  consent:
    "FS('shutdown') and FS('restart'), or FS('start') where the page has set _fs_capture_on_startup to false; FS('setIdentity', { consent: true or false })",
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies: 'https://help.fullstory.com/hc/en-us/articles/360020829513',
    loader:
      'segmentio/analytics.js-integrations (MIT); @fullstory/snippet 2.1.0 (ISC); @fullstory/browser 2.1.1 (MIT): regions; public snippets',
    consent:
      'https://developer.fullstory.com/consent; https://developer.fullstory.com/stop-recording; @fullstory/snippet 2.1.0 (ISC)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
