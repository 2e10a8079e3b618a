/** The dictionaries of opencc-js as it ships them: `從 从|來 来 …`, a pair or more on each, parted by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/TWVariants' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/HKVariants' {
  const pairs: string
  export default pairs
}
