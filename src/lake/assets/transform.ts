/**
 * Which form of a picture an address asks for.
 *
 *   readTransform(?w=400&h=300&fit=crop&auto=format, 'image/webp,*\/*')  →  { width: 400, height: 300, fit: 'crop', format: 'webp', … }
 *   readTransform(no parameters)                                         →  undefined: the picture as it is
 *   ?w=99999                                                             →  400
 */
import { httpError } from '../error.ts'

const FORMATS = { jpg: 'jpeg', pjpg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const
const FITS = ['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'] as const

export type Fit = (typeof FITS)[number]

export interface Transform {
  readonly width: number | undefined
  readonly height: number | undefined
  readonly fit: Fit
  readonly rect: readonly [left: number, top: number, width: number, height: number] | undefined
  /** `undefined`: the picture's own. */
  readonly format: (typeof FORMATS)[keyof typeof FORMATS] | undefined
  readonly quality: number
}

/** No screen shows more; without a bound one address could cost gigabytes. */
const LONGEST_SIDE = 8_000
const USUAL_QUALITY = 75
const ASKING = ['w', 'h', 'rect', 'fm', 'q', 'auto', 'dpr', 'fit']

export function readTransform(searchParams: URLSearchParams, accept: string): Transform | undefined {
  if (!ASKING.some((name) => searchParams.has(name))) return undefined
  const dpr = bounded(searchParams, 'dpr', 1, 3) ?? 1
  const [width, height] = ['w', 'h'].map((name) => bounded(searchParams, name, 1, LONGEST_SIDE))
  return {
    width: scaled(width, dpr),
    height: scaled(height, dpr),
    fit: FITS.find((fit) => fit === searchParams.get('fit')) ?? 'clip',
    rect: readRect(searchParams.get('rect')),
    format: readFormat(searchParams, accept),
    quality: Math.round(bounded(searchParams, 'q', 0, 100) ?? USUAL_QUALITY) || 1,
  }
}

function scaled(side: number | undefined, dpr: number): number | undefined {
  return side === undefined ? undefined : Math.min(Math.round(side * dpr), LONGEST_SIDE)
}

function readFormat(searchParams: URLSearchParams, accept: string): Transform['format'] {
  const asked = Object.entries(FORMATS).find(([name]) => name === searchParams.get('fm'))?.[1]
  if (asked !== undefined) return asked
  return searchParams.get('auto') === 'format' && accept.includes('image/webp') ? 'webp' : undefined
}

function readRect(text: string | null): Transform['rect'] {
  if (text === null) return undefined
  const [left, top, width, height, ...more] = text.split(',').map(Number)
  if (left === undefined || top === undefined || width === undefined || height === undefined || more.length > 0)
    throw invalid('rect', text)
  const rect = [left, top, width, height] as const
  if (!rect.every((side) => Number.isInteger(side) && side >= 0) || width * height === 0) throw invalid('rect', text)
  return rect
}

function bounded(searchParams: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = searchParams.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text !== '' && value >= least && value <= most) return value
  throw invalid(name, text)
}

function invalid(name: string, text: string): Error {
  return httpError(400, `Invalid value of "${name}" for a picture: "${text.slice(0, 40)}"`)
}
