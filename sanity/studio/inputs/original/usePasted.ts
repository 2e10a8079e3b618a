/**
 * What stands in the box, and the page that a browser put on the clipboard beside its text.
 *
 *   const pasted = usePasted()
 *   <TextArea value={pasted.text} onPaste={pasted.onPaste} onChange={pasted.onChange} />
 *   readPasted(pasted.markup, pasted.text, now)   →  the reading of the page, else of the text
 *
 * A copied page keeps its paragraphs, headings and links in its markup; once the text is edited by hand, the text alone counts.
 */
import { useRef, useState, type ChangeEvent, type ClipboardEvent } from 'react'

export interface Pasted {
  text: string
  /** The copied page’s markup, or '' when there is none or the text was edited since. */
  markup: string
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void
}

export function usePasted(): Pasted {
  const [text, setText] = useState('')
  const [markup, setMarkup] = useState('')
  const coming = useRef('')
  return {
    text,
    markup,
    onPaste: ({ clipboardData, currentTarget: { value, selectionStart, selectionEnd } }) => {
      // Into the middle of a text a piece is pasted, not a page.
      const whole = selectionStart === 0 && selectionEnd === value.length
      coming.current = whole ? clipboardData.getData('text/html') : ''
    },
    onChange: ({ currentTarget }) => {
      setText(currentTarget.value)
      setMarkup(coming.current)
      coming.current = ''
    },
  }
}
