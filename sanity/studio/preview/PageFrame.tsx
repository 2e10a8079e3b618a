/**
 * A page in a frame of a given width, drawn smaller where the pane is narrower; it keeps its place while the text changes.
 *
 *   <PageFrame html="<!doctype html>…" width={1040} />
 *
 * The frame may not run scripts. It shares the Studio's origin so that a changed page can be put in without loading the frame
 * anew, which would flicker and jump to the top at every keystroke.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

interface PageFrameProps {
  html: string
  width: number
}

export function PageFrame({ html, width }: PageFrameProps) {
  const room = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [first] = useState(html)
  const [pane, setPane] = useState({ width, height: 0 })

  useLayoutEffect(() => {
    const box = room.current
    if (box === null) return undefined
    const watch = new ResizeObserver(() => setPane({ width: box.clientWidth, height: box.clientHeight }))
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (page?.readyState === 'complete') redraw(page, html)
  }, [html])

  const scale = Math.min(1, pane.width / width)
  return (
    <div ref={room} style={{ height: '100%', overflow: 'hidden', width: '100%' }}>
      <iframe
        ref={frame}
        sandbox="allow-same-origin"
        srcDoc={first}
        style={{
          border: 0,
          display: 'block',
          height: pane.height / scale,
          margin: '0 auto',
          maxWidth: 'none',
          transform: `scale(${scale})`,
          transformOrigin: scale < 1 ? '0 0' : '50% 0',
          width,
        }}
        title="稿件预览"
        // What was typed while the frame loaded.
        onLoad={(event) => redraw(event.currentTarget.contentDocument, html)}
      />
    </div>
  )
}

/** The new page in the old one's place, scrolled as it was. */
function redraw(page: Document | null, html: string): void {
  if (page === null) return
  const { scrollTop = 0 } = page.scrollingElement ?? {}
  const next = new DOMParser().parseFromString(html, 'text/html')
  page.documentElement.replaceWith(page.adoptNode(next.documentElement))
  page.scrollingElement?.scrollTo({ top: scrollTop, behavior: 'instant' })
}
