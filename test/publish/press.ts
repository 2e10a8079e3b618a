/**
 * A press over a folder of its own, with a builder that prints what it is told: releases without Eleventy.
 *
 *   const { press, paper } = await openPaperless()
 *   paper.put('a', '甲')                            a document and its page
 *   await makeRelease(press, WANT)                 →  { id: '000001', … }
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { makeRelease, type Press } from '../../src/publish/make.ts'
import { PaperLake, pressOn, WANT } from './paper.ts'

export type End = (work: () => void | Promise<void>) => void

/** `end`: what is done afterwards; a test's runner sees to it, any other caller does it itself. */
export async function openPaperless(
  end: End = onTestFinished,
): Promise<{ press: Press; paper: PaperLake; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'zebian-publish-'))
  end(() => rm(folder, { recursive: true, force: true }))
  const paper = new PaperLake()
  return { press: pressOn(join(folder, 'site'), paper), paper, folder }
}

/** Two releases: of jia, then of jia and yi. */
export async function twoReleases(): Promise<Awaited<ReturnType<typeof openPaperless>> & { places: Press['places'] }> {
  const opened = await openPaperless()
  const { press, paper } = opened
  paper.put('jia', '甲')
  await makeRelease(press, WANT)
  paper.put('yi', '乙')
  await makeRelease(press, WANT)
  return { ...opened, places: press.places }
}
