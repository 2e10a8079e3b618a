/**
 * What every page wears: bar, masthead, path, footer, links, focus.
 *
 * CLREQ: strict line breaks, quarter-em between Han and Latin by `text-autospace` (never by typed spaces), squeezed punctuation is
 * the browser's default. Each link in bar and path is at least 44 px high (WCAG 2.5.5).
 */
export const base = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/2 var(--hei);line-break:strict;text-autospace:normal;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
a{color:inherit;text-decoration-color:var(--red);text-decoration-thickness:1px;text-underline-offset:.25em}
a:hover{color:var(--red)}
:focus-visible{outline:3px solid var(--red);outline-offset:2px}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);color:var(--ink);padding:0 1rem;z-index:1}
.wrap{max-width:62.5rem;margin:0 auto;padding:0 1.25rem}
.bar{background:var(--bar);color:var(--on-bar);font-size:1rem;line-height:2.75rem}
.bar .wrap{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.bar a{text-decoration:none}
.bar a:hover{color:var(--on-bar);text-decoration:underline}
.bar :focus-visible{outline-color:var(--on-bar);outline-offset:-3px}
.mast{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25rem;padding-top:.75rem;padding-bottom:.5rem;line-height:2.75rem}
.mast .name{font:700 1.625rem/2.75rem var(--song);color:var(--red);letter-spacing:.1em;text-decoration:none}
.mast .say{color:var(--quiet);font-size:.9375rem}
.path{width:100%;border-top:1px solid var(--rule);font-size:.9375rem;color:var(--quiet)}
.path ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}
.path li+li::before{content:"›";margin:0 .625em}
.path a{display:inline-block}
main.wrap{padding-bottom:3rem}
h1,h2,h3{font-weight:700;text-wrap:balance;line-height:1.5}
img{display:block;max-width:100%;height:auto}
footer{border-top:3px double var(--rule);color:var(--quiet);font-size:.9375rem;text-align:center;padding:1.25rem 0 2.5rem}
footer p{margin:0}
footer .holder{letter-spacing:.2em;margin-right:-.2em}
@media print{.bar,.skip,.path,aside{display:none!important}body{background:#fff;color:#000;font-size:11pt;line-height:1.8}a{text-decoration:none}.mast{justify-content:center}footer{font-size:9pt}}
`
