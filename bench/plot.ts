/**
 * Bars for docs/performance.md, drawn from a report: as text, so that a change of the figures is a change that one can read.
 *
 *   plot('CPU of a build as a multiple of the floor’s', [{ label: 'ours', value: 1.6 }, …])  →  '<svg xmlns=…'
 */
interface Bar {
  label: string
  value: number
}

const ROW = 26
const LABELS = 110
const WIDTH = 640

export function plot(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value))
  const scale = (WIDTH - LABELS - 70) / most
  const height = bars.length * ROW + 44
  const rows = bars.map(({ label, value }, at) => {
    const y = 36 + at * ROW
    const width = Math.max(1, value * scale).toFixed(1)
    return `<text x="${LABELS - 8}" y="${y + 14}" text-anchor="end">${label}</text><rect x="${LABELS}" y="${y}" width="${width}" height="18" fill="#9b2335"/><text x="${(LABELS + Number(width) + 6).toFixed(1)}" y="${y + 14}">${value.toFixed(2)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="13">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="8" y="20" font-weight="bold">${title}</text>
${rows.join('\n')}
</svg>
`
}
