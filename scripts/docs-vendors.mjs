// Writes docs/vendors.md from the vendor files.
import fs from 'node:fs';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, '../docs/vendors.md');

const code = (text) => '`' + text + '`';
const codes = (texts) => texts.map(code).join(', ');
/** Text for a cell or a line: no character of it means anything in Markdown. */
const plain = (text) => text.replace(/[*_<>[\]]/g, '\\$&');

/** The address that a loader asks, and what it leaves in the page, with the made-up ids. */
function load(loader, parameters) {
  const asked = [];
  const ids = Object.fromEntries(
    parameters.filter((one) => one.required).map((one) => [one.name, one.example]),
  );
  const win = { location: { href: 'https://shop.example/' } };
  const never = new Promise(() => {});
  loader.load(ids, {
    win,
    script(src) {
      asked.push(src);
      return never;
    },
  });
  return { asked, globals: Object.keys(win).filter((name) => name !== 'location') };
}

function section(vendor, loader) {
  const { id, name, company, purpose, category, shares, hosts, needs, cookies, cookieFacts, storage } =
    vendor;
  const { parameters, only, consent, remark, privacyPolicy, optOut, aliases, sources } = vendor;
  const lines = [
    `## ${plain(name)}`,
    '',
    `${code(id)}, ${plain(company).replace(/\.$/, '')}. ${plain(purpose)}`,
    '',
  ];
  const say = (what, text) => text && lines.push(`- **${what}**: ${text}`);
  say(
    'Category',
    `${code(category)} unless the site decides otherwise; ${shares ? 'shares' : 'does not share'}`,
  );
  say('Held', codes(hosts) + (needs.length ? `. The site's own with it: ${codes(needs)}` : ''));
  const stored = [
    cookies.length &&
      `cookies ${codes(cookies.filter((name) => !cookieFacts.some((one) => one.name === name && one.httpOnly)))}`,
    storage.length && `storage ${codes(storage)}`,
  ].filter(Boolean);
  const others = cookieFacts.filter(({ party }) => party === 'third').map((one) => one.name);
  const beyond = others.length ? `. On its own domain, where no page can delete them: ${codes(others)}` : '';
  const sent = cookieFacts.filter(({ httpOnly }) => httpOnly).map((one) => one.name);
  const unseen = sent.length ? `. HttpOnly, which only a server can delete: ${codes(sent)}` : '';
  say('Deleted', (stored.join('; ') || 'nothing in the first party') + unseen + beyond);
  if (loader) {
    const { asked, globals } = load(loader, parameters);
    const given = parameters.map(
      (one) => `${code(one.name)}${one.required ? '' : ' (if wanted)'} as in ${code(one.example)}`,
    );
    const left = globals.length ? `, after it has set ${codes(globals)}` : '';
    say('Loaded', `with ${given.join(', ')}. Asks ${codes(asked)}${left}`);
  } else say('Loaded', `never by Heed. ${plain(only)}`);
  say('Told', consent === 'none known' ? consent : plain(consent));
  say('Remark', remark && plain(remark));
  const links = [privacyPolicy && `[privacy policy](${privacyPolicy})`, optOut && `[opt-out](${optOut})`];
  say('Links', links.filter(Boolean).join(', '));
  say('Other names', codes(aliases));
  say(
    'Sources',
    Object.entries(sources)
      .map(([part, text]) => `${part}: ${plain(text)}`)
      .join('. '),
  );
  return [...lines, ''].join('\n');
}

/** The whole page, of what `dist/vendors.js` and the loaders know. */
export function vendorPage(vendors, loaders) {
  const rows = [
    ['id', 'name', 'category', 'its own ids'],
    ...vendors.map(({ id, name, category, parameters }) => [
      code(id),
      plain(name),
      code(category),
      codes(parameters.map((one) => one.name)) || 'none',
    ]),
  ];
  // As the formatter lays a table out.
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const table = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
  table.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  const head = `# Vendors

<!-- Written by scripts/docs-vendors.mjs from src/vendors/. -->

What Heed knows of ${vendors.length} third parties. One that is not here is described in the category file, with its hosts and cookies: see [file.md](file.md).

- **Held** by host until it is granted: a host covers its subdomains, \`host/path\` is that path and what is below it (\`/tr\`, not \`/travel\`). A server of your own that the file names by its address (\`matomoUrl\`, \`apiHost\`) is that vendor's too.
- **Deleted** on a denial: first-party cookies, and what lies in the site's own storage under their names or those listed besides.
- **Loaded** by Heed, once, after a grant, only where the file names the vendor with its own ids. Else the page's own snippet loads it, held and freed like any other tag. With both, the vendor may count twice: the console says so where the snippet's function was there first. The forms of ids were observed, not promised: an odd one is a warning. Examples are made up.
- **Told**: the vendor's own consent call. It never stands in for the gate: a denied vendor is not asked for at all, but for Google's where the file asks for the [advanced mode](file.md#google-consent-mode). Consent Mode of Google, and the words of Microsoft and Matomo, stand in front of every other command; the rest is told at each change to whoever may have run: of a grant too, on this page or one before, since a page's own snippet may start out denied, and some vendors remember a denial. A vendor without such a call is held, and that is all.
- **Sources**: public ones, by part. "Public snippets" are found in many public repositories. Names of cookies and how long they stay come mostly from the [Open Cookie Database](https://github.com/jkwakman/Open-Cookie-Database) (Apache-2.0). Whether a vendor shares is a reading of its terms, no legal advice.

A page that calls \`fbq\`, \`_paq\`, \`analytics.track\` and the like before the grant gets no error where Heed is to load the vendor, or where the vendor's inline snippet is in the page and [marked](markup.md) with its id: the calls wait, are handed over once on the grant, and are dropped on a refusal, as are those made while it stands. What a method returns can be used in the same way (\`ttq.instance(id).track()\`); a promise is kept at once, with nothing in it, so that no page waits for a choice. Questions (\`is…\`, \`has…\`, \`get…\`) have no answer until the vendor is there. Where a blocker cuts the vendor's script, there is still no error. With \`data-config\` all of this begins when the file has come.

A vendor that the page brings itself is told where its global is: at once, or when it comes, with a script or without one. A library that is imported from npm and makes no global (\`amplitude\`, \`mixpanel\`) is not found; tell it in \`heed.subscribe()\`. Its requests and its storage are held all the same.

**Limited data use** (Meta, Pinterest, Reddit, for a visitor who has opted out under \`opt-out\` and to whom the vendor is granted all the same) has to be said in front of a vendor's first command. Heed says it where it loads the tag itself. In a snippet of your own, say it yourself: such a snippet makes its queue itself and stops where there is one already, so that nobody else can put a word in front of its \`init\`. An opt-out on a page where the tag runs already counts from the next page on.

\`\`\`html
<script>
  /* your snippet, up to its "init" */
  if (window.fbq) {
    const { regime, optedOut } = window.heed ? heed.decision : {};
    if (regime === 'opt-out' && optedOut) fbq('dataProcessingOptions', ['LDU'], 0, 0);
    fbq('init', '123456789012345');
    fbq('track', 'PageView');
  }
</script>
\`\`\`

Tools find all of this in \`heed-consent/vendors\`: \`vendors\`, a list of everything on this page; \`vendorOf(url)\`, the vendor of an address or null; \`cookieOf(name)\`, the cookie of that name with its vendor or null. Of two vendors that share a host or a name, it is the first by id. How long that takes does not grow with the number of vendors.

${table.join('\n')}
`;
  return [head, ...vendors.map((one) => section(one, loaders[one.id]))].join('\n').trimEnd() + '\n';
}

if (process.argv[1] === import.meta.filename) {
  const { runnerImport } = await import('vite');
  const load = async (file) => (await runnerImport(path.join(import.meta.dirname, '../src', file))).module;
  const [{ vendors }, { loaders }] = [await load('vendors.ts'), await load('vendors/loaders.ts')];
  fs.writeFileSync(FILE, vendorPage(vendors, loaders));
}
