/**
 * Bytes → text, in whichever encoding they are, whatever their label says.
 *
 *   decodeBytes(utf8 bytes)                →  { text: '渠水到田头…', encoding: 'utf-8' }
 *   decodeBytes(GBK bytes, label UTF-8)    →  { text: '渠水到田头…', encoding: 'gb18030' }
 *   decodeBytes(Big5 bytes)                →  { text: '渠水到田頭…', encoding: 'big5' }
 *
 * Strict UTF-8 first. Then gb18030, which holds GB2312 and GBK and loses no name (measured: `gb2312` decoders destroy 赟 and 磊's
 * neighbours), or Big5 when that gives more of the letters that every text is full of. Bytes that are strictly neither are what is
 * nearest, with U+FFFD where a letter was lost: one broken byte in a footer is no reason to lose a page.
 */
export interface Decoded {
  text: string
  encoding: 'utf-8' | 'gb18030' | 'big5'
}

/** The commonest letters of Chinese print, simplified and traditional: a third of any text. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经這為個國時來們對會發動過說產種後學經無與長東車報記者編輯，。、：“”',
)
/** Of so many letters that are not ASCII, one may be broken in a text that is UTF-8 all the same. */
const SOUND = 50

export function decodeBytes(bytes: Uint8Array): Decoded | undefined {
  const strict = decodeStrictly(bytes, 'utf-8')
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' }
  const mended = new TextDecoder('utf-8').decode(bytes)
  if (broken(mended) * SOUND < foreign(mended)) return { text: mended, encoding: 'utf-8' }
  const texts = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = decodeStrictly(bytes, encoding)
    return text === undefined ? [] : [{ text, encoding }]
  })
  return best(texts) ?? nearest(bytes)
}

function decodeStrictly(bytes: Uint8Array, encoding: Decoded['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Bytes that no encoding takes whole: the one that loses least, when it loses little. */
function nearest(bytes: Uint8Array): Decoded | undefined {
  const texts = (['gb18030', 'big5'] as const).map((encoding) => ({
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
  }))
  return best(texts.filter(({ text }) => broken(text) * SOUND < foreign(text)))
}

const best = (texts: readonly Decoded[]): Decoded | undefined =>
  texts.toSorted((a, b) => commonness(b.text) - commonness(a.text))[0]

/** Letters of the commonest among those that are not ASCII, less the broken ones; a hundred thousand of them tell enough. */
function commonness(text: string): number {
  let common = 0
  for (const letter of text.slice(0, 300_000)) if (COMMON.has(letter)) common += 1
  return common - broken(text)
}

const broken = (text: string): number => text.split('\ufffd').length - 1
const foreign = (text: string): number => text.match(/[^\u0000-\u007f\ufffd]/gu)?.length ?? 0
