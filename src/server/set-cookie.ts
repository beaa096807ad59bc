import type { Policy } from '../config/policy.ts';
import { removes } from '../gate/cookies.ts';
import type { Judge } from '../gate/judge.ts';
import { isBelow, type Place } from './visit.ts';

/**
 * Whether a `Set-Cookie` stays. The opt-out cookie does, and whatever takes a cookie away. A cookie for a domain that is
 * neither the site's nor above this host is for the browser to refuse.
 */
export function keepsCookie(
  line: string,
  policy: Policy,
  judge: () => Judge,
  { hostname, isOwn }: Place,
): boolean {
  const name = line.split(/[=;]/)[0]!.trim();
  if (name === policy.cookie.name || removes(line)) return true;
  const domain = /;\s*domain\s*=\s*\.?([^;\s]+)/i.exec(line)?.[1]?.toLowerCase();
  if (domain && hostname && !isOwn(domain) && !isBelow(hostname, domain)) return true;
  return judge().cookie(name).granted;
}
