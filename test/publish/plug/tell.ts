/**
 * How far a long run has come, in a line now and then.
 *
 *   const say = nowAndThen(30_000, console.log)
 *   say('12 of 1000 kills'); say('13 of 1000 kills')   →  prints neither before 30 s have passed; then the newest, with how long it took so far
 */
export function nowAndThen(
  milliseconds: number,
  say: (line: string) => void,
  elapsed: () => number = () => performance.now(),
): (line: string) => void {
  const began = elapsed()
  let last = began
  return (line) => {
    const now = elapsed()
    if (now - last < milliseconds) return
    last = now
    say(`after ${Math.round((now - began) / 1000)} s: ${line}`)
  }
}
