/**
 * The one style sheet. Lengths are in `em`, counted from the browser's own text size: a page's root size does not
 * reach in. `all: initial` keeps the page's rules out; only the `--heed-*` properties and `::part()` come through.
 */
export const css = `
:host{--t:var(--heed-color-text,#1b2230);--b:var(--heed-color-background,#fff);--a:var(--heed-color-accent,#1f4b8f);--r:var(--heed-radius,12px);--m:color-mix(in srgb,var(--t) 76%,var(--b));--l:color-mix(in srgb,var(--t) 58%,var(--b));--h:color-mix(in srgb,var(--t) 14%,var(--b));--s:max(1em,env(safe-area-inset-left),env(safe-area-inset-right))}
@media(prefers-color-scheme:dark){:host{--t:var(--heed-color-text,#e9edf4);--b:var(--heed-color-background,#171b23);--a:var(--heed-color-accent,#a8c7ff)}}
:host([data-heed-ui]){all:initial!important;display:block!important;position:fixed!important;top:0!important;z-index:var(--heed-z,2147483647)!important}
*,::before,::after{box-sizing:border-box}
.box,.held{font:400 .9375em/1.5 var(--heed-font,system-ui,sans-serif);color:var(--t);background:var(--b);color-scheme:light dark;border:1px solid var(--h);border-radius:var(--r);overflow:auto;overscroll-behavior:contain;overflow-wrap:break-word;text-align:start;-webkit-text-size-adjust:100%}
.box{box-shadow:0 1px 3px rgb(9 14 24/.1),0 12px 40px rgb(9 14 24/.2)}
h2,p,ul{margin:0;padding:0;unicode-bidi:plaintext}
h2{font-size:1.2em;line-height:1.3;font-weight:650;letter-spacing:-.01em}
h2:focus{outline:0}
p{color:var(--m)}
a{color:var(--a);text-underline-offset:.2em}
strong{font-weight:500;color:var(--t)}
:focus-visible{outline:3px solid var(--a);outline-offset:2px;border-radius:4px}
button{font:inherit;font-weight:600;line-height:1.25;min-height:44px;padding:.5em 1em;border:1px solid var(--a);border-radius:calc(var(--r)*.66);background:var(--a);color:var(--b);cursor:pointer;overflow-wrap:anywhere}
button:focus-visible{border-radius:calc(var(--r)*.66)}
button:hover{text-decoration:underline;text-underline-offset:.2em}
.plain{background:0 0;color:var(--t);border-color:var(--l)}
.actions{display:flex;flex-wrap:wrap;gap:.6em}
.actions>.plain{flex:1 1 8em}
.equal{flex:4 1 20em;display:grid;gap:.6em;grid-template-columns:repeat(auto-fit,minmax(min(100%,7.5em),1fr))}
.banner{position:fixed;bottom:max(1em,env(safe-area-inset-bottom));inset-inline:var(--s);max-width:40em;max-height:60vh;padding:1.25em;display:grid;gap:.6em}
.banner .actions{margin-top:.5em}
.panel{inset:0;margin:auto;width:min(44em,100% - 2*var(--s));max-width:none;max-height:calc(100vh - 2em);max-height:calc(100dvh - 2em);padding:0;scroll-padding-bottom:6em}
.panel::backdrop{background:rgb(9 14 24/.5)}
.head{padding:1.5em 1.5em 1.1em;display:grid;gap:.6em}
.lead{display:grid;gap:.6em;padding-bottom:.5em}
.honored:not(:empty){color:var(--t);font-weight:600;border-inline-start:4px solid var(--a);padding:.35em .8em;background:var(--h)}
.category{margin:0;min-width:0;border:0;padding:.75em 1.5em 1em;border-top:1px solid var(--h)}
label{display:flex;align-items:center;gap:.75em;min-height:44px;cursor:pointer}
label b{flex:1;font-weight:600}
label span{color:var(--m);font-size:.9em}
input{appearance:none;flex:none;width:44px;height:26px;margin:0;border:1px solid var(--l);border-radius:13px;background:var(--b);cursor:pointer}
input::before{content:"";display:block;width:18px;height:18px;margin:3px;border-radius:50%;background:var(--l)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::before{margin-inline-start:21px;background:var(--b)}
input:focus-visible{border-radius:13px}
label:has(:disabled),input:disabled{cursor:default}
input:disabled{opacity:.6}
details{margin-top:.4em}
summary{display:list-item;padding:.6em 0;cursor:pointer;color:var(--t);font-weight:500}
ul{list-style:none}
details>ul>li{padding:.25em 0 .75em;margin-inline-start:.3em;padding-inline-start:1em;border-inline-start:2px solid var(--h)}
.cookies{margin-top:.4em;font-size:.9em;color:var(--m)}
code{font:.95em ui-monospace,monospace;color:var(--t)}
.foot{padding:1em 1.5em;background:var(--b);border-top:1px solid var(--h)}
@media(min-height:34em){.foot{position:sticky;bottom:0}}
.aloud{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.held{width:100%;height:100%;display:grid;container-type:size;background:color-mix(in srgb,var(--t) 5%,var(--b))}
.held>div{margin:auto;max-width:32em;padding:1em;display:grid;gap:.6em;text-align:center;justify-items:center}
.held .equal{width:100%;grid-template-columns:repeat(auto-fit,minmax(min(100%,8em),1fr))}
small{color:var(--m);font-size:.8em}
@container(max-width:22em){.held>div{padding:.6em;gap:.4em;font-size:.9em}}
@container(max-height:13em){.held>div{padding:.6em;gap:.4em;font-size:.9em}small{display:none}}
@media(prefers-reduced-motion:no-preference){input::before{transition:margin .15s}}
@media(forced-colors:active){input{forced-color-adjust:none;background:Canvas;border-color:ButtonText}input::before{background:ButtonText}input:checked{background:Highlight}input:checked::before{background:HighlightText}}
@media print{:host([data-heed-ui]){display:none!important}.held button{display:none}}
`;
