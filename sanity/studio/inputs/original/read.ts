/**
 * A pasted page's text → what it says and the documents it would be filed as; the importer itself, in the browser.
 *
 *   readOriginal('把渠修到田头\n\n2024年06月02日08:30  来源:禾风日报\n\n…', '2026-11-23T01:00:00Z')
 *     →  { page: { title: '把渠修到田头', … }, documents: [source, profiles…, article] }
 *   readOriginal('随手一段话', …)  →  { refused: '没有找到日期来源行……' }
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { documentsOf, type FiledDocument } from '../../../../src/import/documents.ts'
import type { OriginalPage } from '../../../../src/import/page.ts'
import { parseText } from '../../../../src/import/parse/text.ts'

export type Reading = { page: OriginalPage; documents: FiledDocument[] } | { refused: string }

/** Forty times the longest of the measured pages; more is a mistaken paste, and would hold the browser up. */
const MOST_LETTERS = 400_000
const FILE = '粘贴的原文'

export function readOriginal(pasted: string, now: string): Reading {
  if (pasted.length > MOST_LETTERS) return { refused: `文字超过 ${MOST_LETTERS} 个字，不像是一篇稿件，请分篇粘贴。` }
  const text = pasted
    .replace(/^\ufeff/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .toWellFormed()
  if (text.includes('\ufffd')) return { refused: '文字里有“\ufffd”：网页保存时已经丢字，请从原网页重新复制。' }
  const page = parseText({ file: FILE, text, sha256: digest(text) })
  if ('refused' in page) return { refused: whyNot(text) }
  if (page.publishedAt === undefined) return { refused: '日期来源行里没有可用的日期，请核对原文。' }
  return { page, documents: documentsOf(page, digest).map((document) => captured(document, now)) }
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The importer says it in English, for the command line; editors are told what to do next. */
function whyNot(text: string): string {
  const [first = ''] = text.split('\n').flatMap((line) => line.trim() || [])
  if (/^\d{4}[年/.-]/u.test(first)) return '日期来源行的上方没有标题。请从标题（或引题）开始复制。'
  return '没有找到日期来源行，例如“2024年06月02日08:30  来源：禾风日报”。请连同标题和这一行一起复制。'
}

const captured = (document: FiledDocument, now: string): FiledDocument =>
  document._type === 'article' && document.provenance !== undefined
    ? { ...document, provenance: { ...document.provenance, capturedAt: now } }
    : document
