import { beforeEach, expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

const DAY = 24 * 60 * 60;
const PIXEL = '<script>new Image().src = "https://ads.acme.example/pixel.gif"</script>';

describeInEveryBrowser('the opt-out cookie', (context) => {
  beforeEach(() => {
    context.site.page('/', page({ body: PIXEL }));
  });

  const choiceOf = async (choice: 'all' | 'required') => {
    const tab = await context.open();
    await tab.heed((heed, input) => heed.choose(input), choice);
    const cookies = await tab.cookies();
    return { tab, cookies, value: cookies[0]?.value ?? '' };
  };

  it('is not there before a choice', async () => {
    const tab = await context.open();
    expect(await tab.cookies()).toEqual([]);
  });

  for (const [choice, from, to] of [
    ['all', 179, 181],
    ['required', 184, 400],
  ] as const) {
    it(`holds the choice "${choice}": small, first-party, for the whole site`, async () => {
      const { cookies } = await choiceOf(choice);
      expect(cookies).toHaveLength(1);
      const cookie = cookies[0]!;
      expect(cookie).toMatchObject({
        name: 'heed',
        domain: '.shop.example',
        path: '/',
        sameSite: 'Lax',
        secure: true,
        httpOnly: false,
      });
      expect(`${cookie.name}=${cookie.value}`.length).toBeLessThanOrEqual(400);
      expect(cookie.value).toMatch(/^[\w!#$%&'*+\-.^`|~:/=?@()[\]{}<>]+$/);
      const days = (cookie.expires - Date.now() / 1000) / DAY;
      expect(days).toBeGreaterThan(from - 0.1);
      expect(days).toBeLessThan(to + 0.1);
    });
  }

  it('is no identifier: two visitors with the same choice have the same bytes', async () => {
    const first = await choiceOf('all');
    await context.newVisitor();
    const second = await choiceOf('all');
    expect(second.value).toBe(first.value);
    await context.newVisitor();
    expect((await choiceOf('required')).value).not.toBe(first.value);
  });

  it('is shared by the subdomains of the site', async () => {
    const { site } = context;
    const { tab } = await choiceOf('required');
    site.page('/help', page({ body: PIXEL }), { host: 'help.shop.example' });
    await tab.goto('https://help.shop.example/help');
    await tab.idle();
    expect(await tab.heed((heed) => heed.decision.ask)).toBe(false);
    expect(site.thirdParty()).toEqual([]);
  });

  it('is renewed on a visit, with the same bytes', async () => {
    const { tab, value } = await choiceOf('required');
    await tab.reload();
    expect(await tab.cookies()).toMatchObject([{ name: 'heed', value }]);
  });

  it('is gone after reset(), and the visitor is asked again', async () => {
    const { tab } = await choiceOf('all');
    await tab.heed((heed) => heed.reset());
    expect(await tab.cookies()).toEqual([]);
    await tab.reload();
    expect(await tab.heed((heed) => heed.decision.ask)).toBe(true);
  });

  it('grants nothing when damaged', async () => {
    const { site } = context;
    const { value } = await choiceOf('all');
    expect(value).not.toBe('');
    const damaged: Record<string, string> = {
      empty: '',
      cut: value.slice(0, -3),
      cutInHalf: value.slice(0, value.length / 2),
      longer: `${value}~x`,
      repeated: value + value,
      otherVersion: value.replace(/^\d+/, '99'),
      upperCase: value.toUpperCase() === value ? `${value}A` : value.toUpperCase(),
      quoted: `"${value}"`,
      word: 'all',
      true: 'true',
      json: '{"advertising":true}',
      escapes: '%7B%22advertising%22%3Atrue%7D',
      badEscape: '%E0%A4%A',
      proto: '__proto__',
      future: value.replace(/20\d\d-/, '2199-'),
      long: 'a'.repeat(3000),
    };
    for (const [name, text] of Object.entries(damaged)) {
      await context.newVisitor();
      site.page('/damaged', page({ body: PIXEL }), {
        headers: { 'set-cookie': `heed=${text}; Path=/; Secure; SameSite=Lax; Domain=shop.example` },
      });
      const tab = await context.open('/damaged');
      expect(await tab.heed((heed) => heed.allows('advertising')), name).toBe(false);
      expect(await tab.heed((heed) => heed.decision.ask), name).toBe(true);
      expect(tab.errors, name).toEqual([]);
    }
    expect(site.thirdParty()).toEqual(['https://ads.acme.example/pixel.gif']); // the one of the undamaged grant
  }, 90_000);

  it('of two, the stricter wins', async () => {
    const { site } = context;
    const granted = (await choiceOf('all')).value;
    await context.newVisitor();
    const refused = (await choiceOf('required')).value;
    await context.newVisitor();
    const cookie = (text: string, more = '') => `heed=${text}; Path=/; Secure; SameSite=Lax${more}`;
    site.serve('/both', {
      body: page({ body: PIXEL }),
      headers: { 'set-cookie': cookie(refused, '; Domain=shop.example') },
    });
    site.page('/', page({ body: PIXEL }), { headers: { 'set-cookie': cookie(granted) } });
    site.clear();
    await context.open('/both');
    const tab = await context.open('/');
    expect((await tab.cookies()).length).toBeGreaterThan(0);
    expect(await tab.heed((heed) => heed.allows('advertising'))).toBe(false);
    expect(site.thirdParty()).toEqual([]);
  });
});
