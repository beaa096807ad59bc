import type { Page } from './queue.ts';
import { call, methods } from './stubs.ts';
import type { VendorAbout, VendorConsent, VendorCore, VendorFacts, VendorLoader } from './vendor.ts';

export const core: VendorCore = {
  hosts: 'mixpanel.com mxpnl.com',
  cookies: 'mp_*',
  shares: false,
  ids: 'token',
  stub: 'mixpanel',
  tell: true,
};

export const loader: VendorLoader = {
  forms: {
    token: [/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'],
  },
  load({ token }, { win, script }) {
    const mixpanel = methods(
      win,
      'mixpanel',
      'disable time_event track track_pageview track_links track_forms track_with_groups add_group set_group remove_group register register_once alias unregister identify name_tag set_config reset opt_in_tracking opt_out_tracking has_opted_in_tracking has_opted_out_tracking clear_opt_in_out_tracking start_batch_senders start_session_recording stop_session_recording people.set people.set_once people.unset people.increment people.append people.union people.track_charge people.clear_charges people.delete_user people.remove',
    );
    // A group's own methods, each behind the call that finds the group.
    const get_group = (...group: unknown[]) =>
      methods(
        {} as Page,
        'group',
        'set set_once union unset remove delete',
        (name, args) => [
          ['get_group', ...group],
          [name, ...args],
        ],
        mixpanel,
      );
    Object.assign(mixpanel, { get_group, __SV: 1.2, _i: [[token, {}, 'mixpanel']] });
    return script('https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js');
  },
};

export const consent: VendorConsent = {
  lasts: true,
  // No event of its own for it: the page has sent none.
  tell: (win, { granted }) =>
    granted ? call(win, 'mixpanel.opt_in_tracking', { track() {} }) : call(win, 'mixpanel.opt_out_tracking'),
};

export const facts: VendorFacts = {
  name: 'Mixpanel',
  company: 'Mixpanel, Inc.',
  purpose: 'Measures what visitors do in the product.',
  privacyPolicy: 'https://mixpanel.com/legal/privacy-policy/',
  optOut: 'https://mixpanel.com/optout',
  cookies: [{ name: 'mp_*', party: 'first', duration: '1 year' }],
};

export const about: VendorAbout = {
  category: 'performance',
  aliases: 'mixpanel-analytics',
  globals: 'mixpanel',
  consent: 'mixpanel.opt_out_tracking(), mixpanel.opt_in_tracking()',
  sources: {
    hosts: 'segmentio/analytics.js-integrations (MIT)',
    cookies: 'Open Cookie Database (Apache-2.0)',
    loader: '@nuxt/scripts (MIT); c15t (Apache-2.0)',
    consent: 'mixpanel-browser 2.83.0 (Apache-2.0)',
    shares:
      'https://conductatlas.com/platform/mixpanel/mixpanel-terms-of-use/data-processor-designation/; https://mixpanel.com/dpa: a note of June 2026 says the terms now allow some identifying data to be treated as usage data: re-read',
    links: 'Open Cookie Database (Apache-2.0); public snippets: optOut',
  },
};
