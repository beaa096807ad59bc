type Callback = (data: object, success: boolean) => void;

/** Consents of a TCF answer: these purposes, and no others. */
export const consents = (...purposes: number[]) => ({
  purpose: {
    consents: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, purposes.includes(i + 1)])),
  },
});
export const EVERY = consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

/** A registered platform as "CMP API v2" describes one: it tells each listener at once, and at each change. */
export class Platform {
  readonly calls: string[] = [];
  readonly #listeners = new Map<number, Callback>();
  #now: object;
  #ids = 0;

  /** @param now what it knows when it is asked first; nothing yet, by default */
  constructor(now: object = { gdprApplies: true, cmpStatus: 'loading' }) {
    this.#now = now;
  }

  readonly api = (command: string, _version: number, callback: Callback, id?: number): void => {
    this.calls.push(command);
    if (command === 'addEventListener') {
      this.#listeners.set(++this.#ids, callback);
      this.#tell(this.#ids);
    } else if (command === 'removeEventListener') this.#listeners.delete(id!);
  };

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  #tell(id: number): void {
    this.#listeners.get(id)?.({ ...this.#now, listenerId: id }, true);
  }

  answer(data: object): void {
    this.#now = { gdprApplies: true, ...data };
    for (const id of [...this.#listeners.keys()]) this.#tell(id);
  }

  install(): this {
    Object.defineProperty(window, '__tcfapi', { value: this.api, configurable: true, writable: true });
    return this;
  }
}

export const removePlatform = () => void Reflect.deleteProperty(window, '__tcfapi');
