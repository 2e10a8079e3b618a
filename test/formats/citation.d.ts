/** What the tests use of citation.js, which ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string)
    data: unknown[]
  }
}
declare module '@citation-js/plugin-bibtex'
