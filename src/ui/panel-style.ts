/** What placeholders, the panel and the notices add to the style sheet. */
export const css = `
.held{position:absolute;inset:0;display:grid;container-type:size;text-align:center}
.held>div{margin:auto;max-width:32em;padding:1em;display:grid;gap:.8em}
.held .equal{grid:auto/auto-flow 1fr}
@container(max-height:15em){.held>div{padding:.5em;gap:.4em;font-size:.85em}}
@container(max-height:8em){.held>div,.held button{padding:.2em;gap:.2em;line-height:1.2}}
img{position:absolute;width:100%;height:100%;object-fit:cover}
img+div{position:relative;background:var(--b);border-radius:var(--r)}
p,span,ul ul{color:var(--m)}
strong,code{color:var(--t)}
strong{unicode-bidi:plaintext;font-weight:400}
fieldset p,.held p,label b{unicode-bidi:normal}
b:empty{position:absolute}
.held p,span,ul ul{font-size:.9em}
.head{display:grid;gap:.6em}
dialog{margin:auto;width:44em;max-width:calc(100% - 2*var(--x));max-height:calc(100% - 2*var(--y));scroll-padding-bottom:6em}
dialog>*{padding:1em 1.3em;min-width:0;border:0}
fieldset,.foot,.receipt{border-top:1px solid var(--h)}
fieldset,.receipt{padding-top:.5em}
label{display:flex;align-items:center;gap:.75em;min-height:44px}
label b{flex:1}
input{appearance:none;width:44px;height:26px;border:1px solid var(--m);border-radius:13px}
input::before{content:"";display:block;width:18px;height:18px;margin:3px;border-radius:9px;background:var(--m)}
input:checked{background:var(--a);border-color:var(--a)}
input:checked::before{margin-inline-start:21px;background:var(--b)}
input:disabled{opacity:.6}
summary{padding:.7em 0 .2em}
.receipt button{margin:.6em 0;padding:0 1em}
textarea{width:100%;padding:.5em;font:inherit;color:var(--t);background:var(--b)}
ul{list-style:none;padding-inline-start:1em}
li{padding:.2em 0}
code{font:inherit}
@media(forced-colors:active){:host{border-color:Canvas!important}input{appearance:auto}input::before{content:none}}
[part=conflict]{width:36em}
.foot{bottom:0;background:var(--b)}
@media(min-height:30em){[part=conflict] .foot{position:sticky}}
@media(min-height:42em){.foot{position:sticky}}
`;
