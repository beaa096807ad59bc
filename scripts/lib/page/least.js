// The least that any gate on a page has to do, and nothing else: it is no gate. It looks at the name of every element that
// the parser makes, and stands in front of functions by which scripts ask for something. No file, no choice, no verdict.
(() => {
  const LOADS = /^(script|img|iframe|link|embed|object|source|video|audio)$/;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => node.nodeType === 1 && LOADS.test(node.localName));
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('readystatechange', () => observer.disconnect(), { once: true });

  const METHODS = {
    Node: 'appendChild insertBefore replaceChild',
    Element:
      'append prepend before after replaceWith replaceChildren insertAdjacentElement insertAdjacentHTML setAttribute setAttributeNS setAttributeNode',
    Document: 'write writeln append prepend importNode adoptNode',
    DocumentFragment: 'append prepend replaceChildren',
    Range: 'insertNode surroundContents createContextualFragment',
    XMLHttpRequest: 'open send',
    Navigator: 'sendBeacon',
    Storage: 'setItem',
  };
  const SETTERS = {
    HTMLScriptElement: 'src',
    HTMLImageElement: 'src srcset',
    HTMLIFrameElement: 'src srcdoc',
    HTMLLinkElement: 'href rel',
    HTMLSourceElement: 'src srcset',
    HTMLMediaElement: 'src',
    HTMLEmbedElement: 'src',
    HTMLObjectElement: 'data',
    Element: 'innerHTML outerHTML',
    Document: 'cookie',
  };
  const stand = (owners, part) => {
    for (const owner in owners)
      for (const key of owners[owner].split(' ')) {
        const { prototype } = window[owner];
        const native = Object.getOwnPropertyDescriptor(prototype, key)[part];
        const { front } = {
          front(...args) {
            return native.apply(this, args);
          },
        };
        Object.defineProperty(prototype, key, { [part]: front });
      }
  };
  stand(METHODS, 'value');
  stand(SETTERS, 'set');
  const { fetch } = window;
  window.fetch = (...args) => fetch(...args);
})();
