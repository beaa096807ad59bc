const MARKUP =
  `<tr><td background=/own.gif>x</td></tr><option>o</option><img src=/own.gif alt="a>b"><script src="/own.js"></` +
  `script><p style="background: url(/own.gif)">&amp;<!-- c -->`;
const PARENTS =
  'div table tbody tr select template textarea title style script noscript iframe head p pre svg math colgroup button a'.split(
    ' ',
  );

const inside = Object.fromEntries(
  PARENTS.map((tag) => [
    `innerHTML of ${tag}`,
    `const e = '${tag}' === 'svg' || '${tag}' === 'math' ? document.createElementNS('${tag}' === 'svg' ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1998/Math/MathML', '${tag}') : make('${tag}');
    e.innerHTML = ${JSON.stringify(MARKUP)}; return [e.outerHTML, e.childNodes.length]`,
  ]),
);

/** Markup that a script hands over as text. */
export const HTML: Record<string, string> = {
  ...inside,
  'innerHTML of odd values': `[null, undefined, 7, '', once('<img src=/own.gif>'), ['<b>', '</b>'], Object('<i>')].map((value) => { box.innerHTML = value; return box.innerHTML; })`,
  'innerHTML of a symbol, of a value that throws': `[fails(() => { box.innerHTML = Symbol('s'); }), fails(() => { box.innerHTML = { toString() { throw new RangeError('mine'); } }; })]`,
  'innerHTML on another object': `[fails(() => Element.prototype.innerHTML), fails(() => { Element.prototype.innerHTML = '<b>'; }), shape(Element.prototype, 'innerHTML')]`,
  'innerHTML runs no script': `box.innerHTML = '<script>window.never = 1</' + 'script>'; return window.never`,
  'innerHTML is a new tree': `box.innerHTML = '<b>x</b>'; const b = box.firstChild; box.innerHTML = box.innerHTML; return [b === box.firstChild, b.parentNode]`,
  'innerHTML of a document in XML': `const d = new DOMParser().parseFromString('<a xmlns="urn:x"/>', 'text/xml'); d.documentElement.innerHTML = '<b c="/own.gif"/>';
    return [new XMLSerializer().serializeToString(d), fails(() => { d.documentElement.innerHTML = '<b src="/own.gif">'; })]`,
  'innerHTML with a handler': `box.innerHTML = '<img src=/own.gif onload="window.loadedBy = this.alt" alt=me>'; await heard(box.firstChild, 'load'); return window.loadedBy`,
  'innerHTML keeps the words of the author': `box.innerHTML = '<IMG SRC="/own.gif"ALT=x><a HREF=//www.shop.example/?a&b>x</a>'; return box.innerHTML`,
  'outerHTML of an orphan': `fails(() => { make('b').outerHTML = '<i></i>'; })`,
  'outerHTML of the document': `fails(() => { document.documentElement.outerHTML = '<html>'; })`,
  'outerHTML in its place': `box.innerHTML = '<b>x</b>'; const b = box.firstChild; b.outerHTML = '<img src=/own.gif><i>y</i>'; return [box.innerHTML, b.parentNode]`,
  'outerHTML in a fragment': `const all = document.createDocumentFragment(); const b = make('b'); all.append(b); b.outerHTML = '<img src=/own.gif>'; return all.firstChild`,
  'insertAdjacentHTML in four places': `const b = box.appendChild(make('b')); const said = ['beforebegin', 'AfterBegin', 'beforeend', 'afterend'].map((place) => b.insertAdjacentHTML(place, '<img src=/own.gif?' + place + '>')); return [said, box.innerHTML]`,
  'insertAdjacentHTML at a wrong place': `[fails(() => box.insertAdjacentHTML('middle', '<b>')), fails(() => make('b').insertAdjacentHTML('afterend', '<b>')), fails(() => box.insertAdjacentHTML('beforeend'))]`,
  'insertAdjacentHTML reads in order': `box.insertAdjacentHTML(once('beforeend'), once('<img src=/own.gif>')); return box.innerHTML`,
  'insertAdjacentHTML in a table': `const t = box.appendChild(make('table')); t.insertAdjacentHTML('beforeend', '<tr><td background=/own.gif>x'); return t.outerHTML`,
  insertAdjacentText: `box.insertAdjacentText('beforeend', '<img src=/own.gif>'); return box.innerHTML`,
  'innerHTML of a shadow root': `const r = box.attachShadow({ mode: 'open' }); r.innerHTML = '<slot></slot><img src=/own.gif>'; return [r.innerHTML, r.childNodes.length]`,
  'setHTMLUnsafe with a shadow root': `box.setHTMLUnsafe && (box.setHTMLUnsafe('<p><template shadowrootmode=open><img src=/own.gif></template></p>'), [box.innerHTML, !!box.firstChild.shadowRoot])`,
  'setHTML takes scripts out': `box.setHTML && (box.setHTML('<img src=/own.gif onload=x><script>1</' + 'script>'), box.innerHTML)`,
  createContextualFragment: `const r = document.createRange(); r.selectNodeContents(box); const all = r.createContextualFragment('<tr><td>x<img src=/own.gif>'); return [all.childNodes.length, all.textContent, all.querySelector('img')]`,
  'createContextualFragment in a table': `const t = box.appendChild(make('tbody')); const r = document.createRange(); r.selectNodeContents(t); return r.createContextualFragment('<tr><td background=/own.gif>x').firstChild`,
  'createContextualFragment runs its scripts': `const r = document.createRange(); r.selectNodeContents(box); box.append(r.createContextualFragment('<script>window.fromRange = 1</' + 'script>')); return window.fromRange`,
  'createContextualFragment of nothing': `[fails(() => document.createRange().createContextualFragment()), fails(() => Range.prototype.createContextualFragment.call({}, '<b>'))]`,
  'template innerHTML': `const t = make('template'); t.innerHTML = '<img src=/own.gif><script>window.never = 1</' + 'script>'; box.append(t.content.cloneNode(true)); return [t.content.childNodes.length, box.innerHTML]`,
  'document.write into a frame': `const f = box.appendChild(make('iframe')); const d = f.contentDocument; d.open();
    const said = [d.write('<title>x</title><im'), d.write('g src=/own.gif>', 1, null, once('<b>')), d.writeln('y'), d.write(), d.write(undefined)]; d.close(); return [said, d.documentElement.outerHTML]`,
  'document.write of a script into a frame': `const f = box.appendChild(make('iframe')); const d = f.contentDocument; d.open(); d.write('<script>top.wrote = document.currentScript.id</' + 'script>'); d.write('<script id=two>top.wrote = document.currentScript.id</scr'); d.write('ipt>'); d.close(); return window.wrote`,
  'document.write into a document without a window': `const d = document.implementation.createHTMLDocument(''); d.open(); d.write('<img src=/own.gif>'); d.close(); return d.documentElement.outerHTML`,
  'document.write on another object': `[fails(() => Document.prototype.write.call({}, 'x')), fails(() => document.write(Symbol('s')))]`,
  'document.write in XML': `const d = new DOMParser().parseFromString('<a/>', 'text/xml'); return fails(() => d.write('x'))`,
  'what the parser’s own writes left': `document.getElementById('written').innerHTML`,
  'execCommand insertHTML': `box.contentEditable = 'true'; box.innerHTML = 'ab'; box.focus(); getSelection().collapse(box.firstChild, 1);
    return [document.execCommand('insertHTML', false, '<img src=/own.gif>'), box.innerHTML]`,
  'execCommand of nothing': `[fails(() => document.execCommand()), document.execCommand('noSuchThing'), document.execCommand('bold')]`,
  DOMParser: `new DOMParser().parseFromString('<img src=/own.gif>', 'text/html').body.innerHTML`,
  'textContent and innerText': `box.textContent = once('<b>'); const a = box.innerHTML; box.innerText = once('x\\ny'); const b = box.innerHTML; box.textContent = null; return [a, b, box.childNodes.length]`,
  'text of a style element': `const s = make('style'); box.append(s); s.textContent = '.native-a { color: red }'; const sheet = s.sheet; const a = sheet.cssRules.length; s.append('.native-b { background: url(/own.gif) }');
    return [a, s.sheet.cssRules.length, s.outerHTML]`,
  'text of a style element, piece by piece': `const s = make('style'); const t = document.createTextNode('.n { color:'); s.append(t); box.append(s); t.appendData('red }'); t.insertData(0, '/* */'); t.replaceData(0, 5, ''); t.data += 'i { color: blue }'; t.nodeValue += 'u { color: green }';
    return [s.textContent, s.sheet.cssRules.length, fails(() => t.insertData(999, 'x')), fails(() => t.appendData())]`,
  'innerHTML of a style element': `const s = make('style'); box.append(s); s.innerHTML = '.n > b { background: url("/own.gif") }'; s.insertAdjacentHTML('beforeend', 'i { color: red }'); return [s.outerHTML, s.sheet.cssRules.length]`,
  'data of plain text': `const t = box.appendChild(document.createTextNode('a')); return [t.data = once('b'), t.appendData('c'), t.data, fails(() => { t.data = Symbol('s'); }), fails(() => { CharacterData.prototype.data = 'x'; })]`,
};
