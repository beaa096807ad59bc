export { type GppOptions, startGpp } from './gpp/start.js';
