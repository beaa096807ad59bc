import { call, methods } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'posthog.com',
  cookies: 'ph_*',
  shares: false,
  ids: 'apiKey',
  options: 'apiHost',
  stub: 'posthog',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    apiKey: [/^phc_[A-Za-z0-9]+$/, 'phc_abcdefghijklmnopqrstuvwxyz'],
    apiHost: [/^https?:\/\/[\w.:-]+(?:\/[\w.-]+)*$/, 'https://us.i.posthog.com'],
  },
  load({ apiKey, apiHost = 'https://us.i.posthog.com' }, { win, script }) {
    const posthog = methods(
      win,
      'posthog',
      'capture identify alias set_config register register_once register_for_session unregister unregister_for_session setPersonProperties createPersonProfile opt_out_capturing has_opted_out_capturing opt_in_capturing has_opted_in_capturing clear_opt_in_out_capturing reset isFeatureEnabled getFeatureFlag getFeatureFlagPayload on onFeatureFlags onSessionId reloadFeatureFlags setPersonPropertiesForFlags resetPersonPropertiesForFlags setGroupPropertiesForFlags resetGroupPropertiesForFlags updateEarlyAccessFeatureEnrollment getEarlyAccessFeatures getSurveys getActiveMatchingSurveys renderSurvey canRenderSurvey get_distinct_id get_session_id get_session_replay_url get_property getSessionProperty getGroups group resetGroups startSessionRecording stopSessionRecording sessionRecordingStarted captureException loadToolbar debug people.set people.set_once',
    );
    Object.assign(posthog, { __SV: 1, _i: [[apiKey, { api_host: apiHost }, 'posthog']] });
    return script(apiHost.replace('.i.posthog.com', '-assets.i.posthog.com') + '/static/array.js');
  },
};

export const consent: VendorConsent = {
  lasts: true,
  tell(win, { granted }) {
    // No event of its own for it: the page has sent none.
    if (granted) return call(win, 'posthog.opt_in_capturing', { captureEventName: false });
    // It keeps its word in storage only, where a denied vendor writes nothing: taken away, its setting holds.
    call(win, 'posthog.set_config', { opt_out_capturing_by_default: true });
    call(win, 'posthog.clear_opt_in_out_capturing');
    return call(win, 'posthog.opt_out_capturing');
  },
};

export const facts: VendorFacts = {
  name: 'PostHog',
  company: 'PostHog, Inc.',
  purpose: 'Measures what visitors do in the product; records visits.',
  privacyPolicy: 'https://posthog.com/privacy',
  cookies: [{ name: 'ph_*', party: 'first' }],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'posthog-js',
  globals: 'posthog',
  consent:
    'posthog.opt_out_capturing(), with set_config({ opt_out_capturing_by_default: true }) and clear_opt_in_out_capturing() in front, since its own mark is not stored while it is denied; posthog.opt_in_capturing()',
  sources: {
    hosts: 'tarteaucitron.js (MIT)',
    cookies: 'public snippets',
    loader: 'c15t (Apache-2.0); tarteaucitron.js (MIT); public snippets',
    consent: 'c15t (Apache-2.0); posthog-js 1.449.2 (Apache-2.0 AND MIT)',
    shares:
      'https://posthog.com/docs/integrate/gdpr; vendor snapshot of August 2026 (secondary): the DPA must be countersigned to bind',
    links: 'tarteaucitron.js (MIT)',
  },
};
