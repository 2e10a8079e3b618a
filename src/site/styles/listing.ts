/** Lists by day (front page, channels, sources, people), the tombstone and the 404 page. */
export const listing = `
h1{font:700 1.875rem/1.5 var(--song);margin:1.25rem 0 .25rem}
h1 small,h1 bdi{font-weight:400;font-size:.7em;margin-left:.5em}
.list>h2,.front h1{font:700 1.125rem/2 var(--hei);border:solid var(--red);border-width:3px 0 0;margin:1.5rem 0 0;padding-top:.25rem}
.list>h2 small,.front h1 small{font-size:.9375rem;font-weight:400;margin-left:.75em}
.front h1{margin-top:.5rem}
main .say{margin:0;font-size:1rem;line-height:1.8}
.near{padding:0}
.near a{display:inline-block;line-height:2.75rem}
.date{font-size:1rem;font-weight:400;margin:0;padding-top:1rem}
.list ul{list-style:none;margin:0;padding:0}
.list li{display:grid;grid-template-columns:3.5rem minmax(0,1fr);border-top:1px solid var(--rule);padding:.5rem 0;line-height:1.6}
time{line-height:1.8rem;font-variant-numeric:tabular-nums}
.list a{display:block;text-decoration:none}
.list a:hover{text-decoration:underline}
.list li small{display:block;font-size:.9375rem}
b{font-weight:600;font-size:1.125rem;text-wrap:pretty}
.portrait{float:right;width:9rem;margin:1.25rem 0 1rem 1.5rem}
.notice{max-width:40em;margin:2rem auto;text-align:center}
@media (min-width:60rem){.front .list{columns:2;column-gap:3rem}.front .day{break-inside:avoid-column}}
@media print{.list li{break-inside:avoid}}
`
