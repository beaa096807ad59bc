export type Row = readonly [name: string, code: string];

/**
 * Runs calls in the page and tells what came of each, as text: the value, or the kind of the error (a browser words its
 * message as it likes; only `mine`, of the page itself, is told), and what the call wrote to its log. It is sent there as text, so that nothing in it may refer to the outside.
 *
 * A row is an expression, or the body of an async function where it says `return`. It may use `box`, an empty element of
 * the page; `make(tag, attributes)`; `log(…)`; `once(text)`, an object that tells each time it is read as text;
 * `fails(call)`, how a call fails; `heard(target, …types)`, resolved with the events by the last of these types.
 */
export async function runCalls(rows: readonly Row[]): Promise<Record<string, string>> {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const outcomes: Record<string, string> = {};
  const asError = (error: unknown) =>
    error instanceof Error || {}.toString.call(error) === '[object DOMException]'
      ? [
          (error as Error).constructor.name,
          (error as Error).name,
          ...(/^mine/.exec((error as Error).message) ?? []),
        ].join(' ')
      : `no Error: ${show(error)}`;

  function show(value: unknown, depth = 4): string {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'function') return `function ${value.name}/${value.length}`;
    if (Object(value) !== value) return String(value);
    if (value instanceof Element) return value.outerHTML;
    if (value instanceof Error) return asError(value);
    if (Array.isArray(value))
      return depth ? `[${value.map((item) => show(item, depth - 1)).join(', ')}]` : '[…]';
    const tag = {}.toString.call(value);
    if (tag !== '[object Object]') return tag;
    const entries = Object.entries(value as object);
    return `{${entries.map(([key, item]) => `${key}: ${depth ? show(item, depth - 1) : '…'}`).join(', ')}}`;
  }

  for (const [name, code] of rows) {
    const lines: string[] = [];
    const log = (...said: unknown[]) => void lines.push(said.map((value) => show(value)).join(' '));
    const box = document.createElement('div');
    document.body.appendChild(box);
    const tools = {
      box,
      log,
      make: (tag: string, attributes: Record<string, string> = {}) => {
        const element = document.createElement(tag);
        for (const key in attributes) element.setAttribute(key, attributes[key]!);
        return element;
      },
      once: (text: string) => ({
        toString() {
          log('read', text);
          return text;
        },
      }),
      fails(call: () => unknown) {
        try {
          return `no error: ${show(call())}`;
        } catch (error) {
          return 'throws ' + asError(error);
        }
      },
      heard: (target: EventTarget, ...types: string[]) =>
        new Promise<string[]>((resolve) => {
          const events: string[] = [];
          for (const type of types)
            target.addEventListener(type, () => {
              events.push(type);
              if (type === types[types.length - 1]) resolve(events);
            });
        }),
      shape(owner: object, key: string) {
        const found = Object.getOwnPropertyDescriptor(owner, key);
        return (
          found &&
          Object.entries(found).map(([trait, value]) =>
            typeof value === 'function'
              ? `${trait} ${value.name}/${value.length}`
              : `${trait} ${typeof value === 'boolean' ? value : typeof value}`,
          )
        );
      },
    };
    const body = /\breturn\b/.test(code) ? code : `return (${code})`;
    let outcome: string;
    try {
      const call = AsyncFunction(...Object.keys(tools), body)(...Object.values(tools));
      const limit = new Promise((resolve) =>
        window.__test.natives.setTimeout(() => resolve('NEVER ENDS'), 8000),
      );
      outcome = show(await Promise.race([call, limit]));
    } catch (error) {
      outcome = 'throws ' + asError(error);
    }
    outcomes[name] = [outcome, ...lines].join(' | ');
    box.remove();
  }
  return outcomes;
}
