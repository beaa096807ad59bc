/**
 * The one style sheet. Lengths are in `em`, counted from the browser's own text size: a page's root size does not
 * reach in. `all: initial` keeps the page's rules out; only the `--heed-*` properties and `::part()` come through.
 */
export const css = `
:host{--t:var(--heed-color-text,#1b2230);--b:var(--heed-color-background,#fff);--a:var(--heed-color-accent,#1f4b8f);--r:var(--heed-radius,12px);--m:color-mix(in srgb,var(--t) 76%,var(--b));--l:color-mix(in srgb,var(--t) 58%,var(--b));--h:color-mix(in srgb,var(--t) 14%,var(--b));--s:max(1em,env(safe-area-inset-left),env(safe-area-inset-right))}
@media(prefers-color-scheme:dark){:host{--t:var(--heed-color-text,#e9edf4);--b:var(--heed-color-background,#171b23);--a:var(--heed-color-accent,#a8c7ff)}}
:host([data-heed-ui]){all:initial!important;display:block!important;position:fixed!important;top:0!important;z-index:var(--heed-z,2147483647)!important}
*{box-sizing:border-box;margin:0;padding:0}
.box,.held{font:.9375em/1.5 var(--heed-font,system-ui,sans-serif);color:var(--t);background:var(--b);color-scheme:light dark;border:1px solid var(--h);border-radius:var(--r);overflow:auto;overscroll-behavior:contain;overflow-wrap:anywhere}
.box{box-shadow:0 1px 3px rgb(9 14 24/.1),0 12px 40px rgb(9 14 24/.2)}
h2{font-size:1.2em;line-height:1.3;outline:0}
h2,p,b{unicode-bidi:plaintext}
h2,b,button{font-weight:600}
p,span,ul ul{color:var(--m)}
a{color:var(--a)}
strong,code{color:var(--t);font-weight:400}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
button{font:inherit;font-weight:600;line-height:1.25;min-height:44px;padding:.5em .7em;border:1px solid var(--a);border-radius:calc(var(--r)*.66);background:var(--a);color:var(--b);cursor:pointer}
button:hover{text-decoration:underline}
.plain{flex:1 1 8em;background:0 0;color:var(--t);border-color:var(--l)}
.actions{display:flex;flex-wrap:wrap;gap:.6em}
.equal{flex:4 1 20em;display:grid;gap:.6em;grid-template-columns:repeat(auto-fit,minmax(min(100%,7.5em),1fr))}
.banner{position:fixed;bottom:max(1em,env(safe-area-inset-bottom));inset-inline:var(--s);max-width:40em;max-height:70vh;padding:1.25em}
.banner p{margin:.4em 0 1.1em}
dialog{inset:0;margin:auto;width:min(44em,100% - 2*var(--s));max-width:none;max-height:calc(100vh - 2em);max-height:calc(100dvh - 2em);scroll-padding-bottom:6em}
::backdrop{background:rgb(9 14 24/.5)}
.head,fieldset,.foot{padding:1em 1.5em}
.head{display:grid;gap:.6em;padding-top:1.5em}
.honored:not(:empty){color:var(--t);font-weight:600;border-inline-start:4px solid var(--a);padding-inline-start:.7em}
fieldset{min-width:0;border:0;border-top:1px solid var(--h);padding-top:.6em}
label{display:flex;align-items:center;gap:.75em;min-height:44px}
label b{flex:1}
label span,ul ul{font-size:.9em}
input{appearance:none;flex:none;width:44px;height:26px;border:1px solid var(--l);border-radius:13px}
input::before{content:"";display:block;width:18px;height:18px;margin:3px;border-radius:9px;background:var(--l)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::before{margin-inline-start:21px;background:var(--b)}
input:disabled{opacity:.6}
:enabled,summary{cursor:pointer}
summary{padding:.7em 0 .2em}
ul{list-style:none}
details>ul{margin-inline-start:.3em;padding-inline-start:1em;border-inline-start:2px solid var(--h)}
details>ul>li{padding:.3em 0}
code{font-size:1em}
.foot{background:var(--b);border-top:1px solid var(--h)}
@media(min-height:34em){.foot{position:sticky;bottom:0}}
.aloud{position:absolute;clip-path:inset(50%)}
.held{height:100%;display:grid;container-type:size}
.held>div{margin:auto;max-width:32em;padding:1em;display:grid;gap:.8em;text-align:center}
.held p{font-size:.9em}
@container(max-height:13em){.held>div{padding:.5em;gap:.4em;font-size:.85em}.held .equal{grid-template-columns:1fr 1fr}}
@media(prefers-reduced-motion:no-preference){input::before{transition:margin .15s}}
@media(forced-colors:active){input{appearance:auto}input::before{content:none}}
@media print{:host([data-heed-ui]),.equal{display:none!important}}
`;
