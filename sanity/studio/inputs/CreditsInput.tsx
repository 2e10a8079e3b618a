/**
 * 署名: a printed line typed or pasted fills the attributions; below them stands what the page will print.
 *
 *   `(责编：韩岭、新人甲)`  →  责编 韩岭 (found), 责编 新人甲 (to be made)  →  填入  →  two attributions, one new person
 *
 * For the article's `attributions` array. The array input itself is Sanity's own: rows are ordered by dragging.
 */
import { Stack } from '@sanity/ui'
import { set, useFormValue, type ArrayOfObjectsInputProps } from 'sanity'
import { attributionsOf, creditLinesOf } from './credits/attributions.ts'
import { LineReader } from './credits/LineReader.tsx'
import { PrintedCredits } from './credits/PrintedCredits.tsx'
import { itemsOf } from './value.ts'

export function CreditsInput(props: ArrayOfObjectsInputProps) {
  const { onChange, readOnly, renderDefault, value } = props
  const creditLines = creditLinesOf(useFormValue(['creditLines']))
  return (
    <Stack gap={4}>
      {readOnly !== true && <LineReader existing={itemsOf(value)} onFill={(items) => onChange(set(items))} />}
      {renderDefault(props)}
      <PrintedCredits attributions={attributionsOf(value)} creditLines={creditLines} readOnly={readOnly === true} />
    </Stack>
  )
}
