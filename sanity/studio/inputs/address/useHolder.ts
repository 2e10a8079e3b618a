/**
 * Who else holds an address, and where this article is served already; asked when the typing pauses.
 *
 *   useHolder(client, 'article-a', '/2024/0602/a1.html')  →  { holder: '渠首今晨开闸', live: undefined }
 */
import { useEffect, useState } from 'react'
import type { SanityClient } from 'sanity'
import { fieldsOf, textOf } from '../value.ts'
import { HOLDER_QUERY } from './generate.ts'

/** Milliseconds without a keystroke before the lake is asked. */
const PAUSE = 300

interface Held {
  address: string
  holder: string | undefined
  live: string | undefined
}

const NOT_ASKED: Held = { address: '', holder: undefined, live: undefined }

export function useHolder(client: SanityClient, id: string, address: string): Omit<Held, 'address'> {
  const [held, setHeld] = useState(NOT_ASKED)
  useEffect(() => {
    if (address === '') return undefined
    let wanted = true
    const timer = setTimeout(() => {
      client
        .withConfig({ perspective: 'raw' })
        .fetch<unknown>(HOLDER_QUERY, { id, address })
        .then((answer) => wanted && setHeld(heldOf(answer, address)))
        // The validation asks again before anything is published; a lost connection needs no second alarm here.
        .catch(() => wanted && setHeld(NOT_ASKED))
    }, PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, id, address])
  const { holder, live } = held
  return { holder: held.address === address ? holder : undefined, live }
}

function heldOf(answer: unknown, address: string): Held {
  const { holder, live } = fieldsOf(answer)
  const { _id, title } = fieldsOf(holder)
  return { address, holder: textOf(title) ?? textOf(_id), live: textOf(live) }
}
