type Kind = 'createHTML' | 'createScript' | 'createScriptURL';

interface TrustedPolicy {
  createHTML(text: string): unknown;
  createScript(text: string): unknown;
  createScriptURL(text: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: Record<Kind, (text: string) => string>): TrustedPolicy;
}

/** Turns text into what a Trusted Types policy asks for; a value that is trusted already stays as it is. */
export type Trust = (kind: Kind, value: unknown) => unknown;

/**
 * The Trusted Types policy `heed` (W3C Trusted Types): it passes on only what stood on the page before it was held.
 * Made when first needed; where the site's policy does not allow the name, values stay text and the browser judges.
 */
export function createTrust(win: Window, warn: (message: string) => void): Trust {
  const factory = (win as unknown as { trustedTypes?: Factory }).trustedTypes;
  let policy: TrustedPolicy | null | undefined;
  return (kind, value) => {
    if (!factory || typeof value !== 'string') return value;
    if (policy === undefined) {
      const same = (text: string) => text;
      try {
        policy = factory.createPolicy('heed', {
          createHTML: same,
          createScript: same,
          createScriptURL: same,
        });
      } catch (error) {
        policy = null;
        warn('no Trusted Types policy "heed": ' + error);
      }
    }
    return policy ? policy[kind](value) : value;
  };
}
