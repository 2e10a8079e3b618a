/** Importing the same pages again: what changes, what an editor has touched, and what a stopped run leaves to do. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { ROOT } from '../site/zebian.ts'
import { ask, located, newPaper, URL_OF } from './papers.ts'
import { fillSkin } from './skins.ts'

const ALL = '*[!(_type match "system.**")] | order(_id)'

describe('importing again', () => {
  it('changes nothing, and what is read better only where no editor has been since', async () => {
    const paper = await newPaper()
    const path = join(paper.folder, 'a.html')
    const first = located(fillSkin('people-2016'), URL_OF)
    await writeFile(path, first)
    await paper.done(['import', path])
    const before = await ask(paper, ALL)
    expect((await paper.done(['import', path])).out).toContain('already in the lake, nothing changed')
    expect(await ask(paper, ALL)).toEqual(before)

    await writeFile(path, first.replace('四千方', '五千方'))
    expect((await paper.done(['import', path])).out).toContain('1 read better now')
    const [better] = await ask<{ _id: string; lead: string }>(paper, '*[_type == "article"]{ _id, lead }')
    expect(better?.lead).toContain('五千方')

    const door = openDoor(paper.settings)
    await door.client
      .patch(better?._id ?? '')
      .set({ subtitle: '编辑改过的副题' })
      .commit()
    door.close()
    await writeFile(path, first.replace('四千方', '六千方'))
    expect((await paper.done(['import', path])).out).toContain('1 left as an editor has them')
    expect(await ask(paper, '*[_type == "article"]{ subtitle, "new": lead match "六千方*" }')).toEqual([
      { subtitle: '编辑改过的副题', new: false },
    ])
  })

  it('after Ctrl-C goes on to the same documents as a run that nobody stopped', async () => {
    const [stopped, whole] = [await newPaper(), await newPaper()]
    const folder = join(stopped.folder, 'many')
    await mkdir(folder)
    for (let n = 10; n < 130; n += 1)
      await writeFile(
        join(folder, `${n}.html`),
        located(fillSkin('people-2021').replaceAll('三年', `${n}年`), URL_OF.replace('c1-34128562', `c1-341285${n}`)),
      )
    const child = spawn(process.execPath, ['tools/zebian.mjs', 'import', folder], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], LAKE_FILE: stopped.settings.lake.file },
    })
    const out: string[] = []
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      if (out.length === 0) child.kill('SIGINT')
      out.push(String(chunk))
    }
    if (child.exitCode === null) await once(child, 'exit')
    expect(out.join('')).toMatch(/stopped: start again to go on/u)
    expect(child.exitCode).toBe(1)
    expect((await stopped.done(['import', folder])).out).toContain('120 read, 0 refused')
    await whole.done(['import', folder])
    const content = '*[!(_type match "system.**")] | order(_id){ ..., "_rev": "", "_createdAt": "", "_updatedAt": "" }'
    expect(await ask(stopped, content)).toEqual(await ask(whole, content))
  })
})
