import { h } from 'preact';
import type { CookieFact } from '../types.ts';
import { categoryName, describeVendor, durationOf, partyOf } from './describe.ts';
import type { View } from './view.tsx';

/** Every cookie that the file and Heed's own facts name: a plain table that takes the page's own looks. */
export function declaration(view: View) {
  const { policy, say } = view;
  const row = (category: string, company: string, cookie: CookieFact) => (
    <tr key={category + company + cookie.name}>
      <th scope="row">{cookie.name}</th>
      {[company, category, cookie.purpose, durationOf(view, cookie), partyOf(view, cookie)].map((text, i) => (
        <td key={i}>{text}</td>
      ))}
    </tr>
  );
  const site = say('first');
  return (
    <table lang={say('lang')}>
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
      <tbody>
        {policy.categories.map((one) => {
          const category = categoryName(view, one);
          return [
            one.id === 'required' &&
              row(category, site, {
                name: policy.cookie.name,
                purpose: say('ownCookie'),
                duration: say('days', { days: 400 }),
              }),
            one.cookies.map((cookie) => row(category, site, cookie)),
            one.vendors.map((id) => {
              const { name, purpose, cookies } = describeVendor(view, id);
              return cookies.map((cookie) => row(category, name, { purpose, ...cookie }));
            }),
          ];
        })}
      </tbody>
    </table>
  );
}
