/**
 * What changed between two versions: struck out and underlined, so that it can be told in print and without colours.
 */
export const versions = `
.step p,article p{max-width:40em}
article p{text-align:justify}
del{color:var(--quiet);text-decoration:line-through 1px}
ins{color:var(--red);text-decoration:underline 2px;text-underline-offset:.2em}
del+ins{margin-left:.125em}
`
