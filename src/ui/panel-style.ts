/** What placeholders, the panel and the notices add to the style sheet. */
export const css = `
.held p{font-size:.9em}
.held{letter-spacing:normal;word-spacing:normal;height:100%;display:grid;container-type:size;text-align:center}
.held>div{margin:auto;max-width:32em;padding:1em;display:grid;gap:.8em}
.held .equal{grid:auto/auto-flow 1fr}
@container(max-height:15em){.held>div{padding:.5em;gap:.4em;font-size:.85em}}
.held:has(img){position:relative}
img{position:absolute;width:100%;height:100%;object-fit:cover}
img+div{position:relative;background:var(--b);border-radius:var(--r)}
p,span,ul ul{color:var(--m)}
strong,code,.honored{color:var(--t)}
strong{font-weight:400}
.honored{font-weight:600}
.honored:empty{margin-top:-.6em}
span,ul ul{font-size:.9em}
:enabled,summary{cursor:pointer}
.head{display:grid;gap:.6em}
dialog{margin:auto;width:44em;scroll-padding-bottom:6em}
::backdrop{background:#0008}
.head,fieldset,.foot,.receipt{padding:1em 1.3em;min-width:0;border:0}
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
.receipt button{margin-block:.6em;padding-inline:1em}
textarea{display:block;width:100%;padding:.5em;font:inherit;color:var(--t);background:var(--b);border:1px solid var(--m)}
ul{list-style:none;padding-inline-start:1em}
li{padding:.2em 0}
code{font:inherit}
@media(min-height:42em){.foot{position:sticky;bottom:0;background:var(--b)}}
@media(forced-colors:active){input{appearance:auto}input::before{content:none}}
[part=conflict]{width:36em}
@media(min-height:30em){[part=conflict] .foot{position:sticky;bottom:0;background:var(--b)}}
`;
