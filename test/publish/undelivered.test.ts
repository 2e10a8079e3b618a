/** `zebian hooks`: what nobody took is listed, and sent again by hand. */
import { writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openDoor } from '../../src/client.ts'
import { hooksBeside } from '../../src/commands/hooks.ts'
import { openPaper } from '../site/zebian.ts'
import { openListener } from './listener.ts'

it('lists what a listener refused, and sends it again once it is mended', async () => {
  const [paper, listener] = [await openPaper(), await openListener()]
  onTestFinished(() => paper.close())
  expect((await paper.done(['hooks'])).out).toContain('Every webhook was taken.')
  await writeFile(
    `${paper.settings.lake.file}.hooks.json`,
    JSON.stringify([{ name: 'press', url: listener.url, rule: { on: ['create'] } }]),
  )
  const door = openDoor(paper.settings)
  const sender = door.lake?.sendHooks(await hooksBeside(paper.settings))
  listener.answers.push(400)
  await door.client.create({ _id: 'article-a', _type: 'article' })
  await sender?.idle()
  await sender?.close()
  door.close()
  expect((await paper.done(['hooks'])).out).toMatch(
    /^1 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}press {2}article-a {2}status 400$/mu,
  )
  listener.answers.push(400)
  expect(await paper.run(['hooks', '1'])).toMatchObject({
    code: 1,
    out: expect.stringContaining('Not taken: status 400'),
  })
  expect((await paper.done(['hooks', '1'])).out).toContain('Sent 1 to press.')
  expect((await paper.run(['hooks', '1'])).err).toContain('expected the number of a webhook that nobody took')
  expect(listener.heard.map(({ headers }) => headers['sanity-document-id'])).toEqual([
    'article-a',
    'article-a',
    'article-a',
  ])
  expect((await paper.done(['hooks'])).out).toContain('Every webhook was taken.')
}, 180_000)
