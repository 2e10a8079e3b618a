/**
 * Letters as outlines, the same on every machine: no font of the system is asked, none is fetched.
 *
 *   const letters = await openLetters()
 *   await letters.of('渠水', 700)   →  [{ letter: '渠', advance: 1, path: 'M 12 0 L …' }, …]   advance in em, path in thousandths of one, y upwards
 *
 * The font is Noto Serif SC (SIL Open Font License), in the hundred pieces in which `@fontsource-variable/noto-serif-sc` brings it: a piece is
 * unpacked when a letter of it is first wanted. What the font does not have is printed as 〓, as type-setters do.
 */
import { readFile } from 'node:fs/promises'
import { Blob, Buffer as Line, Face, Font, shape, Variation } from 'harfbuzzjs'
import wawoff2 from 'wawoff2'

export interface Letter {
  letter: string
  advance: number
  path: string
}

export type Weight = 400 | 700

export interface Letters {
  of(text: string, weight: Weight): Promise<Letter[]>
}

/** Which piece holds which letters; the pieces lie beside it. */
const LIST = new URL(import.meta.resolve('@fontsource-variable/noto-serif-sc/unicode.json'))
const MISSING = '〓'
/** Outlines kept: some 5 kB each. */
const KEPT = 4000

interface Piece {
  name: string
  holds(point: number): boolean
}

export async function openLetters(): Promise<Letters> {
  const pieces = await piecesOf()
  const fonts = new Map<string, Promise<Font>>()
  const made = new Map<string, Letter>()
  const fontOf = (name: string, weight: Weight): Promise<Font> => {
    const key = `${name} ${weight}`
    const font = fonts.get(key) ?? openFont(name, weight)
    fonts.set(key, font)
    return font
  }
  const one = async (letter: string, weight: Weight): Promise<Letter> => {
    const known = made.get(letter + weight)
    if (known !== undefined) return known
    const piece = pieces.find(({ holds }) => holds(letter.codePointAt(0) ?? 0))
    if (piece === undefined) return one(MISSING, weight)
    const drawn = outline(letter, await fontOf(piece.name, weight))
    if (made.size >= KEPT) made.clear()
    made.set(letter + weight, drawn)
    return drawn
  }
  return { of: (text, weight) => Promise.all(Array.from(text, (letter) => one(letter, weight))) }
}

function outline(letter: string, font: Font): Letter {
  const line = new Line()
  line.addText(letter)
  line.guessSegmentProperties()
  shape(font, line)
  const glyphs = line.getGlyphInfos()
  const [position] = line.getGlyphPositions()
  const path = glyphs.map(({ codepoint }) => font.glyphToPath(codepoint)).join('')
  return { letter, advance: (position?.xAdvance ?? 0) / font.face.upem, path }
}

async function openFont(name: string, weight: Weight): Promise<Font> {
  const bytes = await wawoff2.decompress(await readFile(new URL(`files/noto-serif-sc-${name}-wght-normal.woff2`, LIST)))
  const font = new Font(new Face(new Blob(Uint8Array.from(bytes).buffer)))
  font.setVariations([new Variation('wght', weight)])
  return font
}

/** `{ "[116]": "U+4fee,U+628a-628b", "latin": "U+0-ff" }` in the package's own list. */
async function piecesOf(): Promise<Piece[]> {
  const listed: Record<string, string> = JSON.parse(await readFile(LIST, 'utf8'))
  return Object.entries(listed).map(([name, ranges]) => {
    const spans = ranges.split(',').map((range) => {
      const [from = '', to = from] = range.slice(2).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    })
    return {
      name: name.replaceAll(/[[\]]/gu, ''),
      holds: (point) => spans.some(([from, to]) => from <= point && point <= to),
    }
  })
}
