/**
 * What the bench's command line takes, checked.
 *
 *   wholeNumber('10000')      →  10000
 *   wholeNumbers('80,1000')   →  [80, 1000]
 *   peersIn('hugo,astro')     →  ['hugo', 'astro']      all throw InvalidArgumentError
 */
import { InvalidArgumentError } from 'commander'
import { PEERS, type Peer } from './peers.ts'

export function peersIn(text: string): Peer[] {
  return text.split(',').map((name) => {
    const peer = PEERS.find((one) => one === name)
    if (peer === undefined) throw new InvalidArgumentError(`expected some of ${PEERS.join(', ')}, found “${name}”`)
    return peer
  })
}

export function wholeNumbers(text: string): number[] {
  return text.split(',').map(wholeNumber)
}

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new InvalidArgumentError('expected a whole number from 1 on')
  return Number(text)
}
