import type { Policy } from '../config/policy.ts';
import type { CookieFact } from '../types.ts';
import { categoryName, describeVendor, durationOf } from './describe.ts';
import type { Say } from './language.ts';

/** Every cookie that the file and Heed's own facts name: a plain table that takes the page's own looks. */
export function Declaration({ policy, say }: { policy: Policy; say: Say }) {
  const rows: { cookie: CookieFact; company: string; category: string }[] = [];
  const site = say('first');
  const mine = policy.cookie.name;
  const named = policy.categories.some(({ cookies }) => cookies.some(({ name }) => name === mine));
  if (!named)
    rows.push({
      cookie: { name: mine, purpose: say('ownCookie'), duration: say('days', { days: 400 }) },
      company: site,
      category: 'required',
    });
  for (const { id, cookies, vendors } of policy.categories) {
    for (const cookie of cookies) rows.push({ cookie, company: site, category: id });
    for (const vendor of vendors) {
      const { name, cookies } = describeVendor(policy, vendor);
      for (const cookie of cookies) rows.push({ cookie, company: name, category: id });
    }
  }
  return (
    <table lang={say('lang')}>
      <caption>{say('cookies')}</caption>
      <thead>
        <tr>
          {(['cookie', 'company', 'category', 'purpose', 'duration', 'party'] as const).map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cookie, company, category }) => (
          <tr key={`${category} ${company} ${cookie.name}`}>
            <th scope="row">{cookie.name}</th>
            <td>{company}</td>
            <td>{categoryName(policy, say, category)}</td>
            <td>{cookie.purpose}</td>
            <td>{durationOf(say, cookie)}</td>
            <td>{say(cookie.party || 'first')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
