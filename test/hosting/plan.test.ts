/** The plan as functions give it: to a server of our own, and to Netlify and Cloudflare, each of which reads rules that the other does not. */
import { describe, expect, it } from 'vitest'
import { netlifyFiles } from '../../src/hosting/netlify.ts'
import { headersFor, planOf } from '../../src/hosting/plan.ts'

describe('a server of our own', () => {
  it('gets the same headers as a function of the address', () => {
    const plan = planOf({ styles: ['a{}'], moved: {}, gone: [] })
    expect(headersFor('/pictures/a.png', plan)['cache-control']).toContain('immutable')
    expect(headersFor('/a.html', plan)['cache-control']).toContain('must-revalidate')
    expect(headersFor('/live/2024-06.json', plan)['access-control-allow-origin']).toBe('*')
    expect(headersFor('/a.html', plan)).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('the files of Netlify and Cloudflare', () => {
  it('have a rule without a mark for each former address that Cloudflare reads, and a forced one beyond, where the page stays', () => {
    const moved = Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`/${n}.html`, '/a.html']))
    const { redirects, without } = netlifyFiles(planOf({ styles: [], moved, gone: ['/b.html'] }))
    const lines = redirects.trimEnd().split('\n')
    expect([lines[0], lines[1999], ...lines.slice(2000)]).toEqual([
      '/0.html /a.html 301',
      '/1999.html /a.html 301',
      '/2000.html /a.html 301!',
      '/b.html /410/b.html 410!',
    ])
    expect([without.length, without.at(-1)]).toEqual([2000, '/1999.html'])
  })
})
