import { bits, textOf } from './encode.ts';

/** A section of one state. */
export interface Section {
  readonly id: number;
  /** Prefix in the API, `usca`. */
  readonly name: string;
  /** The state's name for the notice that stands first, and for one on sensitive data, where it has them. */
  readonly first: string;
  readonly sensitiveNotice?: string;
  /** How many kinds of sensitive data, and of children's consents, it tells apart. */
  readonly sensitive: number;
  readonly children: number;
  /** Its field for uses beyond what was disclosed. */
  readonly beyond?: string;
  /** Whether it has a part for Global Privacy Control. */
  readonly gpc: boolean;
}

const P = 'ProcessingNotice';
const S = 'SharingNotice';
const A = 'AdditionalDataProcessingConsent';
const state = (
  id: number,
  name: string,
  first: string,
  [sensitive, children]: readonly [number, number],
  beyond?: string,
  gpc = true,
  sensitiveNotice?: string,
): Section => ({ id, name, first, sensitive, children, beyond, gpc, sensitiveNotice });

/**
 * State sections 8 to 23, version 1 each (section specifications of the Global Privacy Platform). Of the later ones
 * (Maryland, Indiana, Kentucky, Rhode Island) the texts of October 2025 ask for a section header that the Tech Lab's own
 * decoder, 3.2.0, does not know: they are left out until both say the same.
 */
export const SECTIONS: Readonly<Record<string, Section>> = {
  'US-CA': state(8, 'usca', '', [9, 2], 'PersonalDataConsents', true, 'SensitiveDataLimitUseNotice'),
  'US-VA': state(9, 'usva', S, [8, 1], undefined, false),
  'US-CO': state(10, 'usco', S, [7, 1]),
  'US-UT': state(11, 'usut', S, [8, 1], undefined, false, 'SensitiveDataProcessingOptOutNotice'),
  'US-CT': state(12, 'usct', S, [8, 3]),
  'US-FL': state(13, 'usfl', P, [8, 3], A, false),
  'US-MT': state(14, 'usmt', S, [8, 3], A),
  'US-OR': state(15, 'usor', P, [11, 3], A),
  'US-TX': state(16, 'ustx', P, [8, 1], A),
  'US-DE': state(17, 'usde', P, [9, 5], A),
  'US-IA': state(18, 'usia', P, [8, 1], undefined, true, 'SensitiveDataOptOutNotice'),
  'US-NE': state(19, 'usne', P, [8, 1], A),
  'US-NH': state(20, 'usnh', P, [8, 3], A),
  'US-NJ': state(21, 'usnj', P, [10, 5], A),
  'US-TN': state(22, 'ustn', P, [8, 1], A),
  'US-MN': state(23, 'usmn', P, [8, 1], A),
};

/** What a section says of one visitor. */
export interface Said {
  readonly optedOut: boolean;
  /** The signal as the browser sends it now. */
  readonly gpc: boolean;
  /** Whether the site gives the notice of the right to opt out. */
  readonly notice: boolean;
}

type Fields = Record<string, number | number[] | boolean>;

const none = (count: number) => (count === 1 ? 0 : new Array<number>(count).fill(0));

/**
 * The fields of a section in their order, part by part. 0 is "not applicable", 1 "yes" or "opted out", 2 "no" or "did not
 * opt out". Without a word of the site's the transaction is none of the Multi-State Privacy Agreement (R77).
 */
export function fieldsOf(section: Section, { optedOut, gpc, notice }: Said): Fields[] {
  const given = notice ? 1 : 2;
  const out = optedOut ? 1 : notice ? 2 : 0;
  // California shares where the others target.
  const [wordNotice, word] = section.first
    ? ['TargetedAdvertisingOptOutNotice', 'TargetedAdvertisingOptOut']
    : ['SharingOptOutNotice', 'SharingOptOut'];
  const core: Fields = { Version: 1 };
  if (section.first) core[section.first] = given;
  core.SaleOptOutNotice = given;
  core[wordNotice!] = given;
  if (section.sensitiveNotice) core[section.sensitiveNotice] = 0;
  core.SaleOptOut = out;
  core[word!] = out;
  core.SensitiveDataProcessing = none(section.sensitive);
  core.KnownChildSensitiveDataConsents = none(section.children);
  if (section.beyond) core[section.beyond] = 0;
  core.MspaCoveredTransaction = 2;
  core.MspaOptOutOptionMode = 0;
  core.MspaServiceProviderMode = 0;
  return section.gpc ? [core, { GpcSegmentType: 1, Gpc: gpc }] : [core];
}

/** The text of a section's parts: six bits for its version, one for a yes or no, two for everything else. */
export const encodeSection = (parts: readonly Fields[]): string =>
  parts
    .map((fields) =>
      textOf(
        Object.entries(fields)
          .flatMap(([name, value]) =>
            typeof value === 'boolean'
              ? bits(+value, 1)
              : [value].flat().map((one) => bits(one, name === 'Version' ? 6 : 2)),
          )
          .join(''),
      ),
    )
    .join('.');
