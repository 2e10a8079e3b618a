/**
 * The keyboard: `/` to the field, ↓ to the first result, ↑ ↓ among results, Esc back to the field.
 *
 *   listenToKeys(field, results)
 */
export function listenToKeys(field: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const to = aim(event.key, field, results)
    if (to === undefined) return
    event.preventDefault()
    to.focus()
  })
}

function aim(key: string, field: HTMLInputElement, results: HTMLElement): HTMLElement | undefined {
  const links = [...results.querySelectorAll('a')]
  const active = document.activeElement
  const at = links.findIndex((link) => link === active)
  if (key === 'ArrowDown' && active === field) return links[0]
  if (key === 'ArrowDown' && at !== -1) return links[at + 1]
  if (key === 'ArrowUp' && at !== -1) return links[at - 1] ?? field
  if (key === 'Escape' && at !== -1) return field
  const writes = active instanceof HTMLInputElement || active instanceof HTMLSelectElement
  return key === '/' && !writes ? field : undefined
}
