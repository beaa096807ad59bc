import { call, methods } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'segment.com segment.io',
  cookies: 'ajs_* analytics_session_id*',
  ids: 'writeKey',
  stub: 'analytics',
  tell: 'first',
};

export const loader: VendorLoader = {
  forms: {
    writeKey: [/^[A-Za-z0-9]{20,40}$/, 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345'],
  },
  load({ writeKey }, { win, script }) {
    const analytics = methods(
      win,
      'analytics',
      'trackSubmit trackClick trackLink trackForm pageview identify reset group track ready alias debug page screen once off on addSourceMiddleware addIntegrationMiddleware setAnonymousId addDestinationMiddleware register',
      undefined,
      undefined,
      true,
    );
    Object.assign(analytics, {
      invoked: true,
      _writeKey: writeKey,
      _loadOptions: {},
      SNIPPET_VERSION: '5.2.0',
    });
    const loaded = script(`https://cdn.segment.com/analytics.js/v1/${writeKey}/analytics.min.js`);
    analytics.page!();
    return loaded;
  },
};

export const consent: VendorConsent = {
  every: true,
  tell(win, { granted, categories }, memory) {
    Object.assign(memory, { granted, categories });
    if (memory.added) return true;
    interface Step {
      payload: { obj: { context?: { consent?: object } } };
      next(payload: object): void;
    }
    // Stands in front of every event: what is denied goes nowhere, what is granted says what it was granted for.
    memory.added = call(win, 'analytics.addSourceMiddleware', ({ payload, next }: Step) => {
      const { obj } = payload;
      obj.context = {
        ...obj.context,
        consent: { ...obj.context?.consent, categoryPreferences: memory.categories },
      };
      if (memory.granted) next(payload);
    });
    return !!memory.added;
  },
};

export const facts: VendorFacts = {
  name: 'Segment',
  company: 'Twilio Inc.',
  purpose: 'Collects what visitors do and hands it on to other services.',
  privacyPolicy: 'https://www.twilio.com/en-us/legal/privacy',
  cookies: [
    { name: 'ajs_user_id', party: 'first', duration: '1 year' },
    { name: 'ajs_anonymous_id', party: 'first', duration: '1 year' },
    { name: 'ajs_group_id', party: 'first', duration: '1 year' },
    { name: 'ajs_group_properties', party: 'first' },
    { name: 'ajs_user_traits', party: 'first' },
    { name: 'analytics_session_id', party: 'first' },
    { name: 'analytics_session_id.last_access', party: 'first' },
  ],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'analytics-js segment-io twilio-segment',
  globals: 'analytics',
  consent:
    'analytics.addSourceMiddleware: each event carries context.consent.categoryPreferences; after a denial none passes',
  remark: 'What it hands on from its own servers is settled there, by those preferences.',
  sources: {
    hosts: 'third-party-web (MIT)',
    cookies:
      'public snippets; segmentio/action-destinations (MIT): analytics_session_id, analytics_session_id.last_access',
    loader: '@segment/snippet 5.2.1 (MIT); @nuxt/scripts (MIT); public snippets',
    consent: '@segment/analytics-consent-tools; @segment/snippet 5.2.1 (MIT)',
    shares: 'our own reading: no terms were read that make the vendor a processor only',
    links: 'public snippets',
  },
};
