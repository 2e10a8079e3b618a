/**
 * A text field that an input method may compose in: the letters stay in the box until they are settled, then go to the form.
 *
 *   const composed = useComposed(value, (text) => onChange(set(text)))
 *   <textarea value={composed.text} {...composed.handlers} />
 *
 * Without this, `ni'hao` would reach the lake and the other editors before 你好 does, and a change of theirs could break off the
 * composition. What came in between is kept (markdown/rebase.ts).
 */
import { useRef, useState, type ChangeEvent, type CompositionEvent } from 'react'
import { rebase } from './markdown/rebase.ts'

type Box = HTMLTextAreaElement | HTMLInputElement

export function useComposed(value: string, onText: (text: string) => void) {
  const [local, setLocal] = useState<string | undefined>(undefined)
  const base = useRef<string | undefined>(undefined)
  return {
    text: local ?? value,
    composing: local !== undefined,
    handlers: {
      onCompositionStart: () => {
        base.current = value
        setLocal(value)
      },
      onChange: ({ currentTarget }: ChangeEvent<Box>) => {
        if (base.current === undefined) onText(currentTarget.value)
        else setLocal(currentTarget.value)
      },
      onCompositionEnd: ({ currentTarget }: CompositionEvent<Box>) => {
        const before = base.current ?? value
        base.current = undefined
        setLocal(undefined)
        const settled = rebase(before, currentTarget.value, value)
        if (settled !== value) onText(settled)
      },
    },
  }
}
