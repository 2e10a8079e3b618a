/**
 * A page whose paper's marks were narrowed on the way, with its text's marks restored and that recorded.
 *
 *   restorePage(page)  →  { …, title: '渠水来了，走得很慢', provenance: { normalisations: [..., '恢复全角标点 84 处'] } }
 *
 * Lines kept to the letter stay as they are.
 */
import { restorePunctuation } from '../text/punctuation.ts'
import type { OriginalPage } from './page.ts'

export function restorePage(page: OriginalPage): OriginalPage {
  let changed = 0
  const restored = (text: string): string => {
    const found = restorePunctuation(text)
    changed += found.changed
    return found.text
  }
  const maybe = (text: string | undefined): string | undefined => (text === undefined ? undefined : restored(text))
  const text = {
    kicker: maybe(page.kicker),
    title: restored(page.title),
    subtitle: maybe(page.subtitle),
    sections: page.sections.map(({ heading, paragraphs }) => ({
      heading: maybe(heading),
      paragraphs: paragraphs.map(restored),
    })),
  }
  if (changed === 0) return page
  const { provenance } = page
  const normalisations = [...provenance.normalisations, `恢复全角标点 ${changed} 处`]
  return { ...page, ...text, provenance: { ...provenance, normalisations } }
}
