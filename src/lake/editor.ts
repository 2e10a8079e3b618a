/**
 * Who makes a change: an editor who gave a name when signing in, or whoever works on this machine.
 *
 *   editorOf('zebian-editor=%E9%9F%A9%E5%B2%AD')  →  { id: 'e-6Z-p5bKt', name: '韩岭' }
 *   editorOf('')                                  →  { id: 'lake', name: '本机编辑' }
 *   editorById('e-6Z-p5bKt')                      →  { id: 'e-6Z-p5bKt', name: '韩岭' }
 *
 * The id spells the name, so that a history of years ago still shows it, and a lake that is carried elsewhere too. A name is what an
 * editor says; who may change anything at all is the gate's business.
 */
export interface Editor {
  readonly id: string
  readonly name: string
}

/** A change by a program, by the command line, or by an editor who gave no name. */
export const NOBODY: Editor = { id: 'lake', name: '本机编辑' }

export const NAME_COOKIE = 'zebian-editor'
const PREFIX = 'e-'
const LONGEST = 40

export function editorOf(cookies: string | null | undefined): Editor {
  const given = new RegExp(`(?:^|;\\s*)${NAME_COOKIE}=([^;]*)`, 'u').exec(cookies ?? '')?.[1]
  const name = given === undefined ? undefined : readName(decoded(given))
  return name === undefined ? NOBODY : named(name)
}

/** Whoever an old change names; an id that spells nothing is shown as nobody's. */
export function editorById(id: string): Editor {
  if (!id.startsWith(PREFIX)) return { ...NOBODY, id }
  const name = readName(Buffer.from(id.slice(PREFIX.length), 'base64url').toString('utf8'))
  return { id, name: name ?? NOBODY.name }
}

/** What somebody typed as a name, tidied; undefined for nothing, and for what is no name of a person. */
export function readName(text: string | null): string | undefined {
  const name = (text ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const isFit = name !== '' && [...name].length <= LONGEST && !/[\p{Cc}\p{Cf}<>]/u.test(name)
  return isFit ? name : undefined
}

const named = (name: string): Editor => ({ id: `${PREFIX}${Buffer.from(name).toString('base64url')}`, name })

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
