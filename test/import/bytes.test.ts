/** Which bytes are a page's text, and which are refused with what reason. */
import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readBytes, readText } from '../../src/import/read.ts'
import { gb18030 } from './gb18030.ts'

const TEXT = '渠水到了田头\n\n2024年06月02日08:30  来源：禾风日报\n\n杜广年、赟磊、古兰·阿依登都在。\n'

describe('a page', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-8 with the line ends of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
    ['UTF-8 with the line ends of old Macs', Buffer.from(TEXT.replaceAll('\n', '\r')), 'utf-8'],
    ['GBK', gb18030(TEXT), 'gb18030'],
    ['GBK with the line ends of Windows', gb18030(TEXT.replaceAll('\n', '\r\n')), 'gb18030'],
  ])('in %s is read to the letter', (_, bytes, encoding) => {
    expect(readBytes(bytes)).toEqual({ text: TEXT, encoding })
  })

  it('in GB18030 keeps a rare letter of four bytes inside a name', () => {
    const rare = TEXT.replace('杜广年', '杜𬱖')
    expect(gb18030('𬱖𠮷').toString('hex')).toBe('9933c3369534b235')
    expect(readBytes(gb18030(rare))).toEqual({ text: rare, encoding: 'gb18030' })
  })

  it('of twenty million bytes is read, of one more refused', () => {
    expect('text' in readBytes(Buffer.alloc(MOST_BYTES, 'a'))).toBe(true)
    expect('text' in readBytes(Buffer.alloc(MOST_BYTES + 1, 'a'))).toBe(false)
  })
})

describe('what is no page is refused', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'expected a page, found nothing but white space'],
    ['white space', Buffer.from(' \n\u3000\n\t\ufeff'), 'expected a page, found nothing but white space'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /^expected (?:UTF-8 or GB18030 )?text/u],
    ['an archive', Buffer.from('504b0304140000000800', 'hex'), /^expected text, found the control character U\+0003/u],
    ['text with a NUL', Buffer.from('渠水\0到了'), /^expected text, found the control character U\+0000/u],
    ['UTF-16', Buffer.from(TEXT, 'utf16le'), /^expected (?:UTF-8 or GB18030 )?text/u],
    ['Big5', Buffer.from('a4a4a4e5b3f8afc8b94cb6ffff', 'hex'), /^expected UTF-8 or GB18030 text/u],
    ['lost letters', Buffer.from('渠水\ufffd了'), /^expected readable text, found “\ufffd”: letters were lost/u],
    ['lost letters decoded twice', Buffer.from('渠水锟斤拷了'), /^expected readable text, found “锟斤拷”/u],
    ['GBK shown as Latin-1', Buffer.from(gb18030(TEXT).toString('latin1')), /^expected readable text, found “/u],
    ['UTF-8 shown as Latin-1', Buffer.from(Buffer.from(TEXT).toString('latin1')), /^expected /u],
    [
      'UTF-8 shown as GBK',
      Buffer.from(new TextDecoder('gb18030').decode(Buffer.from(`的是在一${TEXT}`))),
      /^expected /u,
    ],
    ['21 MB', Buffer.alloc(21_000_000, 'a'), 'expected at most 20000000 bytes, found 21000000; split the file'],
  ])('%s', (_, bytes, reason) => {
    const decoded = readBytes(bytes)
    const read = 'refused' in decoded ? decoded : readText(decoded)
    expect('refused' in read ? read.refused : `read as ${read.encoding}: ${read.text.slice(0, 40)}`).toMatch(reason)
  })
})
