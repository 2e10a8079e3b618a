/**
 * The picture that stands for an article where it is shared: 1,200 by 630 pixels, as Open Graph's readers want it.
 *
 *   await drawCard({ site: '禾风网', channel: '乡村', title: '把渠修到田头', source: '禾风日报', … })  →  the bytes of a PNG
 *
 * The same card gives the same bytes on the same versions of the libraries; letters are outlines (./letters.ts), so that no machine's fonts matter.
 */
import sharp from 'sharp'
import type { CardModel } from '../content/card.ts'
import { PALETTE } from '../site/styles/tokens.ts'
import { openLetters, type Letter, type Letters, type Weight } from './letters.ts'
import { lengthOf, linesOf } from './lines.ts'

const WIDTH = 1200
const HEIGHT = 630
const EDGE = 76
const INNER = WIDTH - 2 * EDGE
/** Where the headline has its room. */
const [TOP, BOTTOM] = [144, 488]
const SIZES = [104, 92, 80, 70, 60] as const
const LEADING = 1.32
const { paper, ink, quiet, red, rule } = PALETTE.light

let opened: Promise<Letters> | undefined

export async function drawCard(card: CardModel): Promise<Buffer> {
  const svg = await cardSvg(card, await (opened ??= openLetters()))
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 3 }).toBuffer()
}

interface Placed {
  x: number
  y: number
  size: number
  fill: string
}

async function cardSvg(card: CardModel, letters: Letters): Promise<string> {
  const small = async (text: string, weight: Weight, size: number, room = INNER): Promise<Letter[]> =>
    cut(await letters.of(text, weight), room / size, await letters.of('…', weight))
  const name = await small(card.site, 700, 46, INNER * 0.6)
  const channel = await small(card.channel, 400, 32, INNER * 0.3)
  const from = await small(card.from, 400, 30)
  const credits = await small(card.credits, 400, 30)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>`,
    `<rect width="${WIDTH}" height="16" fill="${red}"/>`,
    drawn(spaced(name), { x: EDGE, y: 100, size: 46, fill: red }),
    drawn(channel, { x: WIDTH - EDGE - lengthOf(channel) * 32, y: 98, size: 32, fill: quiet }),
    `<rect x="${EDGE}" y="126" width="${INNER}" height="2" fill="${rule}"/>`,
    await headline(card, letters),
    `<rect x="${EDGE}" y="500" width="${INNER}" height="2" fill="${rule}"/><rect x="${EDGE}" y="505" width="${INNER}" height="2" fill="${rule}"/>`,
    drawn(from, { x: EDGE, y: 550, size: 30, fill: quiet }),
    drawn(credits, { x: EDGE, y: 595, size: 30, fill: ink }),
    '</svg>',
  ].join('')
}

/** As large as it fits in three lines, in the middle of its room; the kicker above it. */
async function headline({ kicker, title }: CardModel, letters: Letters): Promise<string> {
  const all = await letters.of(title, 700)
  const above = kicker === '' ? [] : cut(await letters.of(kicker, 400), INNER / 36, await letters.of('…', 400))
  const top = above.length === 0 ? TOP : TOP + 56
  for (const size of SIZES) {
    const lines = linesOf(all, { width: INNER / size, most: 3 })
    if (lines === undefined || lines.length * size * LEADING > BOTTOM - top) continue
    return block(above, lines, size)
  }
  const size = SIZES.at(-1) ?? 60
  const whole = linesOf(cut(all, (INNER / size) * 2.8, await letters.of('…', 700)), { width: INNER / size, most: 3 })
  return block(above, whole ?? [cut(all, INNER / size, [])], size)
}

function block(above: readonly Letter[], lines: readonly (readonly Letter[])[], size: number): string {
  const kicker = above.length === 0 ? 0 : 56
  const height = kicker + lines.length * size * LEADING
  const start = TOP + (BOTTOM - TOP - height) / 2
  return [
    drawn(above, { x: EDGE, y: start + 38, size: 36, fill: quiet }),
    ...lines.map((line, at) =>
      drawn(line, { x: EDGE, y: start + kicker + (at + 0.5) * size * LEADING + size * 0.38, size, fill: ink }),
    ),
  ].join('')
}

/** The title of a paper stands wide. */
const spaced = (letters: readonly Letter[]): Letter[] => letters.map((one) => ({ ...one, advance: one.advance + 0.1 }))

/** At most so many em wide, with an ellipsis where something was left out. */
function cut(letters: readonly Letter[], width: number, ellipsis: readonly Letter[]): Letter[] {
  if (lengthOf(letters) <= width) return [...letters]
  const room = width - lengthOf(ellipsis)
  let wide = 0
  const end = letters.findIndex(({ advance }) => (wide += advance) > room)
  return [...letters.slice(0, end), ...ellipsis]
}

/** An opening mark has its ink in the right half: at the start of a line the left half is not set (CLREQ 3.1.6). */
const isHalfEmpty = ({ letter, advance }: Letter): boolean => advance === 1 && /^[\p{Ps}\p{Pi}]/u.test(letter)

function drawn(letters: readonly Letter[], { x, y, size, fill }: Placed): string {
  const [first] = letters
  let at = first !== undefined && isHalfEmpty(first) ? -500 : 0
  const scale = size / 1000
  const paths = letters.map(({ path, advance }) => {
    const place = at
    at += advance * 1000
    return path === '' ? '' : `<path transform="translate(${place.toFixed(1)} 0)" d="${path}"/>`
  })
  return `<g fill="${fill}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale} ${-scale})">${paths.join('')}</g>`
}
