/**
 * The style sheet of what comes by itself: banner, placeholder, reload notice. Lengths are in `em`, counted from the browser's own text size: a page's root size does not
 * reach in. `all: initial` keeps the page's rules out; only the `--heed-*` properties and `::part()` come through.
 */
export const css = `
:host{--t:var(--heed-color-text,#1b2230);--b:var(--heed-color-background,#fff);--a:var(--heed-color-accent,#1f4b8f);--r:var(--heed-radius,12px);--m:color-mix(in srgb,var(--t) 76%,var(--b));--h:color-mix(in srgb,var(--t) 14%,var(--b))}
@media(prefers-color-scheme:dark){:host{--t:var(--heed-color-text,#e9edf4);--b:var(--heed-color-background,#171b23);--a:var(--heed-color-accent,#a8c7ff)}}
:host([data-heed-ui]){all:initial!important;position:fixed!important;z-index:var(--heed-z,2147483647)!important}
*{box-sizing:border-box;margin:0;padding:0}
.box,.held{font:.9375em/1.5 var(--heed-font,system-ui,sans-serif);color:var(--t);background:var(--b);color-scheme:light dark;border:1px solid var(--h);border-radius:var(--r);overflow:auto;overscroll-behavior:contain;overflow-wrap:anywhere}
.box{box-shadow:0 8px 40px #0004}
h2{font-size:1.2em;outline:0}
h2,p,b{unicode-bidi:plaintext}
p{color:var(--m)}
a{color:var(--a)}
:not(h2):focus-visible{outline:3px solid var(--a);outline-offset:2px}
button{font:inherit;line-height:1.25;min-height:44px;padding:.5em .4em;border:1px solid var(--a);border-radius:calc(var(--r)*.66);background:var(--a);color:var(--b)}
h2,b,button{font-weight:600}
button:hover{text-decoration:underline}
.plain{background:0 0;color:var(--t);border-color:var(--m)}
.equal{display:grid;gap:.6em}
.actions{display:flex;flex-wrap:wrap;gap:.6em}
.actions .plain{flex:1 1 8em}
.equal{flex:4 1 20em;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5em),1fr))}
.banner{position:fixed;bottom:max(1em,env(safe-area-inset-bottom));inset-inline:max(1em,env(safe-area-inset-left),env(safe-area-inset-right));max-width:40em;max-height:70vh;padding:1.25em}
.banner p{margin:.4em 0 1.1em}
button{cursor:pointer}
.held p{font-size:.9em}
.aloud{position:absolute;clip-path:inset(50%)}
.held{height:100%;display:grid;container-type:size;text-align:center}
.held>div{margin:auto;max-width:32em;padding:1em;display:grid;gap:.8em}
.held .equal{grid:auto/auto-flow 1fr}
@container(max-height:15em){.held>div{padding:.5em;gap:.4em;font-size:.85em}}
@media print{:host([data-heed-ui]),.equal{display:none!important}}
`;
