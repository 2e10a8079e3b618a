/**
 * What every page wears: bar, masthead, path, footer, links, focus.
 *
 * CLREQ: strict line breaks, quarter-em between Han and Latin by `text-autospace` (never by typed spaces), squeezed punctuation is
 * the browser's default. Each link in bar and path is at least 44 px high (WCAG 2.5.5). A name is never broken over two lines.
 */
export const base = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/2 var(--hei);line-break:strict;text-autospace:normal;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
a{color:inherit;text-decoration:underline 1px var(--red);text-underline-offset:.25em}
a:hover{color:var(--red)}
[href^="/people/"],[href^="/sources/"],.whole{white-space:nowrap}
:focus-visible{outline:3px solid var(--red);outline-offset:2px}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;background:var(--paper);padding:0 1rem}
.wrap{max-width:62.5rem;margin:0 auto;padding:0 1.25rem}
.bar{background:var(--bar);color:#fff;font-size:1rem;line-height:2.75rem}
.bar div,.mast,.path ol,.near{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0 auto;list-style:none}
.bar a{text-decoration:none}
.bar a:hover{color:#fff;text-decoration:underline}
.bar :focus-visible{outline-color:#fff;outline-offset:-3px}
.mast{align-items:baseline;padding-top:.75rem;padding-bottom:.5rem;line-height:2.75rem}
.name{font:700 1.625rem/2.75rem var(--song);color:var(--red);letter-spacing:.1em;text-decoration:none}
.find{margin-left:auto;font-size:1rem}
.say,.path,.date,small,time,figcaption,footer,.kicker,.head{color:var(--quiet)}
.say,.path,time,figcaption,footer,.head{font-size:.9375rem}
.path{width:100%;border-top:1px solid var(--rule)}
.path ol{padding:0;gap:0}
.path li+li::before{content:"›";margin:0 .75em}
main.wrap{padding-bottom:3rem}
h1,h2{text-wrap:balance}
img{display:block;max-width:100%;height:auto}
footer{border-top:3px double var(--rule);text-align:center;padding:1.25rem 0 2.5rem}
footer p{margin:0}
.holder{letter-spacing:.2em}
@media print{.bar,.skip,.path,.find,aside{display:none!important}body{background:#fff;color:#000;font-size:11pt;line-height:1.8}a{text-decoration:none}.mast{justify-content:center}}
`
