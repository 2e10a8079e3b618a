/**
 * The way from a field's input to the rest of its article: the form hands each input the change of its own field only.
 *
 *   <RootChange value={(patches) => onChange(patches)}>…</RootChange>      in the article's own input
 *   const change = useContext(RootChange)                                 → change([unset(['creditLines', { _key: 'l1' }])])
 *
 * undefined where the article's input is not ours.
 */
import { createContext } from 'react'
import type { FormPatch } from 'sanity'

export const RootChange = createContext<((patches: FormPatch[]) => void) | undefined>(undefined)
