/**
 * A name in its native script, behind the Chinese one.
 *
 *   nativeView({ text: 'دىلنار توختى', lang: 'ug-Arab', dir: 'rtl' })  →  Html ' <bdi lang="ug-Arab" dir="rtl">دىلنار توختى</bdi>'
 */
import type { NativeName } from '../../content/people.ts'
import { html, nothing, type Html } from '../html.ts'

export const nativeView = (native: NativeName | undefined): Html =>
  native === undefined ? nothing : html` <bdi lang="${native.lang}" dir="${native.dir}">${native.text}</bdi>`
