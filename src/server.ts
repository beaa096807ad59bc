export { HeedError } from './error.ts';
export { createServerConsent } from './server/consent.ts';
export type {
  ConfigInput,
  FileProblem,
  HeaderBag,
  HeadOptions,
  PolicyOptions,
  ServerConsent,
  ServerOptions,
  Visit,
  VisitOptions,
} from './server/types.ts';
