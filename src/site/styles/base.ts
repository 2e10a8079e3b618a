/**
 * What every page wears: bar, text size, masthead, path, footer, links, focus.
 *
 * CLREQ: strict line breaks, quarter-em between Han and Latin by `text-autospace` (never by typed spaces), squeezed punctuation is
 * the browser's default. Each link in bar, path and footer is at least 44 px high (WCAG 2.5.5). A name is never broken over two lines.
 * Every measure is in rem, so that 大字 (24 px) and 特大字 (31.5 px) enlarge targets with the letters: what the rules for older readers
 * ask of a 大字版 (text to 30 px and more, targets of 60 px), without a script and without a second edition.
 */
export const base = `
*{box-sizing:border-box}
html:has(#z2:checked){font-size:133.4%}
html:has(#z3:checked){font-size:175%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/2 var(--hei);line-break:strict;text-autospace:normal;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
a{color:inherit;text-decoration:underline 1px var(--red);text-underline-offset:.25em}
a:hover{color:var(--red)}
p [href^="/people/"],p [href^="/sources/"],.whole{white-space:nowrap}
:focus-visible,.size :has(:focus-visible){outline:3px solid var(--red);outline-offset:2px}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;background:var(--paper);padding:0 1rem}
.wrap{max-width:62.5rem;margin:0 auto;padding:0 min(1.25rem,5vw)}
.bar{background:var(--bar);color:#fff;font-size:1rem;line-height:2.75rem}
.bar .wrap,.bar nav,.mast,.path ol,.size,footer nav{display:flex;flex-wrap:wrap;gap:0 clamp(.25rem,2vw,1.5rem)}
.bar a,footer nav a{min-width:2.75rem;text-decoration:none}
.bar a:hover{color:#fff;text-decoration:underline}
.bar :focus-visible,.bar :has(>:focus-visible){outline-color:#fff;outline-offset:-3px}
.size{margin-left:auto;gap:0}
.size label{position:relative;min-width:2.75rem;text-align:center;padding:0 .5em}
.size :has(:checked){box-shadow:inset 0 -4px}
.size input{appearance:none;margin:0;position:absolute;inset:0;cursor:pointer}
.mast{align-items:baseline;padding-top:.75rem;padding-bottom:.5rem;line-height:2.75rem}
.name{font:700 1.625rem/2.75rem var(--song);color:var(--red);letter-spacing:.1em;text-decoration:none}
.find{margin-left:auto;font-size:1rem}
.say,.path,small,time,figcaption,footer,.kicker,.head{color:var(--quiet)}
.say,.path,time,figcaption,footer,.head{font-size:.9375rem}
.path{width:100%;border-top:1px solid var(--rule)}
.path ol{gap:0;list-style:none;margin:0;padding:0}
.path li+li::before{content:"›";margin:0 .75em}
main.wrap{padding-bottom:2.5rem}
h1,h2{text-wrap:balance}
img{display:block;max-width:100%;height:auto}
footer{border-top:3px double var(--rule);text-align:center;padding:.75rem 5vw 2.5rem}
footer p{margin:0}
footer nav{justify-content:center;line-height:2.75rem;gap:0 1.5rem}
.holder{letter-spacing:.2em}
.from{display:none}
@media print{.bar,.skip,.path,.find,nav,aside{display:none!important}.from{display:block}body{background:#fff;color:#000;font-size:11pt;line-height:1.8}a{text-decoration:none}.mast{justify-content:center;border-bottom:3px double}}
`

/** The way to what came before and after. */
export const near = `
.near{border-top:1px solid var(--rule);margin-top:2rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));column-gap:3rem;font-size:1rem;line-height:1.6}
.near a{padding:.625rem 0;text-decoration:none;border-bottom:1px solid var(--rule)}
.near a:hover{text-decoration:underline}
.near small{display:block}
`
