import type { Regime } from '../types.ts';
import { LATEST } from './recommended.ts';

/** What the law of a region says of an opt-out signal. Heed honors it everywhere. */
export type SignalDuty = 'owed' | 'unclear' | 'none';

/** One region of the recommended table. */
export interface RegionRow {
  /** ISO 3166-1, or 3166-2 for a part of a country. */
  readonly code: string;
  readonly regime: Regime;
  readonly signal: SignalDuty;
  /** Day from which the duty to honor a signal, or else the law, is in force, where it is known. */
  readonly since?: string;
  readonly source: string;
  /** Day on which the source was read. */
  readonly date: string;
}

const EU =
  'ePrivacy Directive 5(3), GDPR 4(11) and 7, CJEU C-673/17; no duty to a signal (Digital Omnibus Art. 88b is no law)';

const rows = (
  codes: string,
  regime: Regime,
  signal: SignalDuty,
  source: string,
  since?: string,
): RegionRow[] =>
  codes
    .split(' ')
    .map((code) => Object.freeze({ code, regime, signal, ...(since && { since }), source, date: LATEST }));

/**
 * The recommended regimes with their sources, read on the day that the table is named after. An engineering reading of
 * published texts and summaries, not legal advice. `regime` is a choice of this project where a note says "starter".
 */
export const TABLE: readonly RegionRow[] = Object.freeze([
  // United States: a state of its own law, then those without, then the country where the state is not known.
  ...rows(
    'US-CA',
    'opt-out',
    'owed',
    'Civ. Code 1798.135, Cal. Code Regs. tit. 11 §7025: GPC named; must show that it is honored since 2026-01-01',
  ),
  ...rows(
    'US-CO',
    'opt-out',
    'owed',
    '4 CCR 904-3 Rules 5.06-5.09; GPC is the only listed one',
    '2024-07-01',
  ),
  ...rows(
    'US-CT',
    'opt-out',
    'owed',
    'Connecticut Data Privacy Act; GPC named by the Attorney General',
    '2025-01-01',
  ),
  ...rows(
    'US-TX US-NE',
    'opt-out',
    'owed',
    'state privacy act: opt-out by technology as an agent',
    '2025-01-01',
  ),
  ...rows('US-MT', 'opt-out', 'owed', 'Mont. Code 30-14-2809', '2025-01-01'),
  ...rows('US-NH', 'opt-out', 'owed', 'RSA 507-H:6, as reported', '2025-01-01'),
  ...rows('US-NJ', 'opt-out', 'owed', 'GPC named in the FAQ of the state', '2025-07-15'),
  ...rows('US-MN', 'opt-out', 'owed', 'Minn. Stat. 325M.14 subd. 3', '2025-07-31'),
  ...rows(
    'US-MD',
    'opt-out',
    'unclear',
    'the act says "may utilize"; most lists count it as owed',
    '2025-10-01',
  ),
  ...rows('US-DE', 'opt-out', 'owed', '6 Del. C. 12D-106(e)', '2026-01-01'),
  ...rows('US-OR', 'opt-out', 'owed', 'ORS 646A.578(5)', '2026-01-01'),
  ...rows('US-FL US-IA US-TN US-UT US-VA', 'opt-out', 'none', 'state privacy act without a text on signals'),
  ...rows(
    'US-IN US-KY US-RI',
    'opt-out',
    'none',
    'state privacy act without a text on signals',
    '2026-01-01',
  ),
  ...rows('US-LA US-OK', 'opt-out', 'none', 'state privacy act to come: read again before', '2027-01-01'),
  ...rows('US-AL', 'opt-out', 'none', 'state privacy act to come: read again before', '2027-05-01'),
  ...rows('US-VT', 'opt-out', 'none', 'state privacy act to come: read again before', '2028-01-01'),
  ...rows(
    'US-AK US-AR US-AZ US-DC US-GA US-HI US-ID US-IL US-KS US-MA US-ME US-MI US-MO US-MS US-NC US-ND US-NM US-NV US-NY US-OH US-PA US-SC US-SD US-WA US-WI US-WV US-WY',
    'opt-out',
    'none',
    'no general privacy act in force: a choice of this project',
  ),
  ...rows('US', 'opt-out', 'owed', 'state not known: as the strictest of them, California and Colorado'),

  // European Union, European Economic Area, and EU territories with codes of their own (TFEU 355(1)).
  ...rows('AT BE BG CY CZ DK EE ES FI GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK', 'opt-in', 'none', EU),
  ...rows(
    'DE',
    'opt-in',
    'unclear',
    `${EU}; TDDDG §25; LG Berlin 16 O 420/19: DNT is an objection, GDPR 21(5)`,
  ),
  ...rows('FR', 'opt-in', 'none', `${EU}; Loi Informatique et Libertés Art. 82, CNIL 2020-091`),
  ...rows('IT', 'opt-in', 'none', `${EU}; Garante, guidelines of 10 June 2021`),
  ...rows('IS LI NO', 'opt-in', 'none', `${EU}, by the EEA Agreement`),
  ...rows('AX GF GP MQ MF RE YT', 'opt-in', 'none', `${EU}; part of the Union by TFEU 355(1)`),

  // Europe besides.
  ...rows(
    'GB',
    'opt-in',
    'none',
    'PECR reg. 6; Data (Use and Access) Act 2025: its exceptions are not made use of',
  ),
  ...rows('GI', 'opt-in', 'none', 'as the United Kingdom'),
  ...rows('CH', 'opt-in', 'none', 'FDPIC guide v1.1 of 6 October 2025: opt-in for advertising'),
  ...rows('TR', 'opt-in', 'none', 'KVKK 2022/229'),

  // Americas besides.
  ...rows('BR', 'opt-in', 'none', 'ANPD guide of October 2022: opt-in for advertising'),
  ...rows('CA-QC', 'opt-in', 'none', 'Law 25, s. 8.1: functions that identify, locate or profile are off'),
  ...rows('CA', 'opt-out', 'none', 'PIPEDA as the OPC reads it: opt-out with a prominent notice'),

  // Asia and Pacific.
  ...rows('AU', 'opt-out', 'none', 'Privacy Act 1988: opt-out with notice; sensitive data opt-in'),
  ...rows('JP', 'opt-out', 'none', 'Telecommunications Business Act 27-12: notice, for listed services'),
  ...rows(
    'IN',
    'opt-in',
    'none',
    'Digital Personal Data Protection Rules, G.S.R. 846(E): operative 2027-05-13',
    '2027-05-13',
  ),
  ...rows('AE CN ID KR MY PH SA SG TH VN', 'opt-in', 'none', 'a starter: the laws vary'),
]);
