/** The search page: one wide field, filters that fold away on phones, results as in lists with what was found marked. */
export const search = `
.search{margin:.75rem 0 0}
.search>div,.filters{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
.search label{display:grid;grid-template-columns:minmax(0,1fr);font-size:1rem;line-height:1.6;color:var(--quiet)}
.search label:has(>input:focus-visible){outline:none}
.search .whole{flex:1 1 16rem}
.search input,select,button{font:inherit;font-size:1.125rem;line-height:1.5;min-height:2.75rem;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);border-radius:2px;padding:.25rem .625rem;max-width:100%}
button{background:var(--bar);border-color:var(--bar);color:#fff;padding:.25rem 1.5rem;cursor:pointer}
#results button{margin:1rem 0 0}
summary{font-size:1rem;line-height:2.75rem;width:max-content;max-width:100%;cursor:pointer;text-decoration:underline 1px var(--red);text-underline-offset:.25em}
.filters label{flex:1 1 9rem}
#status{min-height:2em;margin:.75rem 0 0;font-size:1rem}
#results ol{list-style:none;margin:0;padding:0}
#results li{border-top:1px solid var(--rule);padding:.75rem 0;line-height:1.6}
#results li a{display:block;text-decoration:none;min-height:2.75rem}
#results li a:hover b,#results li a:focus b{text-decoration:underline 1px var(--red);text-underline-offset:.25em}
#results li small,#results li a small{display:block;font-size:.9375rem}
#results li>small{word-break:keep-all}
#results li p{margin:.125rem 0;font-size:1rem;line-height:1.7}
#results h2,#browse h2{font:700 1.125rem/2 var(--hei);border:solid var(--red);border-width:3px 0 0;margin:1.5rem 0 0;padding-top:.25rem}
#results time{display:inline}
mark{background:none;color:var(--red);font-weight:700;text-decoration:underline 2px;text-underline-offset:.2em}
.names{columns:16em;list-style:none;padding:0;margin:0}
.names li{break-inside:avoid;line-height:1.6}
.names a{display:inline-block;line-height:2.75rem;min-width:4em}
`
