import type { CookieFact } from '../types.ts';
import { categoryName, describeVendor, durationOf, partyOf } from './describe.ts';
import type { View } from './view.tsx';

/** Every cookie that the file and Heed's own facts name: a plain table that takes the page's own looks. */
export function declaration(view: View) {
  const { policy, say } = view;
  const row = (category: string, company: string, cookie: CookieFact) => (
    <tr key={category + company + cookie.name}>
      <th scope="row">{cookie.name}</th>
      <td>{company}</td>
      <td>{categoryName(view, category)}</td>
      <td>{cookie.purpose}</td>
      <td>{durationOf(view, cookie)}</td>
      <td>{partyOf(view, cookie)}</td>
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
        {row('required', site, {
          name: policy.cookie.name,
          purpose: say('ownCookie'),
          duration: say('days', { days: 400 }),
        })}
        {policy.categories.map(({ id, cookies, vendors }) => [
          cookies.map((cookie) => row(id, site, cookie)),
          vendors.map((vendor) => {
            const { name, cookies } = describeVendor(policy, vendor);
            return cookies.map((cookie) => row(id, name, cookie));
          }),
        ])}
      </tbody>
    </table>
  );
}
