/** Lists by day: front page, days, channels, sources, people. */
export const listing = `
h1{font:700 1.875rem/1.5 var(--song);margin:1.25rem 0 .25rem}
h1 small,h1 bdi{font-weight:400;font-size:.6em;margin-left:.5em}
h2{font:700 1.125rem/2 var(--hei);border:solid var(--red);border-width:3px 0 0;margin:1.5rem 0 0;padding-top:.25rem}
h2 small{font-size:.9375rem;font-weight:400;margin-left:.75em}
main .say{margin:0;font-size:1rem;line-height:1.8}
.subs{list-style:none;padding:0;margin:0}
.subs li{display:inline}
.subs a{display:inline-block;line-height:2.75rem;margin-right:1.5rem}
.date{font-size:1rem;font-weight:400;margin:0;padding-top:1rem;border:0}
.date a{text-decoration:none}
.list ul{list-style:none;margin:0;padding:0}
.list li{display:grid;grid-template-columns:3.5rem minmax(0,1fr);border-top:1px solid var(--rule);padding:.5rem 0;line-height:1.6}
time{line-height:1.8rem;font-variant-numeric:tabular-nums}
.list a{display:block;text-decoration:none}
.list a:hover{text-decoration:underline}
.list li small{display:block;font-size:.9375rem}
b{font-weight:600;font-size:1.125rem;text-wrap:pretty}
pre{white-space:pre-wrap;line-height:1.6}
dl{margin:0;line-height:1.6}
dt{float:left;clear:left;min-width:4.5rem;font-weight:600;padding:.625rem 0}
dd{margin:0 0 0 5rem;border-bottom:1px solid var(--rule);display:flex;flex-wrap:wrap;column-gap:1rem;min-height:2.85rem}
dd>*{padding:.625rem 0}
dd a{min-width:2.75rem;text-decoration:none}
dd small{font-size:.8125rem;margin-left:.25em}
.portrait{float:right;width:9rem;margin:1.25rem 0 1rem 1.5rem}
@media print{.list li{break-inside:avoid}}
`

/** What is recorded: corrections and withdrawals, and the figures of a release. */
export const record = `
.ledger h3{font:600 1.125rem/1.6 var(--hei);margin:1rem 0 0}
table.facts{border-collapse:collapse;margin:1rem 0}
.facts td,.facts th{border:solid var(--rule);border-width:1px 0;padding:0 2rem 0 0;text-align:left;font-weight:400}
.facts td{text-align:right;padding:0;font-variant-numeric:tabular-nums}
.ledger p{margin:0 0 .5rem;line-height:1.8}
`

/** The front page: the newest headline over both columns, days on the left, channels on the right. */
export const front = `
.lead{text-align:center;padding:1.25rem 0 .75rem}
.lead a{text-decoration:none}
.lead small{display:block;font-size:1.1875rem;line-height:1.7;text-wrap:balance}
.lead b{display:block;font:700 min(11vw,clamp(1.75rem,1.2rem + 2.4vw,2.5rem))/1.4 var(--song);letter-spacing:.02em;text-wrap:balance}
.lead a:hover{text-decoration:underline}
.lead p{margin:.25rem 0 0}
.brief li{display:block}
.brief b{font-size:1rem;font-weight:400}
@media (min-width:60rem){.front{display:grid;grid-template-columns:minmax(0,1fr) 18.75rem;column-gap:3rem}}
`

/** Months and years. */
export const calendar = `
.days{width:100%;max-width:42rem;border-collapse:collapse;table-layout:fixed;line-height:1.4;margin:1rem 0}
caption{text-align:left}
.days th{font-weight:400;color:var(--quiet);line-height:2.75rem}
.days td{border:1px solid var(--rule);height:4rem;text-align:center;padding:0;color:var(--quiet)}
.days a{display:grid;place-content:center;height:4rem;color:var(--ink);text-decoration:none;font-weight:600}
.days a:hover{background:var(--bar);color:#fff}
.days a:hover small{color:#fff}
.days small,.months small{display:block;font-size:.8125rem;font-weight:400}
.months ul{list-style:none;margin:1rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(max(4.75rem,16%),1fr));gap:1px}
@media (min-width:60rem){.months ul{grid-template-columns:repeat(12,1fr)}}
.months li{outline:1px solid var(--rule);line-height:1.4;text-align:center;color:var(--quiet)}
.months li>*{display:grid;place-content:center;height:4.5rem;text-decoration:none}
.months a{color:var(--ink);font-weight:600}
.months a:hover,.months a:hover small{background:var(--bar);color:#fff}
`

/** Pages that say one thing: a tombstone, the way to a new address, an address unknown. */
export const notice = `
.notice{max-width:40em;margin:3rem auto;padding:1.5rem 1.25rem 2rem;border:solid var(--red);border-width:3px 0 1px}
.notice p{margin:0 0 .75em}
`

/** The page of components: two sheets on one page, so that the article's headline needs another name for its letters. */
export const style = `
.big{font:700 2.25rem/1.4 var(--song)}
.note h3{font-weight:600}
.list h2 small{display:inline}
`
