/**
 * Named colours and measures, light and dark; the only place where a colour is written.
 *
 *   PALETTE.light.ink on PALETTE.light.paper: 16.5 : 1; test/site/contrast measures every pair that is used
 *
 * The channel colour is a printer's vermilion; body 18 px on double leading and a column of 40 letters are the original pages'
 * proportions (measured on people.cn pages of 2016 to 2020) within WCAG's 40 glyphs a line (1.4.8).
 */
interface Palette {
  paper: string
  ink: string
  /** Dates, sources, kickers in lists. */
  quiet: string
  rule: string
  red: string
  /** The bar of channels, under white letters; the rules above headings. */
  bar: string
}

export const PALETTE: Record<'light' | 'dark', Palette> = {
  light: { paper: '#fdfcf9', ink: '#1d1b18', quiet: '#55524d', rule: '#d9d4ca', red: '#9a1117', bar: '#9a1117' },
  dark: { paper: '#171614', ink: '#e2ddd3', quiet: '#aaa59b', rule: '#3b3833', red: '#f0a49c', bar: '#70151a' },
}

const declared = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')

export const tokens = `
:root{color-scheme:light dark;${declared(PALETTE.light)}
  --song:"Songti SC","Noto Serif CJK SC",SimSun,serif;
  --hei:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media screen and (prefers-color-scheme:dark){:root{${declared(PALETTE.dark)}}}
`
