export { createConsent } from './create.js';
export { HeedError } from './error.js';
export type { CategoryEntry, CategoryId, ChoiceInput, ChooseOptions, Config, Consent, ConsentOptions, ConsentRecord, CookieFact, Decision, Explanation, Held, OptOut, Reason, Regime, SignalKind, Signals, VendorEntry, VendorId, Verdict, } from './types.js';
