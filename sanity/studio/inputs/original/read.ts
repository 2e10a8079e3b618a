/**
 * A pasted page's text → what it says and the documents it would be filed as; the importer itself, in the browser.
 *
 *   readOriginal('把渠修到田头\n\n2024年06月02日08:30  来源:禾风日报\n\n…', '2026-11-23T01:00:00Z')
 *     →  { page: { title: '把渠修到田头', … }, documents: [source, profiles…, article] }
 *   readOriginal('<html>…<h1>把渠修到田头</h1>…', …)  →  the same, of a page’s markup
 *   readOriginal('随手一段话', …)  →  { refused: '没有找到日期来源行……' }
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { documentsOf, type FiledDocument } from '../../../../src/import/documents.ts'
import type { OriginalPage } from '../../../../src/import/page.ts'
import { parseHtml } from '../../../../src/import/parse/html/page.ts'
import { isMarkup } from '../../../../src/import/read.ts'
import { parseText } from '../../../../src/import/parse/text.ts'

export type Reading = { page: OriginalPage; documents: FiledDocument[] } | { refused: string }

/** Forty times the longest of the measured pages; more is a mistaken paste, and would hold the browser up. */
const MOST_LETTERS = 400_000
/** Ten times the longest of the measured pages’ markup. */
const MOST_MARKUP = 4_000_000
const FILE = '粘贴的原文'

export function readOriginal(pasted: string, now: string): Reading {
  const markup = isMarkup(pasted)
  if (pasted.length > (markup ? MOST_MARKUP : MOST_LETTERS))
    return { refused: `文字超过 ${MOST_LETTERS} 个字，不像是一篇稿件，请分篇粘贴。` }
  const text = pasted
    .replace(/^\ufeff/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .toWellFormed()
  if (!markup && text.includes('\ufffd'))
    return { refused: '文字里有“\ufffd”：网页保存时已经丢字，请从原网页重新复制。' }
  const source = { file: FILE, text, sha256: digest(text) }
  const page = markup ? parseHtml(source) : parseText(source)
  if ('refused' in page) return { refused: markup ? NO_ARTICLE : whyNot(text) }
  if (page.publishedAt === undefined) return { refused: '日期来源行里没有可用的日期，请核对原文。' }
  return { page, documents: documentsOf(page, digest).map((document) => captured(document, now)) }
}

/** A copied page and its text in; the page’s reading out, or the text’s where the markup has no article. */
export function readPasted(markup: string, text: string, now: string): Reading {
  const page = markup === '' ? undefined : readOriginal(markup, now)
  return page !== undefined && 'page' in page ? page : readOriginal(text, now)
}

const NO_ARTICLE = '在这页源代码里没有找到带标题的正文。请从稿件页面（而不是列表页或首页）复制。'

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
