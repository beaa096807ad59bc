// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
// biome-ignore-all lint/correctness/useJsxKeyInIterable: text alone, which may be put into any row
import type { h } from 'preact';
import type { CookieFact } from '../types.ts';
import { apart, line } from './apart.tsx';
import { describeVendor, durationOf, partyOf, quantity } from './describe.ts';
import type { View } from './view.tsx';

/** Every cookie that the file and Heed's own facts name: a plain table that takes the page's own looks. */
export const declaration = (view: View) => {
  const { h, policy, say, privacyLink } = view;
  let marked = '';
  const row = (
    category: string,
    who: string | string[],
    cookie: CookieFact,
    vendor?: string,
  ): h.JSX.Element => {
    // No script of the page can delete these. The mark is no "*", in which a name may end.
    const mark = cookie.httpOnly || cookie.party === 'third' ? ' †' : '';
    marked ||= mark;
    return (
      <tr>
        <th scope="row">
          <bdi dir="ltr">{cookie.name}</bdi>
          {mark}
        </th>
        {[
          who,
          apart(view, category),
          apart(view, cookie.purpose, vendor),
          durationOf(view, cookie),
          partyOf(view, cookie),
        ].map((text) => (
          <td>{text}</td>
        ))}
      </tr>
    );
  };
  const site = say('first');
  const rows = policy.categories.map((one) => {
    const category = view.categoryName(view, one);
    return [
      one.id === 'required' &&
        row(category, site, {
          name: policy.cookie.name,
          purpose: say('ownCookie'),
          duration: quantity(say('lang'), 400, 'day'),
        }),
      one.cookies.map((cookie) => row(category, site, cookie)),
      one.vendors.map((id) => {
        const { name, company, purpose, privacyPolicy, optOut, cookies } = describeVendor(view, id);
        // All of it once for each vendor.
        return cookies.map((cookie, i) =>
          row(
            category,
            line(
              apart(view, name),
              ...(i
                ? []
                : [
                    company !== name && apart(view, company),
                    privacyLink(view, privacyPolicy, true),
                    privacyLink(view, optOut, true, 'panelTitle'),
                  ]),
            ),
            { purpose, ...cookie },
            id,
          ),
        );
      }),
    ];
  });
  return [
    <div style="overflow:auto">
      <table lang={say('lang')}>
        <caption>{say('cookies')}</caption>
        <thead>
          <tr>
            {['cookie', 'company', 'category', 'purpose', 'duration', 'party'].map((key) => (
              <th scope="col">{say(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>,
    marked && <p lang={say('lang')}>{say('cannotDelete')}</p>,
  ];
};
