/**
 * 发布, with the reason when it is refused: the Studio's own button says only that something is wrong.
 *
 *   publishWithReason(PublishAction)  →  the same action; its tooltip reads '不能发布：没有署责编……'
 */
import type { DocumentActionComponent } from 'sanity'
import { useErrors } from './errors.ts'

export function publishWithReason(original: DocumentActionComponent): DocumentActionComponent {
  const PublishWithReason: DocumentActionComponent = (props) => {
    const description = original(props)
    const reasons = useErrors(props)
    if (description === null || description.disabled !== true || reasons.length === 0) return description
    return { ...description, title: `不能发布：${reasons.join(' ')}` }
  }
  PublishWithReason.action = 'publish'
  PublishWithReason.displayName = 'PublishWithReason'
  return PublishWithReason
}
