// The example's panel: reads the first party's own stream of what reached the vendors, and `window.heed`.
(function () {
  const panel = document.getElementById('panel');
  const find = (selector) => panel.querySelector(selector);
  const heed = window.heed;
  const vendors = JSON.parse(panel.dataset.vendors);
  const counts = Object.fromEntries(vendors.map((vendor) => [vendor.id, 0]));
  let next = Number(panel.dataset.seen);
  let total = 0;

  // Counting and telling
  const rows = {};
  for (const { id, name } of vendors) {
    const row = find('[data-rows]').insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    rows[id] = { row, decision: row.insertCell(), held: row.insertCell(), received: row.insertCell() };
    row.dataset.vendor = id;
  }

  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  const sayOf = (held) => {
    if (!heed) return 'Heed is off. Every vendor was asked as the page loaded, before anybody had said yes.';
    const { gpc, dnt } = heed.decision.signals;
    if (dnt) return 'Do Not Track: nothing but required, whatever is clicked on the banner.';
    if (gpc)
      return 'Global Privacy Control: advertising, and whoever shares, stays silent. “Accept all” does not change that.';
    if (total === 0) return held ? `Silent. Heed holds ${held} of this page's tags and requests.` : 'Silent.';
    if (heed.decision.regime === 'opt-out' && !heed.decision.optedOut)
      return 'This region lets a site begin at once. Open “Your Privacy Choices” and say no.';
    return 'What was granted has been sent. What was not is still held.';
  };

  function show() {
    const held = heed ? heed.held : [];
    write(find('[data-total]'), String(total));
    write(find('[data-sum]'), total === 1 ? 'request' : 'requests');
    write(find('[data-say]'), sayOf(held.length));
    panel.dataset.state = total ? 'loud' : 'calm';
    for (const { id } of vendors) {
      const verdict = heed && (id === 'unlisted' ? heed.decision.unlisted : heed.decision.vendors[id]);
      const own = held.filter((one) => (one.vendor ?? 'unlisted') === id).length;
      write(
        rows[id].decision,
        verdict ? `${verdict.granted ? 'granted' : 'denied'}: ${verdict.reason}` : '–',
      );
      write(rows[id].held, heed ? String(own) : '–');
      write(rows[id].received, String(counts[id]));
      rows[id].row.toggleAttribute('data-heard', counts[id] > 0);
    }
    const cookies = document.cookie ? document.cookie.split('; ') : [];
    const list = find('[data-cookies]');
    if (list.dataset.shown !== String(cookies)) {
      list.dataset.shown = String(cookies);
      list.replaceChildren(
        ...(cookies.length ? cookies : ['none']).map((cookie) => {
          const item = document.createElement('li');
          item.textContent = cookie;
          return item;
        }),
      );
    }
  }

  function receive(entry) {
    next = entry.n + 1;
    total++;
    counts[entry.vendor]++;
    const item = document.createElement('li');
    const time = document.createElement('time');
    time.dateTime = entry.time;
    time.textContent = new Date(entry.time).toLocaleTimeString([], { hour12: false });
    const what = document.createElement('span');
    what.textContent = `${entry.name}, ${entry.kind}`;
    const where = document.createElement('code');
    where.textContent = entry.host + entry.path.replace(/[?;].*/, '');
    where.title = entry.path;
    item.append(time, what, where);
    find('[data-log]').prepend(item);
    show();
  }

  // The stream is closed when the page is left, so that the browser may keep the page for "back".
  let stream;
  const open = () => {
    stream = new EventSource(`/received?since=${next}`);
    stream.onmessage = (message) => receive(JSON.parse(message.data));
    // The browser would ask for the old start again, and count twice.
    stream.onerror = () => {
      stream.close();
      setTimeout(open, 2000);
    };
  };
  window.addEventListener('pagehide', () => stream.close());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) open();
  });

  document.addEventListener('heed:ready', show);
  document.addEventListener('heed:change', show);
  // Held things and cookies tell nobody when they come.
  setInterval(() => {
    if (!document.hidden) show();
  }, 500);

  // Folding
  const fold = find('.panel-fold');
  const setFolded = (folded) => {
    panel.toggleAttribute('data-folded', folded);
    fold.setAttribute('aria-expanded', String(!folded));
    fold.firstElementChild.textContent = folded ? 'Show' : 'Hide';
  };
  fold.addEventListener('click', () => setFolded(!panel.hasAttribute('data-folded')));
  setFolded(!window.matchMedia('(min-width: 68rem)').matches);

  // Trying
  const query = new URLSearchParams(location.search);
  for (const control of panel.querySelectorAll('[data-try]')) {
    const name = control.dataset.try;
    if (control.type === 'checkbox') control.checked = query.get(name) === control.value;
    else control.value = query.get(name) ?? '';
    control.addEventListener('change', () => {
      const value = control.type === 'checkbox' ? (control.checked ? control.value : '') : control.value;
      if (value) query.set(name, value);
      else query.delete(name);
      location.search = query.toString();
    });
  }
  const forget = find('[data-forget]');
  forget.hidden = !heed;
  forget.addEventListener('click', () => {
    heed.reset();
    location.reload();
  });

  show();
  open();
})();
