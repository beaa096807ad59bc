/** Calls that put nodes into a tree. */
export const INSERTION: Record<string, string> = {
  'appendChild gives the node': `const b = make('b'); return box.appendChild(b) === b`,
  'appendChild of null': `fails(() => box.appendChild(null))`,
  'appendChild of nothing': `fails(() => box.appendChild())`,
  'appendChild of text': `fails(() => box.appendChild('text'))`,
  'appendChild of something like a node': `fails(() => box.appendChild({ nodeType: 1, localName: 'img' }))`,
  'appendChild of an ancestor': `const b = make('b'); box.append(b); return fails(() => b.appendChild(box))`,
  'appendChild of a document': `fails(() => box.appendChild(document))`,
  'appendChild on another object': `fails(() => Node.prototype.appendChild.call({}, make('b')))`,
  'appendChild of a fragment': `const all = document.createDocumentFragment(); all.append(make('img', { src: '/own.gif' }), 'x');
    const same = box.appendChild(all) === all; return [same, all.childNodes.length, box.childNodes.length, box.innerHTML]`,
  'appendChild of a picture': `box.appendChild(make('img', { src: '/own.gif', alt: 'x' }))`,
  'appendChild of a granted script': `const s = make('script', { src: 'https://js.stripe.com/v3/' }); box.appendChild(s);
    return [await heard(s, 'load'), s.outerHTML]`,
  'appendChild to a text node': `fails(() => document.createTextNode('x').appendChild(make('b')))`,
  'insertBefore gives the node': `const b = make('b'); return box.insertBefore(b, null) === b`,
  'insertBefore without a second argument': `fails(() => box.insertBefore(make('b')))`,
  'insertBefore undefined': `const b = make('img', { src: '/own.gif' }); return box.insertBefore(b, undefined) === b`,
  'insertBefore of a stranger': `fails(() => box.insertBefore(make('b'), make('i')))`,
  'replaceChild gives the old node': `const b = box.appendChild(make('b')); return [box.replaceChild(make('img', { src: '/own.gif' }), b) === b, box.innerHTML]`,
  'replaceChild of a stranger': `fails(() => box.replaceChild(make('b'), make('i')))`,
  'append of this and that': `const said = box.append(undefined, null, 1, make('i'), once('text'), Object('y')); return [said, box.innerHTML]`,
  'append of a symbol': `fails(() => box.append(Symbol('s')))`,
  'append of nothing': `[box.append(), box.innerHTML]`,
  'append of an object that throws': `fails(() => box.append({ toString() { throw new RangeError('mine'); } }))`,
  'append on another object': `fails(() => Element.prototype.append.call(document, 'x'))`,
  prepend: `box.append('b'); return [box.prepend(make('img', { src: '/own.gif' }), 'a'), box.innerHTML]`,
  replaceChildren: `box.append('b'); return [box.replaceChildren(make('a', { ping: '/own' }), 'a'), box.innerHTML]`,
  'replaceChildren of nothing': `box.append('b'); return [box.replaceChildren(), box.innerHTML]`,
  'before and after of an element': `const b = box.appendChild(make('b')); return [b.before(make('img'), 'x'), b.after('y', make('i')), box.innerHTML]`,
  'before without a parent': `[make('b').before(make('i')), make('b').replaceWith('x')]`,
  'replaceWith of text': `const t = box.appendChild(document.createTextNode('t')); return [t.replaceWith(make('img', { src: '/own.gif' })), box.innerHTML]`,
  'replaceWith itself': `const b = box.appendChild(make('b')); return [b.replaceWith(b, 'x'), box.innerHTML]`,
  'insertAdjacentElement gives the node': `const b = make('img', { src: '/own.gif' }); return [box.insertAdjacentElement('BeforeEnd', b) === b, box.innerHTML]`,
  'insertAdjacentElement at a wrong place': `fails(() => box.insertAdjacentElement('middle', make('b')))`,
  'insertAdjacentElement beside an orphan': `make('b').insertAdjacentElement('beforebegin', make('i'))`,
  'insertAdjacentElement of text': `fails(() => box.insertAdjacentElement('beforeend', 'x'))`,
  'Range insertNode': `box.append('abcd'); const r = document.createRange(); r.setStart(box.firstChild, 2);
    return [r.insertNode(make('img', { src: '/own.gif' })), box.innerHTML, box.childNodes.length]`,
  'Range insertNode of null': `fails(() => document.createRange().insertNode(null))`,
  'Range surroundContents': `box.append('abcd'); const r = document.createRange(); r.setStart(box.firstChild, 1); r.setEnd(box.firstChild, 3);
    return [r.surroundContents(make('b')), box.innerHTML]`,
  'Range surroundContents across elements': `box.innerHTML = '<b>ab</b><i>cd</i>'; const r = document.createRange();
    r.setStart(box.firstChild.firstChild, 1); r.setEnd(box.lastChild.firstChild, 1); return fails(() => r.surroundContents(make('u')))`,
  'document append': `fails(() => document.append(make('b')))`,
  'document body of a wrong kind': `fails(() => { document.body = make('div'); })`,
  'document body null': `fails(() => { document.body = null; })`,
  'document body of a frame': `const f = box.appendChild(make('iframe')); const d = f.contentDocument; const body = d.createElement('body');
    body.id = 'new'; d.body = body; return d.documentElement.innerHTML`,
  'importNode shallow': `const d = new DOMParser().parseFromString('<div id=a><img src=/own.gif></div>', 'text/html');
    const n = document.importNode(d.getElementById('a')); return [n, n.ownerDocument === document]`,
  'importNode deep': `const d = new DOMParser().parseFromString('<div id=a><img src=/own.gif></div>', 'text/html');
    const n = document.importNode(d.getElementById('a'), true); return [n, n.ownerDocument === document, n.firstChild.ownerDocument === document]`,
  'importNode of a document': `fails(() => document.importNode(document))`,
  'importNode of nothing': `fails(() => document.importNode())`,
  'importNode of null': `fails(() => document.importNode(null, true))`,
  'importNode of a custom element': `const t = document.createElement('template'); t.innerHTML = '<x-imported></x-imported>';
    if (!customElements.get('x-imported')) customElements.define('x-imported', class extends HTMLElement { constructor() { super(); this.made = true; } });
    const n = document.importNode(t.content, true); return n.firstChild.made === true`,
  'importNode of a custom element that is inserted': `const t = document.createElement('template'); t.innerHTML = '<x-inserted><x-inserted></x-inserted></x-inserted>';
    if (!customElements.get('x-inserted')) customElements.define('x-inserted', class extends HTMLElement { constructor() { super(); this.made = true; } });
    box.append(document.importNode(t.content, true)); return [box.firstChild.made, box.firstChild.firstChild.made]`,
  'importNode in another document': `const d = document.implementation.createHTMLDocument(''); const n = d.importNode(make('img', { src: '/own.gif' })); return [n, n.ownerDocument === d]`,
  'adoptNode gives the node': `const b = box.appendChild(make('b')); return [document.adoptNode(b) === b, b.parentNode]`,
  'adoptNode of a document': `fails(() => document.adoptNode(document))`,
  'adoptNode of null': `fails(() => document.adoptNode(null))`,
  'adoptNode from a parsed document': `const d = new DOMParser().parseFromString('<p><img src=/own.gif></p>', 'text/html'); const p = document.adoptNode(d.querySelector('p'));
    return [p, p.ownerDocument === document, d.body.innerHTML]`,
  'shadow root append': `const root = box.attachShadow({ mode: 'open' }); return [root.append(make('img', { src: '/own.gif' }), 'x'), root.innerHTML]`,
  'template content append': `const t = make('template'); t.content.append(make('img', { src: '/own.gif' })); return [t.innerHTML, t.content.childNodes.length]`,
  'inline script runs at once': `const s = make('script'); s.text = 'window.ranNow = document.currentScript === window.mine'; window.mine = s; box.appendChild(s); return window.ranNow`,
  'inline script of many parts': `const s = make('script'); s.append('window.parts', '=', '3'); box.append(s); return window.parts`,
  'script that throws': `const heardOf = heard(window, 'error'); const s = make('script'); s.text = 'throw new Error("of the page")';
    addEventListener('error', (event) => event.preventDefault(), { once: true }); box.append(s); return heardOf`,
  'scripts of a fragment run in order': `window.order = []; const all = document.createDocumentFragment();
    for (const n of [1, 2, 3]) { const s = make('script'); s.text = 'order.push(' + n + ')'; all.append(s); } box.append(all); return window.order`,
  'external script loads': `const s = make('script'); s.src = '/own.js'; box.append(s); return [await heard(s, 'load'), window.ownRan, s.async, s.outerHTML]`,
  'external script that is not there': `const s = make('script'); s.src = '/gone.js'; box.append(s); return heard(s, 'error')`,
  'module script': `const s = make('script', { type: 'module' }); s.src = '/own.js'; box.append(s); return heard(s, 'load')`,
  'inline module': `const s = make('script', { type: 'module' }); s.text = 'import "/own.js"'; box.append(s); return heard(s, 'load')`,
  'script of an unknown type': `const s = make('script', { type: 'text/x-template' }); s.text = '<img src=/own.gif>'; box.append(s); return [s.outerHTML, s.type, s.text]`,
  'script moved after it ran': `window.runs = 0; const s = make('script'); s.text = 'runs++'; box.append(s); box.prepend(s); document.head.append(s); s.remove(); return window.runs`,
  'clone of a script runs again': `window.runs = 0; const s = make('script'); s.text = 'runs++'; box.append(s, s.cloneNode(true)); return window.runs`,
  'custom element is called in order': `if (!customElements.get('x-calls')) customElements.define('x-calls', class extends HTMLElement {
      static observedAttributes = ['src', 'style', 'data-x'];
      connectedCallback() { this.said = [...(this.said || []), 'in']; }
      disconnectedCallback() { this.said = [...(this.said || []), 'out']; }
      attributeChangedCallback(...change) { this.said = [...(this.said || []), change.slice(0, 3).join('>')]; }
    });
    const x = make('x-calls', { src: '/own.gif' }); x.setAttribute('style', 'color: red'); box.append(x); x.setAttribute('src', '/b.gif'); box.prepend(x);
    x.style.color = 'blue'; x.removeAttribute('src'); x.remove(); return x.said`,
  'built-in element made one of the page’s own': `if (!customElements.get('x-image')) try { customElements.define('x-image', class extends HTMLImageElement {
      static observedAttributes = ['src']; attributeChangedCallback(...change) { this.said = [...(this.said || []), change.slice(0, 3).join('>')]; } }, { extends: 'img' }); } catch (_) {}
    const x = document.createElement('img', { is: 'x-image' }); x.src = '/own.gif'; box.append(x); x.setAttribute('src', '/b.gif'); return x.said`,
  'records of what is inserted': `const seen = []; const o = new MutationObserver((records) => seen.push(...records)); o.observe(box, { childList: true, subtree: true, attributes: true, attributeOldValue: true, characterData: true });
    const img = make('img'); box.append(img, 'x'); img.src = '/own.gif'; img.setAttribute('src', '/b.gif'); box.innerHTML = '<a ping=/own><img src=/own.gif></a>'; box.firstChild.before('y');
    const style = make('style'); style.textContent = 'b { color: red }'; box.append(style); style.textContent = 'b { background: url(/own.gif) }';
    await 0; seen.push(...o.takeRecords()); o.disconnect();
    return seen.map((r) => [r.type, r.target.nodeName, r.attributeName, r.oldValue, r.addedNodes.length, r.removedNodes.length].join(' '))`,
  'own frame loads': `const f = make('iframe', { src: '/frame.html' }); box.append(f); return [await heard(f, 'load'), f.contentDocument.title, f.outerHTML]`,
  'frame without an address': `const f = make('iframe'); const events = heard(f, 'load'); box.append(f); return [f.contentDocument.URL, f.contentWindow.length, f.contentWindow.parent === window]`,
  'frame of its own text': `const f = make('iframe', { srcdoc: '<p>hello' }); box.append(f); await heard(f, 'load'); return [f.contentDocument.body.innerHTML, f.srcdoc]`,
  'functions of a frame': `const f = box.appendChild(make('iframe')); const w = f.contentWindow;
    return [w.document.body.appendChild(w.document.createElement('img')).outerHTML, w.fetch.name, new w.Image() instanceof w.HTMLImageElement, w.localStorage instanceof w.Storage]`,
};
