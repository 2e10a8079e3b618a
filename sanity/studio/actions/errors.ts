/**
 * What keeps a document from being published, as the form says it.
 *
 *   useErrors(props)  →  ['没有署责编，不能发布：……']
 */
import { useValidationStatus, type DocumentActionProps } from 'sanity'

export function useErrors({ id, type, draft, published }: DocumentActionProps): string[] {
  // Asked by the id of what the form shows: under the other id of the pair there is nothing to check.
  const { validation } = useValidationStatus((draft ?? published)?._id ?? `drafts.${id}`, type, true)
  const messages = validation.filter(({ level }) => level === 'error').map(({ message }) => message)
  return [...new Set(messages)]
}

/** The texts in a field of a record, whether it holds one or a list of them; none for anything else. */
export function textsAt(record: unknown, name: string): string[] {
  if (typeof record !== 'object' || record === null) return []
  const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1]
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}
