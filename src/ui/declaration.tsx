// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { CookieFact } from '../types.ts';
import { categoryName, describeVendor, durationOf, partyOf, quantity } from './describe.ts';
import type { View } from './view.tsx';

/** Every cookie that the file and Heed's own facts name: a plain table that takes the page's own looks. */
export const declaration = (view: View) => {
  const { h, policy, say, privacyLink } = view;
  let third = false;
  const row = (category: string, company: string, cookie: CookieFact, links?: unknown): h.JSX.Element => {
    third ||= cookie.party === 'third';
    return (
      <tr key={category + company + cookie.name}>
        <th scope="row">{cookie.name}</th>
        {[[company, links], category, cookie.purpose, durationOf(view, cookie), partyOf(view, cookie)].map(
          (text, i) => (
            <td key={i}>{text}</td>
          ),
        )}
      </tr>
    );
  };
  const site = say('first');
  const rows = policy.categories.map((one) => {
    const category = categoryName(view, one);
    return [
      one.id === 'required' &&
        row(category, site, {
          name: policy.cookie.name,
          purpose: say('ownCookie'),
          duration: quantity(say('lang'), 400, 'day'),
        }),
      one.cookies.map((cookie) => row(category, site, cookie)),
      one.vendors.map((id) => {
        const { name, purpose, privacyPolicy, optOut, cookies } = describeVendor(view, id);
        // Once for each vendor.
        const links = [
          privacyPolicy && [' ', privacyLink(view, privacyPolicy, true)],
          optOut && [' ', privacyLink(view, optOut, true, 'panelTitle')],
        ];
        return cookies.map((cookie, i) => row(category, name, { purpose, ...cookie }, !i && links));
      }),
    ];
  });
  return [
    <table key="table" lang={say('lang')}>
      <caption>{say('cookies')}</caption>
      <thead>
        <tr>
          {['cookie', 'company', 'category', 'purpose', 'duration', 'party'].map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>,
    third && (
      <p key="note" lang={say('lang')}>
        {say('cannotDelete')}
      </p>
    ),
  ];
};
