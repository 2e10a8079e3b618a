/**
 * How the preview is looked at: 宽/手机, 浅/深, and the size of letters that a reader may have set.
 *
 *   <Looks look={{ width: 'wide', dark: false, size: 100 }} onLook={…} />
 */
import { DesktopIcon } from '@sanity/icons/Desktop'
import { MobileDeviceIcon } from '@sanity/icons/MobileDevice'
import { MoonIcon } from '@sanity/icons/Moon'
import { SunIcon } from '@sanity/icons/Sun'
import { Button, Card, Flex } from '@sanity/ui'
import type { ElementType } from 'react'

export interface Look {
  width: 'wide' | 'phone'
  dark: boolean
  /** Percent of the usual. */
  size: number
}

interface LooksProps {
  look: Look
  onLook: (look: Look) => void
}

const SIZES = [
  { text: '标准', size: 100 },
  { text: '大', size: 125 },
  { text: '特大', size: 150 },
] as const

export function Looks({ look, onLook }: LooksProps) {
  const choice = (text: string, change: Partial<Look>, icon?: ElementType) => {
    const changed = { ...look, ...change }
    const selected = JSON.stringify(changed) === JSON.stringify(look)
    return (
      <Button
        aria-pressed={selected}
        fontSize={1}
        key={text}
        mode="bleed"
        padding={2}
        selected={selected}
        text={text}
        {...(icon === undefined ? {} : { icon })}
        onClick={() => onLook(changed)}
      />
    )
  }
  return (
    <Card borderBottom data-zebian="looks" padding={2}>
      <Flex aria-label="预览方式" gap={4} role="toolbar" wrap="wrap">
        <Flex gap={1}>
          {choice('宽', { width: 'wide' }, DesktopIcon)}
          {choice('手机', { width: 'phone' }, MobileDeviceIcon)}
        </Flex>
        <Flex gap={1}>
          {choice('浅', { dark: false }, SunIcon)}
          {choice('深', { dark: true }, MoonIcon)}
        </Flex>
        <Flex gap={1}>{SIZES.map(({ text, size }) => choice(text, { size }))}</Flex>
      </Flex>
    </Card>
  )
}
