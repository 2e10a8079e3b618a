/**
 * Named colours and measures, light and dark; the only place where a colour is written.
 *
 *   var(--ink) on var(--paper): 15.9 : 1 light, 12.6 : 1 dark; var(--quiet): 7.4 : 1 and 7.6 : 1; var(--red): 8.3 : 1 and 8.0 : 1
 *
 * The channel colour is a printer's vermilion; body 18 px on double leading and a column of 40 letters are the original pages'
 * proportions (measured on people.cn pages of 2016 to 2020) within WCAG's 40 glyphs a line (1.4.8).
 */
export const tokens = `
:root{
  color-scheme:light dark;
  --paper:#fdfcf9;--ink:#1d1b18;--quiet:#55524d;--rule:#d9d4ca;--red:#9a1117;--bar:#9a1117;
  --song:"Songti SC","Source Han Serif SC","Noto Serif CJK SC",SimSun,serif;
  --hei:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC",sans-serif;
}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#e2ddd3;--quiet:#aaa59b;--rule:#3b3833;--red:#f0a49c;--bar:#5c1115}}
`
