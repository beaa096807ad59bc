import type { Policy, PolicyVendor } from '../../src/config/policy.ts';
import type {
  ChoiceInput,
  ChooseOptions,
  Consent,
  Decision,
  Held,
  Reason,
  Regime,
  Verdict,
} from '../../src/types.ts';
import type { UiHost } from '../../src/ui/host.ts';

const vendor = (
  id: string,
  category: string,
  shares: boolean,
  entry: Record<string, unknown> = {},
): PolicyVendor => ({
  id,
  category,
  path: `$.categories.${category}.vendors`,
  shares,
  hosts: [],
  cookies: [],
  storage: [],
  replay: true,
  ids: [],
  entry: { id, ...entry },
});

/** A policy such as a shop has. */
export function fakePolicy(over: Partial<Policy> = {}): Policy {
  const vendors = [
    vendor('stripe', 'required', false),
    vendor('stats', 'performance', false, {
      name: 'Stats',
      purpose: 'Counts visits without following anybody',
      cookies: [{ name: '_st_*', duration: '30 days' }],
    }),
    vendor('chat', 'performance', true, { name: 'Chatter', purpose: 'Answers questions' }),
    vendor('linkedin', 'advertising', true),
    vendor('doubleclick', 'advertising', true),
    vendor('acme-ads', 'advertising', true, {
      name: 'Acme Ads',
      company: 'Acme Advertising GmbH',
      purpose: 'Shows ads of local shops',
      privacyPolicy: 'https://acme.example/privacy',
      cookies: ['_acme_*', { name: '_ac', purpose: 'Counts views', duration: 'session', party: 'third' }],
    }),
    vendor('video', 'social', true, { name: 'Video Host' }),
    vendor('youtube', 'social', true),
  ];
  const category = (id: string, more: object = {}) => ({
    id,
    path: '$.categories.' + id,
    vendors: vendors.filter((one) => one.category === id).map((one) => one.id),
    cookies: [],
    ...more,
  });
  return {
    revision: 1,
    regime: 'opt-in',
    regions: {},
    signals: { gpc: ['advertising'], dnt: ['performance', 'marketing', 'advertising'] },
    unlisted: 'hold',
    mode: 'enforce',
    reload: 'auto',
    cookie: { name: 'heed', domain: 'auto', grantDays: 180 },
    links: { privacy: '#privacy' },
    firstParty: [],
    texts: {},
    categories: [
      category('required', {
        cookies: [{ name: 'session_id', purpose: 'Keeps you signed in', duration: 'session' }],
      }),
      category('performance'),
      category('marketing'),
      category('advertising'),
      category('social', { name: 'Social media', description: 'Shows videos and posts from other sites.' }),
    ],
    vendors: Object.fromEntries(vendors.map((one) => [one.id, one])),
    broken: false,
    ...over,
  };
}

export interface Fake extends UiHost {
  readonly chosen: [ChoiceInput, ChooseOptions | undefined][];
  readonly warnings: string[];
  status: string;
}

/** A consent that does what the real one would, as far as the interface can see. */
export function fakeHost(
  win: Window & typeof globalThis,
  {
    policy = fakePolicy(),
    regime = 'opt-in' as Regime,
    gpc = false,
    grants = {} as Record<string, boolean>,
    held = [] as Held[],
    /** The page's own platform allows nothing. */
    tcf = false,
  } = {},
): Fake {
  let choice: Record<string, boolean> = { ...grants };
  let lifted = false;
  const listeners = new Set<(decision: Decision) => void>();

  function decide(): Decision {
    const judge = (id: string, category: string): Verdict => {
      const say = (granted: boolean, reason: Reason): Verdict => ({ granted, reason, path: '$' });
      if (category === 'required') return say(true, 'required');
      if (tcf) return { granted: false, reason: 'account', path: '$.tcf' };
      const chosen = choice[id] ?? choice[category];
      if (gpc && !(chosen && lifted) && (category === 'advertising' || policy.vendors[id]?.shares))
        return say(false, 'gpc');
      return chosen === undefined ? say(regime === 'opt-out', 'regime') : say(chosen, 'choice');
    };
    return {
      regime,
      region: null,
      signals: { gpc, dnt: false },
      categories: Object.fromEntries(policy.categories.map(({ id }) => [id, judge(id, id)])),
      vendors: Object.fromEntries(
        Object.values(policy.vendors).map(({ id, category }) => [id, judge(id, category)]),
      ),
      unlisted: { granted: false, reason: 'unlisted', path: '$' },
      ask: regime === 'opt-in' && !Object.keys(choice).length,
      optedOut: gpc || choice.advertising === false,
    };
  }
  let decision = decide();
  const fake = {
    win,
    policy,
    chosen: [] as [ChoiceInput, ChooseOptions | undefined][],
    warnings: [] as string[],
    status: '',
    warn: (message: string) => void fake.warnings.push(message),
    setStatusText: (text: string) => void (fake.status = text),
    consent: {
      get decision() {
        return decision;
      },
      held,
      allows: (id: string) => !!(decision.vendors[id] || decision.categories[id])?.granted,
      subscribe(listener: (decision: Decision) => void) {
        listeners.add(listener);
        listener(decision);
        return () => void listeners.delete(listener);
      },
      choose(input: ChoiceInput, options?: ChooseOptions) {
        fake.chosen.push([input, options]);
        // The real one wants a trusted click: whether it gets one, the tests in browsers see.
        lifted ||= typeof input === 'object' && !!options?.event;
        choice =
          typeof input === 'string'
            ? Object.fromEntries(policy.categories.map(({ id }) => [id, input === 'all']))
            : { ...choice, ...input };
        decision = decide();
        for (const listener of listeners) listener(decision);
      },
    } as unknown as Consent,
  };
  return fake;
}
