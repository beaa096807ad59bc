export { type GppOptions, startGpp } from './gpp.ts';
