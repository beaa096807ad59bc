import { type Day, grantDayOf, vendorCode } from '../choice/record.ts';
import type { Policy } from '../config/policy.ts';
import type { Finding } from '../gate/judge.ts';
import { own } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { Decision, SignalKind, Step, VendorEntry } from '../types.ts';
import { type Circumstances, isSale, signalPath } from './decide.ts';

const NAMES: Readonly<Record<SignalKind, string>> = { gpc: 'Global Privacy Control', dnt: 'Do Not Track' };

const dateOf = (day: Day): string => new Date(day * 864e5).toISOString().slice(0, 10);

/**
 * The whole way to a verdict: every input that `decide()` looks at, in its order, up to the one that decides. It tells
 * the decision and makes none: the last step has the decision's own reason and path.
 */
export function chainOf(policy: Policy, given: Circumstances, decision: Decision, finding: Finding): Step[] {
  const { signals, record, day, optedOut } = given;
  const { vendor: id, category: categoryId, granted, reason, path, pings } = finding;
  const steps: Step[] = [];
  const step = (about: Step['about'], text: string, rule = '', at = '', decides = false) =>
    steps.push({ about, decides, rule, path: at, text });
  const end = (about: Step['about'], text: string, rule = '') => {
    if (pings && vendor) {
      const { advanced } = vendor.entry.consentMode as NonNullable<VendorEntry['consentMode']>;
      const why = `the file lets its pings pass while it is denied, for this reason: ${advanced}`;
      step('target', why, 'R69', vendor.path + '.consentMode');
    }
    step(about, `${text}: ${granted ? 'granted' : 'denied'}`, rule, path, true);
    return steps;
  };

  const vendor = id === null ? undefined : own(policy.vendors, id);
  const category = policy.categories.find((one) => one.id === (vendor ? vendor.category : categoryId));

  // Whose it is.
  if (!category) {
    if (reason === 'required') return end('required', "the site's own");
    if (reason === 'error') return end('error', 'the file names neither a category nor a vendor for it');
    const known = id
      ? `belongs to "${id}", which the file does not name`
      : 'belongs to nobody that the file names';
    return end('unlisted', known, 'R52');
  }
  const shares = vendor && (vendor.shares ? ', which sells or shares data' : ', a mere processor');
  if (vendor) step('target', `belongs to the vendor "${vendor.id}"${shares}`, '', vendor.path);
  step('target', `stands in the category "${category.id}"`, '', category.path);

  if (reason === 'required') return end('required', 'what is required is always granted', 'R65');
  if (reason === 'error') return end('error', 'the category file has a mistake or is not there');

  // Denials from outside.
  const sale = isSale(policy, category, vendor);
  const platform = path === '$.tcf';
  if (optedOut) {
    if (reason === 'account' && !platform)
      return end('account', 'the site knows that this person has opted out', 'R30');
    step('account', 'the site knows that this person has opted out, which is not about this', 'R30');
  }
  if (policy.tcf) {
    const { allowed } = given;
    const said = allowed
      ? allowed.has(category.id)
        ? 'allows this'
        : 'does not allow this'
      : 'has not answered';
    const text = `the platform of the page (IAB TCF) ${said}`;
    if (platform) return end('account', text, 'R74');
    step('account', text, 'R74', '$.tcf');
  }
  if (policy.audience) {
    const rule = policy.audience === 'minors' ? 'R40' : 'R50';
    if (reason === 'audience')
      return end('audience', `the audience is "${policy.audience}", which no choice lifts`, rule);
    step('audience', `the audience is "${policy.audience}", which is not about this`, rule, '$.audience');
  }
  for (const kind of SIGNAL_KINDS) {
    const rule = kind === 'gpc' ? 'R30' : 'R20';
    const seen = record?.seen[kind];
    const at = signalPath(policy, kind, category, vendor);
    const sent = signals[kind];
    if (!sent && seen === undefined) continue;
    const what = sent
      ? `the browser sends ${NAMES[kind]}`
      : `${NAMES[kind]} was seen on ${dateOf(seen!)} and has gone`;
    if (!at)
      step(
        'signal',
        `${what}, which does not deny this`,
        rule,
        policy.signals[kind].length ? '' : '$.signals.' + kind,
      );
    else if (reason === kind)
      return end('signal', sent ? what : `${what}, which is no consent`, sent ? rule : 'R33');
    else if (sent) step('signal', `${what}, which the visitor has knowingly lifted for this`, 'R31', at);
    else step('signal', `${what}; grants that it overrode do not come back`, 'R33', at);
  }

  // The visitor's own word.
  const all = record?.day == null ? undefined : own(record.categories, category.id);
  const one = record?.day == null || !vendor ? undefined : own(record.vendors, vendorCode(vendor.id));
  const said = record?.day == null ? '' : `the choice of ${dateOf(record.day)}`;
  if (reason === 'choice') {
    const rule = granted ? 'R54' : 'R58';
    if ((one ?? all) === granted)
      return end(
        'choice',
        `${said} ${granted ? 'grants' : 'denies'} ${path === category.path ? 'the category' : 'the vendor'}`,
        rule,
      );
    if (all === false)
      return end('choice', `${said} denies the category, and a grant for the vendor has ended`, rule);
    return end('choice', `${said} opts out of all that sells or shares`, 'R38');
  }
  if (!said) step('choice', 'the visitor has made no choice');
  else if (one ?? (all && !vendor)) {
    const from = grantDayOf(record!);
    const why =
      record!.revision !== policy.revision
        ? `was made under revision ${record!.revision}, the file has ${policy.revision}`
        : day > from + policy.cookie.grantDays
          ? `granted this for ${policy.cookie.grantDays} days from ${dateOf(from)}, which are over`
          : day < record!.day! - 1
            ? 'is from the future'
            : 'was overridden by a signal';
    step('choice', `${said} ${why}`, record!.revision !== policy.revision ? 'R61' : 'R94', '$.revision');
  } else if (all)
    step('choice', `${said} granted the category before this vendor was in it`, 'R61', category.path);
  else step('choice', `${said} says nothing of this`);

  const where = given.region === null ? 'the region is not known' : `the region is ${given.region}`;
  const word =
    decision.regime === 'opt-in' ? 'nothing is allowed before a choice' : 'what nobody has denied is allowed';
  return end(
    'regime',
    `${where}, under ${decision.regime} ${word}`,
    decision.regime === 'opt-in' ? 'R52' : sale ? 'R37' : '',
  );
}
