/** Lists by day: front page, days, channels, sources, people. On wide screens an entry's source stands at the right edge. */
export const listing = `
h1{font:700 1.875rem/1.5 var(--song);margin:1.25rem 0 .25rem}
h1 small,h1 bdi{font-weight:400;font-size:.6em;margin-left:.5em}
h2{font:700 1.125rem/2 var(--hei);border:solid var(--bar);border-width:3px 0 0;margin:1.5rem 0 0;padding-top:.25rem}
h2 small{font-weight:400;margin-left:.75em}
h2 a:not(:hover),dl a:not(:hover),.list a{text-decoration:none}
main p,main>ul{max-width:40em}
main .say{margin:0;font-size:1rem;line-height:1.8}
.subs{list-style:none;padding:0;margin:0}
.subs li{display:inline}
.subs a{text-decoration:underline 1px var(--red);display:inline-block;line-height:2.75rem;min-width:2.75rem;margin-right:1.5rem}
.date{font-size:1rem;font-weight:400;margin:0;padding-top:1rem;border:0}
.list ul{list-style:none;margin:0;padding:0}
.list li{display:grid;grid-template-columns:3.5rem minmax(0,1fr);border-top:1px solid var(--rule);padding:.625rem 0;line-height:1.6}
time{line-height:1.8rem;font-variant-numeric:tabular-nums}
.list li a{display:block;text-wrap:pretty}
.list a:hover b{text-decoration:underline 1px var(--red)}
.list li small{display:block}
b{font-weight:600;font-size:1.125rem}
pre{white-space:pre-wrap;line-height:1.6}
dl{margin:0;line-height:1.6;display:grid;grid-template-columns:auto minmax(0,1fr)}
dt,dd{border-bottom:1px solid var(--rule);padding:.625rem 0}
dt{min-width:5rem;padding-right:1rem;font-weight:600}
dd{margin:0;padding:0;display:flex;flex-wrap:wrap;column-gap:1.25rem}
dd>*{padding:.625rem 0}
dd a{min-width:2.75rem}
dd small{margin-left:.375em}
.portrait{float:right;width:9rem;margin:1.25rem 0 1rem 1.5rem}
@container (width>=36rem){
  .list li a{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:1.5rem;align-items:baseline}
  .list a>*{grid-column:1}
  .list b+small{grid-column:2}
}
@media print{.list li{break-inside:avoid}}
`

/** What is recorded: corrections and withdrawals, and the figures of a release. */
export const record = `
.ledger h3{font:600 1.125rem/1.6 var(--hei);margin:1rem 0 0}
.ledger article+article{border-top:1px solid var(--rule)}
table.facts{border-collapse:collapse;margin:1rem 0;width:100%;max-width:28rem}
.facts td,.facts th{border:solid var(--rule);border-width:1px 0;padding:0;text-align:left;font-weight:400}
.facts td{white-space:nowrap}
.facts td,.facts th+th{padding-left:.5rem;text-align:right;font-variant-numeric:tabular-nums}
.facts thead{color:var(--quiet);word-break:keep-all;overflow-wrap:normal}
.ledger p{margin:0 0 .75rem;line-height:1.8}
main>ul{margin:1rem auto 1rem 0;padding-left:1.25em;line-height:1.8}
`

/** Everyone: two rows of families side by side where there is room, one person a line. */
export const people = `
dt{min-width:3.5rem}
dd a{width:100%}
dd small{display:block;margin:0}
@container (width>=52rem){
  dl{grid-template-columns:auto minmax(0,1fr) auto minmax(0,1fr)}
  dt:nth-of-type(2n){padding-left:2rem;min-width:5.5rem}
  dd small{display:inline;margin-left:.375em}
}
`

/**
 * The front page: the paper's name over all, as on paper, with the line of the day below it; the newest headline over both columns; the
 * newest picture and the days on the left, channels on the right.
 */
export const front = `
.mast{justify-content:space-between;padding-top:1.5rem}
.name{width:100%;text-align:center;font-size:clamp(2.5rem,1.5rem + 4vw,3.75rem);line-height:1.3;letter-spacing:.15em;text-indent:.15em;padding-bottom:1rem;border-bottom:1px solid var(--rule)}
.name:hover{text-decoration:none}
.mast>.say{display:block;white-space:nowrap}
.mast::after{content:"";width:100%;border-bottom:3px double var(--rule)}
.lead{text-align:center;padding:1.5rem 0 .75rem;text-wrap:balance;word-break:keep-all}
.lead a,.shown{text-decoration:none}
.lead small{display:block;font-size:1.1875rem;line-height:1.7}
.lead b{display:block;font:700 min(11vw,2.75rem,1.2rem + 2.4vw)/1.4 var(--song);letter-spacing:.02em}
.lead a:hover,.shown:hover b{text-decoration:underline 2px var(--red)}
main .lead p{margin:.25rem auto 0}
.shown{display:block;margin-top:1.5rem;line-height:1.6}
.shown img{width:100%}
.shown b{display:block;font:700 1.375rem/1.5 var(--song);margin-top:.625rem;text-wrap:balance}
.brief li{display:block}
.brief b{font-size:1rem;font-weight:400}
.more{display:inline-block;line-height:2.75rem;font-size:1rem}
@container (width>=56rem){.front{display:grid;grid-template-columns:minmax(0,1fr) 18.75rem;column-gap:3rem}}
`

/** Months and years; on wide screens a month's calendar stands beside its list. */
export const calendar = `
.days{width:100%;border-collapse:collapse;table-layout:fixed;line-height:1.4;margin:1rem 0}
.days th{font-weight:400;color:var(--quiet);line-height:2.75rem}
.days td{border:1px solid var(--rule);height:3.5rem;text-align:center;padding:0;color:var(--quiet)}
.days a{display:grid;place-content:center;height:3.5rem}
.days a,.months a{color:var(--red);text-decoration:none;font-weight:700}
.days a:hover,.months a:hover,.days a:hover small,.months a:hover small{background:var(--bar);color:#fff}
.days small,.months small{display:block;font-weight:400}
.months ul{list-style:none;max-width:none;margin:1rem 0;padding:1px;display:grid;grid-template-columns:repeat(4,1fr);gap:1px}
.months li{outline:1px solid var(--rule);line-height:1.4;text-align:center;color:var(--quiet)}
.months li>*{display:grid;place-content:center;height:4.5rem}
@container (width>=40rem){.months ul{grid-template-columns:repeat(6,1fr)}}
@container (width>=56rem){
  .months ul{grid-template-columns:repeat(12,1fr)}
  .days{float:right;width:20.5rem;margin:1rem 0 0 3rem}
  .list{display:flow-root}
  .near{clear:both}
}
`

/** Pages that say one thing: a tombstone, the way to a new address, an address unknown. */
export const notice = `
.notice{max-width:40em;margin:2rem auto;padding-bottom:1rem;border:solid var(--bar);border-width:3px 0 1px}
.notice p{margin:.5rem 0}
`

/** The page of components: two sheets on one page, so that the article's headline needs another name for its letters. */
export const style = `
.headline .big{font:700 2.25rem/1.4 var(--song);max-width:none}
.headline p{max-width:none}
.note h3{font-weight:600}
h2 small{display:inline}
.swatches{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;max-width:none;margin:1rem 0}
.swatches span{padding:1.25rem .75rem .25rem;border:1px solid var(--rule)}
.ink{background:var(--ink);color:var(--paper)}
.quiet{background:var(--quiet);color:var(--paper)}
.rule{background:var(--rule)}
.red{background:var(--red);color:var(--paper)}
.tint{background:var(--bar);color:#fff}
`
