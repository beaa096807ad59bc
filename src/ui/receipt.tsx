// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { Held } from '../types.ts';
import { whoIs } from './describe.ts';
import type { View } from './view.tsx';

/** Who is behind a held thing: the company where it is known, else its host. */
const companyOf = (view: View, { vendor, host }: Pick<Held, 'vendor' | 'host'>): string => {
  if (!vendor) return host;
  const { name, company } = whoIs(view, vendor);
  return company || name;
};

/** What is held on this page now, as a visitor can keep it or hand it to somebody: all of it as it was decided. */
function asJson(view: View): string {
  const { consent, decision, win } = view;
  const { regime, signals, optedOut, vendors } = decision;
  // No addresses: they may tell what is nobody else's business.
  const held = consent.held.map(({ url, ...one }) => ({ company: companyOf(view, one), ...one }));
  return JSON.stringify(
    { page: win.location.href, time: new Date().toISOString(), regime, signals, optedOut, vendors, held },
    null,
    2,
  );
}

const times = (count: number) => count > 1 && '× ' + count;

export function receipt(view: View): h.JSX.Element {
  const { h, consent, say, win, button, copied, draw } = view;
  const companies = new Map<string, Map<string, number>>();
  for (const one of consent.held) {
    const company = companyOf(view, one);
    const hosts = companies.get(company) || new Map<string, number>();
    hosts.set(one.host, (hosts.get(one.host) || 0) + 1);
    companies.set(company, hosts);
  }
  function copy(): void {
    const text = asJson(view);
    const say = (result: typeof copied) => {
      view.copied = result;
      draw();
    };
    // Not there on pages without https, and a policy may refuse it: then the visitor's own hand copies.
    Promise.resolve(win.navigator.clipboard)
      .then((clipboard) => clipboard.writeText(text))
      .then(
        () => say(true),
        () => say(text),
      );
  }
  return (
    <details class="receipt" onToggle={draw}>
      <summary>{say('receipt', { count: consent.held.length })}</summary>
      <ul>
        {[...companies].map(([company, hosts]) => (
          <li key={company}>
            <b>{company}</b> {hosts.has(company) && times(hosts.get(company)!)}
            <ul>
              {[...hosts].map(
                ([host, count]) =>
                  host &&
                  host !== company && (
                    <li key={host}>
                      <code dir="ltr">{host}</code> {times(count)}
                    </li>
                  ),
              )}
            </ul>
          </li>
        ))}
      </ul>
      {button('copy', say('copy'), copy, 'plain')}{' '}
      <span role="status">{copied === true && say('copied')}</span>
      {typeof copied === 'string' && (
        <textarea
          readOnly
          rows={6}
          dir="ltr"
          aria-label="JSON"
          ref={(element) => {
            // Selected once, when it comes.
            if (!element || element.value === copied) return;
            element.value = copied;
            element.focus();
            element.select();
          }}
        />
      )}
    </details>
  );
}
