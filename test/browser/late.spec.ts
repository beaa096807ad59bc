import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';

// Ways by which a script makes the browser ask once the page is there, when nothing watches the parser any more. Each
// asks for an address of its own: `url` in its code, `place` is an empty element of the page.

const SVG = `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); place.append(svg);`;
const IMAGE = `<image href="' + url + '" width="9" height="9"/>`;
const table = (part: string) =>
  `place.innerHTML = '<table><${part} background="' + url + '"><tr><td>x</table>'`;
const blob = (text: string, type: string) =>
  `URL.createObjectURL(new Blob(['${text}'.replace('URL', url)], { type: '${type}' }))`;
const FRAME = `const frame = document.createElement('iframe'); place.append(frame); const inner = frame.contentDocument;`;
const written = (markup: string) =>
  `${FRAME} inner.open(); inner.write('<body>${markup}'.replace('URL', url)); inner.close()`;
const module = (source: string) =>
  `const script = document.createElement('script'); script.type = 'module'; script.src = ${source}; document.head.append(script)`;

const WAYS: Record<string, [code: string, suffix?: string]> = {
  'innerHTML of SVG': [`${SVG} svg.innerHTML = '${IMAGE}'`],
  'innerHTML deep in SVG': [`${SVG} svg.innerHTML = '<g></g>'; svg.firstChild.innerHTML = '<g>${IMAGE}</g>'`],
  'outerHTML in SVG': [`${SVG} svg.innerHTML = '<g></g>'; svg.firstChild.outerHTML = '${IMAGE}'`],
  'insertAdjacentHTML in SVG': [
    `${SVG} svg.insertAdjacentHTML('beforeend', '${IMAGE.replace('href', 'xlink:href')}')`,
  ],
  'a picture of HTML in SVG': [
    `${SVG} svg.innerHTML = '<foreignObject><img src="' + url + '"></foreignObject>'`,
  ],
  'a filter in SVG': [
    `${SVG} svg.innerHTML = '<filter id="late"><feImage href="' + url + '"/></filter><rect width="9" height="9" filter="url(#late)"/>'`,
  ],
  'the head of a table': [table('thead')],
  'the body of a table': [table('tbody')],
  'the foot of a table': [table('tfoot')],
  'a table body that is there': [
    `place.innerHTML = '<table><tbody><tr><td>x</table>'; place.querySelector('tbody').setAttribute('background', url)`,
  ],
  'a link that is told later what it is': [
    `const link = document.createElement('link'); link.href = url; document.head.append(link); link.relList.add('stylesheet')`,
    '.css',
  ],
  'the text of an attribute': [
    `const image = new Image(); image.src = '/own.gif'; image.getAttributeNode('src').textContent = url`,
  ],
  'the text of a style attribute': [
    `place.setAttribute('style', ''); place.getAttributeNode('style').textContent = 'height: 9px; background: url(' + url + ')'`,
  ],
  'text put beside that of a style element': [
    `const style = document.createElement('style'); document.head.append(style); style.insertAdjacentText('beforeend', '@import "' + url + '";')`,
    '.css',
  ],
  'a style sheet of a blob': [
    `const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = ${blob('html { list-style: url(URL) } p { display: list-item }', 'text/css')}; place.innerHTML = '<p>x</p>'; document.head.append(link)`,
  ],
  'a style attribute written into a frame': [written('<p style="background: url(URL)">x</p>')],
  'a style element written into a frame': [written('<style>p { background: url(URL) }</style><p>x</p>')],
  'a module of a blob': [module(blob('import "URL"', 'text/javascript')), '.js'],
  'a module of a data: address': [
    module(`'data:text/javascript,' + encodeURIComponent('import "' + url + '"')`),
    '.js',
  ],
  'an import between backticks': [
    `const script = document.createElement('script'); script.type = 'module'; script.textContent = 'import(\`' + url + '\`).catch(() => {})'; document.head.append(script)`,
    '.js',
  ],
};
const names = Object.keys(WAYS);
const urlOf = (name: string) => `${ADS}late/${names.indexOf(name)}${WAYS[name]![1] || '.gif'}`;

describeInEveryBrowser('what scripts do once the page is there', (context) => {
  async function run(markup: string) {
    const { site } = context;
    // Modules and style sheets of other hosts are only taken as what they are.
    for (const name of names.filter((one) => /js$|css$/.test(urlOf(one))))
      site.serve(new URL(urlOf(name)).host + new URL(urlOf(name)).pathname, {
        type: urlOf(name).endsWith('.js') ? 'text/javascript' : 'text/css',
        body: '',
        headers: { 'access-control-allow-origin': '*' },
      });
    site.page('/', markup);
    const tab = await context.open();
    await tab.evaluate(
      (ways) => {
        for (const [code, url] of ways) {
          const place = document.body.appendChild(document.createElement('div'));
          new Function('place', 'url', code!)(place, url);
        }
      },
      names.map((name) => [WAYS[name]![0], urlOf(name)]),
    );
    await tab.idle();
    return tab;
  }
  const came = () => names.filter((name) => context.site.received(urlOf(name)).length);

  it('asks for each of them where Heed is not there: the ways themselves work', async () => {
    await run('<!doctype html><body>');
    expect(came()).toEqual(names);
  });

  it('is held where a script writes the page anew', async () => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    await tab.evaluate((url) => {
      document.open();
      document.write(`<body><style>p { background: url(${url}?element) }</style><p>x</p>`);
      document.write(`<p style="background: url(${url}?attribute)">x</p>`);
      document.close();
    }, `${ADS}anew.gif`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(`${ADS}anew.gif?element`);
    await site.waitForRequest(`${ADS}anew.gif?attribute`);
  });

  it('is held, and comes after the grant', async () => {
    const tab = await run(page());
    expect(came()).toEqual([]);
    // Firefox remarks on what it cannot read where nothing is.
    expect(tab.errors.filter((error) => !error.includes('about:blank'))).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(came()).toEqual(names);
  });
});
