/**
 * GB18030 bytes of a text, for fixtures: Node decodes the encoding and does not write it.
 *
 *   gb18030('渠')   →  Buffer c7 fe          (two bytes: GBK)
 *   gb18030('𬱖')  →  Buffer 99 33 c3 36    (four bytes)
 */
const decoder = new TextDecoder('gb18030', { fatal: true })
const codes = new Map<string, Buffer>()

function learn(bytes: readonly number[]): void {
  const code = Buffer.from(bytes)
  try {
    const letter = decoder.decode(code)
    if ([...letter].length === 1 && !codes.has(letter)) codes.set(letter, code)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

for (let one = 0; one < 0x80; one += 1) learn([one])
for (let one = 0x81; one < 0xff; one += 1) for (let two = 0x40; two < 0xff; two += 1) learn([one, two])

export function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map((letter) => codes.get(letter) ?? fourBytes(letter)))
}

/** Letters beyond the first plane lie in a row from 90 30 81 30 on (GB 18030-2022, 4.2); of the first plane no fixture needs any. */
function fourBytes(letter: string): Buffer {
  const index = (letter.codePointAt(0) ?? 0) - 0x1_00_00
  if (index < 0) throw new Error(`expected a letter of GBK or beyond U+FFFF, found “${letter}”`)
  const third = Math.floor(index / 10)
  const second = Math.floor(third / 126)
  return Buffer.from([0x90 + Math.floor(second / 10), 0x30 + (second % 10), 0x81 + (third % 126), 0x30 + (index % 10)])
}
