import { createConsent } from 'heed-consent';
import { useEffect, useState } from 'preact/hooks';
import config from '../heed.json';

// Imported before anything that brings a vendor: what comes after it is held.
export const consent = createConsent(config);

/** The decision now, and again whenever it changes. */
export function useDecision() {
  const [decision, setDecision] = useState(consent.decision);
  useEffect(() => consent.subscribe(setDecision), []);
  return decision;
}

// A hot update runs this module again. The old instance takes its patches away first.
if (import.meta.hot) import.meta.hot.dispose(() => consent.destroy());
