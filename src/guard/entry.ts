/**
 * What Heed leaves in `localStorage` for the guard's snippet on the next page: a policy that lets the granted vendors
 * through, and all that has to be as it was for that policy to hold.
 */
export interface GuardEntry {
  /** Everything besides cookie and day that the decision hung on and the snippet saw: its own attribute `SEEN`. */
  readonly seen: string;
  /** Name of the opt-out cookie, and all its values, as `document.cookie` gives them. */
  readonly name: string;
  readonly cookie: string;
  /** First and last day (days since 1 January 1970, UTC) on which it holds. */
  readonly from: number;
  readonly until: number;
  /** The Content-Security-Policy to put in place of the static one. */
  readonly policy: string;
}

/** Key of the entry in `localStorage`. */
export const ENTRY = 'heed-guard';
/** Key in `sessionStorage` of the referrer that a reload would lose. */
export const REFERRER = 'heed-referrer';

/** What the guard's script is found by; its value stands for the file that it was printed from. */
export const MARK = 'data-heed-guard';
/** Name of the `<meta>` that repeats a policy which the page was sent with as a header: no script can read that. */
export const SENT = 'heed-policy';
/** Attribute in which the snippet says what it saw on this page. */
export const SEEN = 'data-heed-seen';
