/**
 * Which of our inputs a field of the form wears; every other field keeps Sanity's own.
 *
 *   form: { components: { input: FormInput } }
 *
 * By path and type and not by components in the schema, because the schema is also read where there is no Studio.
 */
import { isArrayOfObjectsInputProps, isObjectInputProps, isStringInputProps, type InputProps } from 'sanity'
import { styled } from 'styled-components'
import { AddressInput } from './AddressInput.tsx'
import { CreditsInput } from './CreditsInput.tsx'
import { MarkdownInput } from './MarkdownInput.tsx'
import { PasteOriginal } from './PasteOriginal.tsx'

/** The zone is fixed to Beijing's and the field's description says so; Sanity's sign beside it can only name a city in English. */
const WithoutZone = styled.div`
  .button-small,
  .button-large {
    display: none;
  }
`

export function FormInput(props: InputProps) {
  const { path, schemaType } = props
  const name = path.at(-1)
  if (path.length === 0 && schemaType.name === 'article' && isObjectInputProps(props))
    return <PasteOriginal {...props} />
  if (path.length === 1 && name === 'attributions' && isArrayOfObjectsInputProps(props))
    return <CreditsInput {...props} />
  if (isBody(path) && schemaType.name === 'text' && isStringInputProps(props)) return <MarkdownInput {...props} />
  // The site's address is a `url`, an article's is a `string`.
  if (path.length === 1 && name === 'address' && schemaType.name === 'string' && isStringInputProps(props))
    return <AddressInput {...props} />
  if (schemaType.name === 'datetime') return <WithoutZone>{props.renderDefault(props)}</WithoutZone>
  return props.renderDefault(props)
}

const isBody = (path: InputProps['path']): boolean =>
  (path.length === 1 && path[0] === 'lead') || (path.length === 3 && path[0] === 'sections' && path[2] === 'body')
