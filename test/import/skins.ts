/**
 * Invented pages in the markup of real templates: `skins/NAME.html` has slots for what an article says, filled here with ours.
 *
 *   fillSkin('people-2016')  →  '<!DOCTYPE html>…<h3 class="pre">全县春灌一线报道</h3>…'
 *   saysOf('people-2016')    →  { kicker: '全县春灌一线报道', title: '把渠修到田头', … }: a slot that a skin lacks is not said
 *
 * A line that holds `$paragraph` is repeated for each of them.
 */
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('skins/', import.meta.url)

const SAID = {
  kicker: '全县春灌一线报道',
  title: '把渠修到田头 让水走到家门',
  subtitle: '青禾镇三年修渠二十公里的账是怎样算的',
  byline: '本报记者 石砚 方 朴',
  date: '2011年01月17日08:30',
  source: '禾风日报',
  original: '一条渠的三年',
  editors: '韩岭、古兰·阿依登',
} as const

const PARAGRAPHS = [
  '本报青禾1月16日电（通讯员马小槐）清晨五点半，杜广年上了渠堤。水声还远，他先听见了闸门的响动，“像有人在敲一口空缸”。',
  '这条渠修了三年，长二十公里，流过十七个村。账本上记着：石料四千方，人工两万个，争吵一百零六回，都在村委会的灯下说开了。',
  '最远的一户姓骆，等水等了三十年。老人说：“水走得慢，不要紧，它认得路。”说完这句，他把铁锹靠在门边，去开自家的田埂。',
  '“渠是大家的渠，水是大家的水。”镇水利站站长闻溪在本子上写下这句话，合上本子，往下游走去，那里还有三公里没有衬砌。',
]

export const SKINS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))
  .toSorted()

const markup = (skin: string): string => readFileSync(new URL(`${skin}.html`, FOLDER), 'utf8')

export function fillSkin(skin: string, said: Readonly<Record<string, string>> = SAID): string {
  const lines = markup(skin)
    .split('\n')
    .flatMap((line) =>
      line.includes('$paragraph') ? PARAGRAPHS.map((paragraph) => line.replace('$paragraph', paragraph)) : [line],
    )
  return lines.join('\n').replaceAll(/\$([a-z]+)/gu, (slot, name: string) => said[name] ?? slot)
}

/** What the page of a skin says, as far as the skin has a place for it. */
export function saysOf(skin: string) {
  const text = markup(skin)
  const slots = new Set(text.slice(text.indexOf('<body')).match(/\$[a-z]+/gu))
  const printed = (slot: keyof typeof SAID): string | undefined => (slots.has(`$${slot}`) ? SAID[slot] : undefined)
  return {
    kicker: printed('kicker'),
    title: SAID.title,
    subtitle: printed('subtitle'),
    source: printed('source') ?? '财新网',
    originalTitle: printed('original'),
    publishedAt: '2011-01-17T08:30:00+08:00',
    writers: printed('byline') === undefined ? ['马小槐'] : ['石砚', '方朴', '马小槐'],
    editors: ['韩岭', '古兰·阿依登'],
    text: PARAGRAPHS,
  }
}
