import { expect, it } from 'vitest';
import { type Row, runCalls } from './native/run.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// What a denied call answers: the page's own code is told in the ways that an interface has for a failure. One table
// for all engines, so the same in all; what an engine has not got is `absent`.

const AD = 'https://ads.acme.example';

/** A call, and what comes of it. */
const CALLS: Record<string, [code: string, outcome: string]> = {
  fetch: [
    `const r = await fetch('${AD}/a'); return [r instanceof Response, r.status, r.ok, r.statusText, await r.text()]`,
    '[true, 451, false, "Unavailable For Legal Reasons", ""]',
  ],
  'fetch of a Request': [
    `(await fetch(new Request('${AD}/a', { method: 'POST', body: 'x' }))).status`,
    '451',
  ],
  'fetch as a method of an object': [
    `const own = { fetch }; return (await own.fetch('${AD}/a')).status`,
    '451',
  ],
  'fetch of a frame': [
    `const { contentWindow } = document.body.appendChild(document.createElement('iframe')); const r = contentWindow.fetch('${AD}/a'); return [r instanceof contentWindow.Promise, (await r) instanceof contentWindow.Response]`,
    '[true, true]',
  ],
  'fetch of an object that is text': [`(await fetch({ toString: () => '${AD}/a' })).status`, '451'],
  'fetch that says another address the second time': [
    `let n = 0; return (await fetch({ toString: () => n++ ? '/own' : '${AD}/a' })).status`,
    '451',
  ],
  'fetch of an object that has an address too': [
    `(await fetch({ url: '/own', toString: () => '${AD}/a' })).status`,
    '451',
  ],
  'fetch that outlives the page': [`(await fetch('${AD}/a', { keepalive: true })).status`, '451'],
  'fetch with an aborted signal': [`(await fetch('${AD}/a', { signal: AbortSignal.abort() })).status`, '451'],
  XMLHttpRequest: [
    `const x = new XMLHttpRequest(); const seen = [x.open('POST', '${AD}/a')]; x.setRequestHeader('a', 'b'); const all = heard(x, 'load', 'error', 'abort', 'loadend'); seen.push(x.send('x')); return [seen, await all, x.readyState, x.status, x.responseText]`,
    '[[undefined, undefined], ["error", "loadend"], 4, 0, ""]',
  ],
  sendBeacon: [
    `[navigator.sendBeacon('${AD}/a'), navigator.sendBeacon('${AD}/a', new Blob(['x']))]`,
    '[true, true]',
  ],
  WebSocket: [
    `const s = new WebSocket('wss://ads.acme.example/a'); const seen = [s instanceof WebSocket, s.readyState, s.send('x'), s.close()]; s.onmessage = s.onopen = () => log('open'); return [seen, await heard(s, 'open', 'error', 'close')]`,
    '[[true, 3, undefined, undefined], ["error", "close"]]',
  ],
  'WebSocket by its handlers': [
    `const s = new WebSocket('wss://ads.acme.example/a'); return new Promise((resolve) => { s.onerror = (event) => log(event.type); s.onclose = (event) => resolve([event.type, event instanceof CloseEvent, event.code, event.reason, event.wasClean]); })`,
    '["close", true, 1006, "", false] | "error"',
  ],
  EventSource: [
    `const s = new EventSource('${AD}/a'); const all = heard(s, 'open', 'error'); return [s instanceof EventSource, await all, s.readyState === EventSource.CLOSED, s.close()]`,
    '[true, ["error"], true, undefined]',
  ],
  WebTransport: [
    `if (!window.WebTransport) return 'absent'; const t = new WebTransport('${AD}/a'); return [t instanceof WebTransport, await t.ready.catch((error) => error.name), await t.closed.catch((error) => error.name), t.close()]`,
    '[true, "TypeError", "TypeError", undefined]',
  ],
  WebSocketStream: [
    `if (!window.WebSocketStream) return 'absent'; const s = new WebSocketStream('wss://ads.acme.example/a'); return [s instanceof WebSocketStream, await s.opened.catch((error) => error.name)]`,
    '[true, "TypeError"]',
  ],
  Worker: [
    `const w = new Worker('${AD}/a.js'); const seen = [w instanceof Worker, w.postMessage(1), w.terminate()]; return [seen, await heard(w, 'error')]`,
    '[[true, undefined, undefined], ["error"]]',
  ],
  SharedWorker: [
    `if (!window.SharedWorker) return 'absent'; const w = new SharedWorker('${AD}/a.js'); return [w instanceof SharedWorker, w.port.postMessage(1), await heard(w, 'error')]`,
    '[true, undefined, ["error"]]',
  ],
  RTCPeerConnection: [
    `if (!window.RTCPeerConnection) return 'absent'; const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:ads.acme.example' }] }); const left = c.getConfiguration().iceServers.length; c.close(); return [c instanceof RTCPeerConnection, left]`,
    '[true, 0]',
  ],
  'Image.src': [
    `const e = new Image(); e.src = '${AD}/a.gif'; return [e.getAttribute('src'), e.src, e.complete, e.naturalWidth]`,
    '[null, "", true, 0]',
  ],
  'an inserted script': [
    `const e = make('script'); e.onload = e.onerror = () => log('event'); e.src = '${AD}/a.js'; return [box.appendChild(e) === e, e.src, e.type]`,
    `[true, "${AD}/a.js", "text/plain"]`,
  ],
  'an inserted frame': [
    `const e = make('iframe'); e.src = '${AD}/a.html'; box.append(e); return [e.src, e.contentWindow === null, e.isConnected]`,
    '["", false, true]',
  ],
  setAttribute: [
    `const e = make('img'); return [e.setAttribute('src', '${AD}/a.gif'), e.getAttribute('src')]`,
    '[undefined, null]',
  ],
  'setAttribute of an object that changes': [
    `let n = 0; const e = make('img'); e.setAttribute('src', { toString: () => n++ ? '${AD}/a.gif' : '/own.gif' }); e.setAttribute({ toString: () => 'src' }, { toString: () => n++ % 2 ? '${AD}/a.gif' : '/own.gif' }); return e.getAttribute('src')`,
    'null',
  ],
  'src of an object that changes': [
    `let n = 0; const e = make('img'); e.src = { toString: () => n++ ? '${AD}/a.gif' : '/own.gif' }; return e.getAttribute('src')`,
    '"/own.gif"',
  ],
  'attributes.setNamedItem': [
    `const e = make('img'); const a = document.createAttribute('src'); a.value = '${AD}/a.gif'; return [e.attributes.setNamedItem(a), e.getAttribute('src')]`,
    '[null, null]',
  ],
  innerHTML: [
    `box.innerHTML = '<img src="${AD}/a.gif" alt="x">'; return [box.firstChild.alt, box.firstChild.hasAttribute('src')]`,
    '["x", false]',
  ],
  'innerHTML of an object that changes': [
    `let n = 0; box.innerHTML = { toString: () => n++ ? '<img src="${AD}/a.gif">' : '<img src="/own.gif">' }; return box.innerHTML`,
    '"<img src=\\"/own.gif\\">"',
  ],
  'style.backgroundImage': [
    `box.style.backgroundImage = 'url(${AD}/a.gif)'; return /acme/.test(box.style.backgroundImage)`,
    'false',
  ],
  'insertRule gives the index': [
    `const s = new CSSStyleSheet(); s.insertRule('b {}'); return [s.insertRule('b { background: url(${AD}/a.gif) }', 1), s.cssRules.length]`,
    '[1, 2]',
  ],
  'new Audio': [
    `const e = new Audio('${AD}/a.mp3'); return [e instanceof HTMLAudioElement, e.src]`,
    '[true, ""]',
  ],
  FontFace: [
    `const f = new FontFace('Held', 'url(${AD}/a.woff2)'); return [f instanceof FontFace, await f.load().catch((error) => error.name)]`,
    '[true, "NetworkError"]',
  ],
  'Cache.add': [
    `const c = await caches.open('held'); return c.add('${AD}/a').catch((error) => error)`,
    'TypeError TypeError',
  ],
  'form.submit into a frame': [
    `box.innerHTML = '<iframe name=held></iframe><form action="${AD}/a" target=held></form>'; return box.lastChild.submit()`,
    'undefined',
  ],
  'a form sent into a frame': [
    `box.innerHTML = '<iframe name=held></iframe><form action="${AD}/a" target=held></form>'; box.lastChild.addEventListener('submit', (event) => log(event.type, event.defaultPrevented)); return box.lastChild.requestSubmit()`,
    'undefined | "submit" true',
  ],
  'an import of a module': [
    `const e = make('script', { type: 'module' }); e.text = 'import "${AD}/a.js"'; box.append(e); return e.type`,
    '"text/plain"',
  ],
  'Worklet.addModule': [
    `if (!window.AudioContext || !AudioContext.prototype || !window.Worklet) return 'absent'; const c = new OfflineAudioContext(1, 1, 44100); return c.audioWorklet ? c.audioWorklet.addModule('${AD}/a.js').catch((error) => error.name) : 'absent'`,
    '"AbortError"',
  ],
  'a cookie by its name': [`document.cookie = '_fbp=1'; return document.cookie.includes('_fbp')`, 'false'],
  'a cookie of a cookieStore': [
    `window.cookieStore ? [await cookieStore.set('_ga', '1'), await cookieStore.get('_ga')] : 'absent'`,
    '[undefined, null]',
  ],
  'localStorage by its name': [
    `localStorage._ga = 1; localStorage.setItem('_ga', '1'); Object.defineProperty(localStorage, '_ga', { value: '1', configurable: true, enumerable: true, writable: true }); return ['_ga' in localStorage, localStorage._ga]`,
    '[false, undefined]',
  ],
};

describeInEveryBrowser('a denied call', (context) => {
  it('answers as an interface does that fails; nothing is thrown, nothing is sent', async () => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    await tab.evaluate(() => {
      const told = window as unknown as { rejections: string[] };
      told.rejections = [];
      addEventListener('unhandledrejection', (event) => told.rejections.push(String(event.reason)));
    });
    const rows = Object.entries(CALLS).map(([name, [code]]): Row => [name, code]);
    const seen = await tab.evaluate(runCalls, rows);
    const other = Object.entries(CALLS)
      .filter(([name, [, wanted]]) => seen[name] !== wanted && seen[name] !== '"absent"')
      .map(([name, [, wanted]]) => `${name}\n  wanted: ${wanted}\n  seen:   ${seen[name]}`);
    expect(other, `in ${context.browser}`).toEqual([]);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    // Firefox remarks on a font without an address.
    expect(tab.errors.filter((error) => !error.includes('about:blank'))).toEqual([]);
    expect(await tab.evaluate(() => (window as unknown as { rejections: string[] }).rejections)).toEqual([]);
    // What is held is told, with whose it is and why.
    const kinds = await tab.heed((heed) => [
      ...new Set(heed.held.map(({ kind, host }) => `${kind} ${host}`)),
    ]);
    for (const kind of ['fetch', 'xhr', 'beacon', 'connection', 'worker', 'img', 'style'])
      expect(kinds).toContain(`${kind} ads.acme.example`);
  });
});
