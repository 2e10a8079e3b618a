/**
 * The forms of pictures that were asked for lately, so that a list of a hundred thumbnails is not made anew each time.
 *
 *   await forms.of('9f…-40x20.jpg?w=100', () => resize(asset, transform))   →  made once, also when asked twice at once
 */
import type { Asset } from '../store/store.ts'

const MOST_BYTES = 64_000_000

export class Forms {
  #kept = new Map<string, Asset>()
  #making = new Map<string, Promise<Asset>>()
  #bytes = 0

  of(key: string, make: () => Promise<Asset>): Promise<Asset> {
    const known = this.#kept.get(key)
    if (known !== undefined) return Promise.resolve(known)
    const making = this.#making.get(key) ?? this.#make(key, make)
    this.#making.set(key, making)
    return making
  }

  async #make(key: string, make: () => Promise<Asset>): Promise<Asset> {
    try {
      const form = await make()
      this.#keep(key, form)
      return form
    } finally {
      this.#making.delete(key)
    }
  }

  #keep(key: string, form: Asset): void {
    this.#kept.set(key, form)
    this.#bytes += form.bytes.length
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) return
      this.#kept.delete(oldest)
      this.#bytes -= bytes.length
    }
  }
}
