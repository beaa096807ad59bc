/** What the header filters ask of the decision. */
export interface Sieve {
  /** Whether an address, as the page resolves it, is denied. */
  readonly denies: (address: string) => boolean;
  /** Tells the console, once for each message, with the detail of the first time. */
  readonly tell: (message: string, detail?: string) => void;
}
