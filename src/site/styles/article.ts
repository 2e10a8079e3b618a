/**
 * The article page: headline block centred over both columns, text of 40 letters, recommendations beside it on wide screens.
 *
 * Proportions of the original page of 2016 to 2020: 1,000 px, text about 680, right column 300; body 18 px, double leading, first
 * lines indented by two letters; the editors' line on the right at the foot. Text is not justified (WCAG 1.4.8, and ragged narrow
 * columns read better in Chinese than stretched ones).
 */
export const article = `
.headline{text-align:center;padding-top:1rem}
.headline p{margin:0}
.kicker,.subtitle{font-size:1.1875rem;line-height:1.7}
h1{font:700 min(11vw,2.5rem,1.2rem + 2.4vw)/1.4 var(--song);margin:.25em 0}
.headline .head{margin-top:.75rem;border:solid var(--rule);border-width:1px 0;line-height:2.75rem}
.text{max-width:40em;margin:1rem auto 0}
.text p{margin:0 0 1em;text-indent:2em;text-wrap:pretty}
.text h2{font-size:1.125rem;margin:1.75em 0 .75em;text-indent:2em}
small{display:block;font-weight:400}
.text .foot{text-align:right;text-indent:0;margin-top:1.5em}
@media print{h1{font-size:22pt}.text{max-width:none;columns:2;gap:2em}h2{break-after:avoid}.from{font-size:9pt;margin-top:1em}}
`

/**
 * Pictures: only on pages that have one; likewise what follows. The picture's own colour until it is there, in an attribute because the
 * content security policy lets no style attribute through; a browser that can't read it there shows the grey of rules.
 */
export const figure = `
figure{margin:1.25em 0;text-align:center;break-inside:avoid}
figure img{margin:0 auto;background:var(--rule);background:attr(data-c type(*),var(--rule))}
figcaption{line-height:1.7;padding:.5em 0 0}
`

/** Tables, lists and quotations. */
export const marks = `
.text ul,.text ol,blockquote{display:block;margin:0 0 .75em 2em;padding:0 0 0 1em}
.text li p,.text blockquote p{text-indent:0}
blockquote{border-left:3px solid var(--rule)}
table{border-collapse:collapse;margin:0 auto 1em;display:block;width:fit-content;max-width:100%;overflow-x:auto}
td,th{border:1px solid var(--rule);padding:0 .75em;text-align:left}
td.center,th.center{text-align:center}
td.right,th.right{text-align:right}
`

/** Corrections. */
export const note = `
.note{border:1px solid var(--rule);border-left:3px solid var(--bar);padding:.25rem 1.25rem;margin:1.5em 0;line-height:1.8;break-inside:avoid}
.text .note *{font-size:1rem;margin:.5rem 0;text-indent:0}
`

/** What stands beside the text, or below it on phones. */
export const aside = `
aside{margin-top:2.5rem;font-size:1rem;line-height:1.6}
aside h2{font-size:1.125rem;border:solid var(--bar);border-width:3px 0 0;margin:1.5rem 0 0;padding:.75rem 0}
aside h2:first-child{margin:0}
aside ul{list-style:none;margin:0;padding:0}
aside li{border-top:1px solid var(--rule)}
aside li>*{display:block;padding:.625rem 0}
aside a:not(:hover){text-decoration:none}
@container (width>=56rem){
  .with-side{display:grid;grid-template:auto 1fr/minmax(0,1fr) 18.75rem;column-gap:3rem}
  .with-side article{display:grid;grid-area:1/1/3/3;grid-template:subgrid/subgrid}
  .with-side .headline{grid-column:1/3}
  .with-side .text{grid-area:2/1;margin:1rem 0 0}
  aside{grid-area:2/2;margin-top:1.5rem}
}
`
