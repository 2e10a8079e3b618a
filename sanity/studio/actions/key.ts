/**
 * A key for an entry of an array, as the Studio's own are: twelve hexadecimal letters.
 *
 *   newKey()  →  '3f9a01c44e7b'
 */
export function newKey(): string {
  // getRandomValues, unlike randomUUID, is there on a plain-http address of the newsroom's own network too.
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
