import { en, enPanel, type Texts } from './en.ts';

const t: Texts = { ...en, ...enPanel };
export default t;
