/**
 * Every third case of a long list, as `npm test` tries them; with `THOROUGH=1` (npm run test:thorough) all of them.
 *
 *   thirdOf(['a', 'b', 'c', 'd'])  →  ['a', 'd']
 */
export const thirdOf = <Case>(cases: readonly Case[]): readonly Case[] =>
  process.env['THOROUGH'] === '1' ? cases : cases.filter((_, at) => at % 3 === 0)
