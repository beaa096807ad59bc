/**
 * The style sheet of what comes by itself: the banner. Lengths are in `em`, counted from the browser's own text size: a
 * page's root size does not reach in. `all: initial` keeps the page's rules out; only the `--heed-*` properties and `::part()` come through.
 *
 * The animation is none: what a browser paints unseen first is not the page's largest text (LCP), and the step to seen
 * paints nothing anew (measured in Chromium and Firefox).
 */
export const css = `
:host{--t:var(--heed-color-text,#1b2230);--b:var(--heed-color-background,#fff);--a:var(--heed-color-accent,#1f4b8f);--r:var(--heed-radius,12px);--m:color-mix(in srgb,var(--t) 76%,var(--b));--h:color-mix(in srgb,var(--t) 14%,var(--b));--x:max(1em,env(safe-area-inset-left),env(safe-area-inset-right));--y:max(1em,env(safe-area-inset-top),env(safe-area-inset-bottom))}
@supports(color:light-dark(red,red)){:host{--t:var(--heed-color-text,light-dark(#1b2230,#e9edf4));--b:var(--heed-color-background,light-dark(#fff,#171b23));--a:var(--heed-color-accent,light-dark(#1f4b8f,#a8c7ff))}}
:host(:not([data-heed-placeholder])){all:initial!important;position:fixed!important;z-index:var(--heed-z,2147483647)!important}
::backdrop{background:#0008}
:host::backdrop{display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
.box,.held{font:.9375em/1.5 var(--heed-font,system-ui,sans-serif);color:var(--t);background:var(--b);color-scheme:var(--heed-scheme,var(--s));border:1px solid var(--h);border-radius:var(--r);letter-spacing:normal;word-spacing:normal;overflow:auto;overscroll-behavior:contain;overflow-wrap:anywhere}
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
.equal{display:grid;gap:.6em;grid-auto-rows:1fr}
.actions{display:flex;flex-wrap:wrap;gap:.6em}
.actions .plain{flex:1 1 8em}
.equal{flex:4 1 20em;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.5em),1fr))}
.banner{position:fixed;bottom:max(1em,env(safe-area-inset-bottom));inset-inline:var(--x);max-width:40em;max-height:min(80%,100% - 5em);padding:1.25em;animation:heed 1ms}
@keyframes heed{from{opacity:0}}
.banner p{margin:.4em 0 1.1em}
.corner{max-width:24em;margin-inline-start:auto}
.bar{inset-inline:0;bottom:0;max-width:none;border-radius:0;padding:1em max(1.25em,env(safe-area-inset-right)) max(1em,env(safe-area-inset-bottom)) max(1.25em,env(safe-area-inset-left))}
@media(min-width:62em){.bar{display:grid;grid-template:auto 1fr/1fr 28em;column-gap:2em}.bar .actions{grid-area:1/2/3;align-self:center}.bar p{margin-bottom:0}}
:enabled,summary{cursor:pointer}
.aloud{position:absolute;clip-path:inset(50%)}
@media print{:host(:not([data-heed-placeholder])),.equal{display:none!important}}
`;
