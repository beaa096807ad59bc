export { createConsent } from './create.ts';
export { HeedError } from './error.ts';
export type {
  CategoryEntry,
  CategoryId,
  ChoiceInput,
  ChooseOptions,
  Config,
  Consent,
  ConsentOptions,
  ConsentRecord,
  CookieFact,
  Decision,
  Explanation,
  Held,
  OptOut,
  Reason,
  Regime,
  SignalKind,
  Signals,
  VendorEntry,
  VendorId,
  Verdict,
} from './types.ts';
