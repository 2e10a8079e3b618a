/**
 * What every page wears: bar, text size, masthead, path, footer, links, focus.
 *
 * CLREQ: strict line breaks, quarter-em between Han and Latin by `text-autospace` (never by typed spaces), squeezed punctuation is
 * the browser's default. Each link in bar, path and footer is at least 44 px high (WCAG 2.5.5). A name is broken over two lines
 * only where it is longer than one.
 * Every measure is in rem, so that 大字 (24.5 px, targets of 60 px) and 特大字 (31.5 px) enlarge targets with the letters, as the rules for
 * older readers ask (docs/reading.md), without a script and without a second edition. Columns are a question to the main part, not to the
 * window: where the letters leave no room for two, there is one.
 *
 * Headlines break at their marks and spaces (`keep-all`), as a newspaper breaks them, and within words only where nothing else fits. An opening
 * mark at the head of a line takes half a letter, so that it stands flush with the lines below (`trim-start`).
 */
export const base = `
*{box-sizing:border-box}
html:has(#z2:checked){font-size:136.4%}
html:has(#z3:checked){font-size:175%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/2 var(--hei);line-break:strict;text-autospace:normal;text-spacing-trim:trim-start;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
a{color:inherit;text-decoration:underline 1px var(--red);text-underline-offset:.25em}
header a,nav a{text-decoration:none}
a:hover{color:var(--red);text-decoration:underline}
p [href^="/people/"],p [href^="/sources/"],.whole{word-break:keep-all}
:focus-visible,:has(>input:focus-visible){outline:3px solid;outline-offset:-3px}
.skip{position:absolute;left:-99em}
.skip:focus{left:0;background:var(--paper)}
.wrap{max-width:62.5rem;margin:0 auto;padding:0 min(1.25rem,5vw)}
.bar{background:var(--bar);color:#fff;font-size:1rem;line-height:2.75rem}
.bar .wrap,.bar nav,.mast,.path ol,.size,footer nav{display:flex;flex-wrap:wrap;gap:0 max(0px,2vw - .5rem)}
.bar a{color:#fff;min-width:2.75rem}
.bar .wrap>a{margin-left:auto;text-align:right}
.mast{align-items:baseline;padding-block:.75rem .5rem;line-height:2.75rem}
.name{font:700 1.75rem/2.75rem var(--song);color:var(--red);letter-spacing:.08em}
.size{gap:0;margin-left:auto}
.size label{position:relative;padding:0 .5rem}
.size :has(:checked){color:var(--red)}
.bar [aria-current],.size :has(:checked){text-decoration:underline 3px;text-underline-offset:.6em}
.size input{appearance:none;margin:0;position:absolute;inset:0;cursor:pointer}
.say,.path,.size,small,time,figcaption,footer,.kicker,.head,.original,.print{color:var(--quiet)}
.say,.path,.size,small,time,figcaption,footer,.head{font-size:.9375rem}
.path{flex:100%;border-top:1px solid var(--rule)}
.path ol{gap:0;list-style:none;margin:0;padding:0}
.path li+li::before{content:"›";margin:0 .75em}
main.wrap{padding-bottom:2.5rem;container-type:inline-size}
h1,h2,.headline{word-break:keep-all;text-wrap:balance}
img{display:block;max-width:100%;height:auto}
footer{border-top:3px double var(--rule);text-align:center;text-wrap:balance;padding:.75rem 5vw 2.5rem}
footer p{margin:0}
footer nav{justify-content:center;line-height:2.75rem}
footer nav a{padding:0 .5rem}
.from{display:none}
@media (max-width:30rem){.mast>.say{display:none}}
@media print{.bar,.skip,.size,nav,aside,main>.say{display:none!important}.from{display:block}.wrap{padding:0}main{container-type:normal!important}body{background:#fff;color:#000;font-size:11pt;line-height:1.8}a{text-decoration:none}.mast{justify-content:center;border-bottom:3px double}}
`

/** The way to what came before and after. */
export const near = `
.near{border-top:1px solid var(--rule);margin-top:2rem;display:flex;flex-wrap:wrap;gap:0 3rem;font-size:1rem;line-height:1.6}
.near a{flex:1 20rem;padding:.625rem 0;border-bottom:1px solid var(--rule)}
.near small{display:block}
`
