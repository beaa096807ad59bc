export { HeedError } from './error.js';
export { createServerConsent } from './server/consent.js';
export type { ConfigInput, FileProblem, HeaderBag, HeadOptions, PolicyOptions, ServerConsent, ServerOptions, Visit, VisitOptions, } from './server/types.js';
