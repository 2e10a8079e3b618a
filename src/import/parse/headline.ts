/**
 * The lines above the date: which is kicker, which title, which subtitle.
 *
 *   headlineOf(['把渠修到田头'])                              →  title
 *   headlineOf(['青禾镇补上水利短板', '把渠修到田头'])           →  kicker, title   (the original's order)
 *   headlineOf(['把渠修到田头', '——青禾镇水利见闻'])             →  title, subtitle (a dash opens a subtitle)
 *   headlineOf(['青禾见闻', '把渠修到田头', '三年修渠二十公里'])  →  kicker, title, subtitle
 */
interface Headline {
  page: { kicker?: string; title: string; subtitle?: string }
  problems: string[]
}

/** Lines above the date in, the headline set out; a 原标题 that repeats one of them tells which is the title. */
export function headlineOf(lines: readonly string[], originalTitle?: string): Headline {
  const at = titleIndex(lines, originalTitle)
  const kicker = lines.slice(0, at).join(' ')
  const subtitle = lines.slice(at + 1).join(' ')
  const title = lines[at] ?? ''
  return {
    page: { ...(kicker === '' ? {} : { kicker }), title, ...(subtitle === '' ? {} : { subtitle }) },
    problems: lines.length > 3 ? [`标题区有 ${lines.length} 行，“${title}”按主标题处理，请核对。`] : [],
  }
}

function titleIndex(lines: readonly string[], originalTitle: string | undefined): number {
  const squeezed = lines.map((line) => line.replaceAll(/\s+/gu, ''))
  const named = squeezed.indexOf(originalTitle?.replaceAll(/\s+/gu, '') ?? '')
  if (named !== -1) return named
  const dashed = lines.findIndex((line) => /^[—–-]{1,2}/u.test(line))
  if (dashed > 0) return dashed - 1
  return lines.length < 2 ? 0 : 1
}
