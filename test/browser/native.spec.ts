import { expect, it } from 'vitest';
import { ATTRIBUTES } from './native/attributes.ts';
import { INSERTION } from './native/insertion.ts';
import { HTML } from './native/markup.ts';
import { NETWORK } from './native/network.ts';
import { runCalls } from './native/run.ts';
import { LEAVING, STORAGE } from './native/storage.ts';
import { STYLES } from './native/styles.ts';
import { describeInEveryBrowser, type TestContext } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';

// Every call here is one that Heed has no business with: what comes of it is the same with and without Heed.

const GROUPS = {
  insertion: INSERTION,
  attributes: ATTRIBUTES,
  markup: HTML,
  styles: STYLES,
  network: NETWORK,
  storage: STORAGE,
  leaving: LEAVING,
};

/** Differences that are meant, each with its reason. */
const WANTED: Record<string, string> = {
  'keys of a worker':
    'what is sent to a worker of the site is kept until it is known that the page’s policies let it run',
  'localStorage inherited from': 'the stand-in of a storage is found by whatever inherits from it',
  'sessionStorage inherited from': 'the same',
  'localStorage with names of its methods':
    'Chromium does not list such a name through a stand-in; it is stored all the same',
  'sessionStorage with names of its methods': 'the same',
};

const WRITES = `<div id="written"><script>
  document.write('<b>one</b><im'); document.write('g src="/own.gif" alt="a>b">'); document.writeln('<i', ' id=x>two</i>');
  document.write(); document.write(null, 1); document.write('<scr' + 'ipt>window.wroteIt = document.currentScript.parentNode.id</scr' + 'ipt>');
</script></div>`;

function serve({ site }: TestContext) {
  const js = (code: string) => ({ body: code, type: 'text/javascript' });
  site.serve('/own.js', js('window.ownRan = true'));
  site.serve('/own.css', { body: 'b { color: red }', type: 'text/css' });
  site.serve('/own.json', { body: '{"own":true}', type: 'application/json' });
  site.serve('/moved', { status: 302, headers: { location: '/own.json' } });
  site.serve('/cut', { abort: true });
  site.serve('/echo', { body: 'echo' });
  site.serve('/events', { body: 'data: hello\n\n', type: 'text/event-stream' });
  site.serve('/frame.html*', { body: '<!doctype html><title>own frame</title>' });
  site.serve(
    '/worker.js',
    js(`onmessage = ({ data }) => {
      if (data && data.port) data.port.postMessage(data.buffer.byteLength);
      else if (data === 'self') postMessage({ self: [location.href, self.constructor.name, {}.toString.call(self), typeof fetch, origin, new URL('x', location).href, new Request('/a').url] });
      else postMessage({ heard: data, name: self.name });
    }`),
  );
  site.serve(
    '/module.js',
    js(`import '/own-part.js'; postMessage([typeof importScripts, self.part, import.meta.url.length > 0])`),
  );
  site.serve('/own-part.js', js('self.part = 1'));
  site.serve('/throws.js', js('throw new Error("of the worker")'));
  site.serve(
    '/shared.js',
    js(
      'onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => port.postMessage([data, self.name]); }',
    ),
  );
  // With things denied, and some of them held.
  const held =
    '<script>new Image().src = "https://ads.acme.example/a.gif"; navigator.sendBeacon("https://nobody.example/b")</script>';
  const pages = {
    without: page({ tag: '', body: WRITES }),
    with: page({ config: CONFIG, body: held + WRITES }),
  };
  // At one address, for many calls tell it.
  return (heed: keyof typeof pages) => site.page('/', pages[heed]);
}

/** The same, in one engine. */
const WANTED_IN: Record<string, string[]> = {
  // A copy is made where nothing is asked for; WebKitGTK 2.50 makes its custom elements when they are inserted, not before.
  webkit: ['importNode of a custom element'],
};

describeInEveryBrowser('what Heed has no business with', (context) => {
  for (const [group, calls] of Object.entries(GROUPS)) {
    it(`goes on as it did: ${group}`, async () => {
      const turn = serve(context);
      const rows = Object.entries(calls);
      turn('without');
      const plain = await context.open();
      const without = await plain.evaluate(runCalls, rows);
      await plain.close();
      await context.newVisitor();
      turn('with');
      const tab = await context.open();
      const seen = await tab.evaluate(runCalls, rows);
      if (process.env.DIFF_DUMP) console.log(JSON.stringify(without, null, 1));
      const other = rows
        .map(([name]) => name)
        .filter(
          (name) =>
            !(name in WANTED) && !WANTED_IN[context.browser]?.includes(name) && seen[name] !== without[name],
        )
        .map((name) => `${name}\n  without Heed: ${without[name]}\n  with Heed:    ${seen[name]}`);
      expect(other, `${group} in ${context.browser}`).toEqual([]);
      // A worker that is not there fails inside of Heed's own: the event is the same, the browser words it otherwise.
      const uncaught = (errors: string[]) => errors.filter((error) => !/NetworkError|gone\.js/.test(error));
      expect(uncaught(tab.errors)).toEqual(uncaught(plain.errors));
    }, 90_000);
  }
});
