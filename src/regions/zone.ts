/**
 * Zones of one country only, by how they start (IANA names), for those countries where a guess can make a difference:
 * the recommended `opt-out` ones. Canada's are left out: its commonest zone holds Quebec as well.
 */
const ZONES: readonly (readonly [country: string, zone: RegExp])[] = [
  ['US', /^(America.(New_|Det|Kent|Indi|Chic|Denv|Bois|Phoe|Los_|Anch)|Pacific.Hono)/],
  ['AU', /^Aus/],
  ['JP', /^Asia.Tok/],
];

/**
 * A coarse guess of the visitor's country by the clock's time zone: `US`, `AU`, `JP`, or `?` for anywhere else, which
 * `decide()` takes for the strictest region of the file. No request, no permission; who travels or has set the clock by
 * hand is guessed wrongly.
 */
export function regionOfZone(win: typeof globalThis): string {
  const { Temporal } = win as { Temporal?: { Now: { timeZoneId(): string } } };
  // The first use of `Intl` costs a page of Chromium 150 some 15 ms.
  const timeZone = Temporal
    ? Temporal.Now.timeZoneId()
    : win.Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const [country, zones] of ZONES) if (zones.test(timeZone)) return country;
  return '?';
}
