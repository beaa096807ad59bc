// What is published: sizes, exports, types, a packed install. Run after a build.
import { createTally } from './lib/tally.mjs';

const tally = createTally();
tally.vitest('Package tests', 'package');
console.log(tally.close());
