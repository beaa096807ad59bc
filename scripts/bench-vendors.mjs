// How long it takes to find the owner of an address and of a cookie among 10, 100 and 1,000 vendors. Build first.
import { hostLookup, nameLookup } from '../build/vendors/lookup.js';

const TIMES = 200_000;

/** Nanoseconds of one call; the best of a few rounds, so that other work on the machine counts less. */
function measure(call) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < TIMES; i++) call(i);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / TIMES);
  }
  return best.toFixed(0);
}

console.log('vendors  address, ns  cookie, ns');
for (const count of [10, 100, 1000]) {
  const ids = Array.from({ length: count }, (_, i) => `vendor${i}`);
  const ofHost = hostLookup(
    ids.flatMap((id) => [`${id}.example`, `cdn.${id}.example/tag/`].map((host) => [host, id])),
  );
  const ofName = nameLookup(ids.flatMap((id) => [`_${id}`, `_${id}_*`].map((name) => [name, id])));
  // As many questions each time, spread over all: what grows is the table alone.
  const asked = ids.filter((_, i) => i % (count / 10) === 0);
  const urls = asked.map((id) => new URL(`https://px.${id}.example/collect?v=1`));
  const names = asked.map((id) => `_${id}_abcdef`);
  const address = measure((i) => ofHost(urls[i % 10]));
  const cookie = measure((i) => ofName(names[i % 10]));
  console.log(`${count}`.padStart(7), address.padStart(12), cookie.padStart(11));
}
