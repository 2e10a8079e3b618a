/**
 * Papers of their own for tests of importing, and what is in their lakes afterwards.
 *
 *   const paper = await newPaper(); await ask(paper, '*[_type == "article"].address')  →  ['/n2/2011/0117/c1-34128562.html']
 */
import { afterAll } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { openPaper, type Paper } from '../site/zebian.ts'

const papers: Paper[] = []
afterAll(() => Promise.all(papers.map((paper) => paper.close())))

export async function newPaper(): Promise<Paper> {
  const paper = await openPaper()
  papers.push(paper)
  return paper
}

export const URL_OF = 'http://xj.hefeng.example/n2/2011/0117/c1-34128562.html'

/** An invented page that says where it is. */
export const located = (markup: string, url: string): string =>
  markup.replace('<head>', `<head><link rel="canonical" href="${url}">`)

export async function ask<T = unknown>(paper: Paper, query: string): Promise<T[]> {
  const door = openDoor(paper.settings)
  try {
    const answer: T[] | null = await door.client.fetch(query)
    return answer ?? []
  } finally {
    door.close()
  }
}
