/** What we use of wawoff2, which ships no types. */
declare module 'wawoff2' {
  const wawoff2: {
    /** A WOFF2 font in, the same unpacked out; throws for what is none. */
    decompress(font: Uint8Array): Promise<Uint8Array>
  }
  export default wawoff2
}
