/** Lists by day (front page, channels, sources, people), the tombstone and the 404 page. */
export const listing = `
h1{font:700 1.875rem/1.5 var(--song);margin:1.25rem 0 .25rem}
.front h1{font:700 1.125rem/2 var(--hei);border-top:3px solid var(--red);border-bottom:1px solid var(--rule);padding:.25rem 0;margin:.5rem 0 0}
.front .list{margin:0}
h1 small{font-weight:400;font-size:.6em;color:var(--quiet)}
h1 bdi{font-weight:400;font-size:.7em;margin-left:.75em}
.say{margin:0;color:var(--quiet);font-size:1rem;line-height:1.8}
.near{display:flex;flex-wrap:wrap;gap:0 1.5rem;list-style:none;margin:0;padding:0}
.near a{display:inline-block;line-height:2.75rem}
.list{margin-top:1.5rem}
.list>h2{font-size:1.125rem;border-top:3px solid var(--red);border-bottom:1px solid var(--rule);margin:0;padding:.25rem 0;line-height:2}
.list>h2 small,.front h1 small{font-weight:400;color:var(--quiet);margin-left:.75em}
.list .date{font-size:1rem;color:var(--quiet);margin:0;padding-top:1rem;font-weight:400}
.list ul{list-style:none;margin:0;padding:0}
.list li{display:grid;grid-template-columns:3.5rem minmax(0,1fr);border-bottom:1px dotted var(--rule);padding:.5rem 0;line-height:1.6}
.list time{color:var(--quiet);font-size:.9375rem;line-height:1.8rem;font-variant-numeric:tabular-nums}
.list li small{display:block;color:var(--quiet);font-size:.9375rem}
.list li a{display:block;text-decoration:none}
.list li a:hover{text-decoration:underline}
.list li b{font-weight:600;font-size:1.125rem;text-wrap:pretty}
.portrait{float:right;width:9rem;margin:1.25rem 0 1rem 1.5rem}
.notice{max-width:40em;margin:2rem auto;text-align:center}
@media (min-width:60rem){.front .list{columns:2;column-gap:3rem}.front .day{break-inside:avoid-column}}
@media print{.list li{break-inside:avoid}}
`
