/**
 * How long the parts of a work took.
 *
 *   const { parts, lap } = stopwatch()
 *   …; lap('build'); …; lap('gates')
 *   parts   →  { build: 310, gates: 12 }   milliseconds; a part that comes twice is added up
 */
export function stopwatch(): { parts: Record<string, number>; lap: (part: string) => void } {
  const parts: Record<string, number> = {}
  let last = performance.now()
  return {
    parts,
    lap: (part) => {
      const at = performance.now()
      parts[part] = Math.round((parts[part] ?? 0) + at - last)
      last = at
    },
  }
}
