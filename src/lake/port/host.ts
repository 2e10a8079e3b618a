/**
 * Which names this server answers to. A page whose own name was made to point to 127.0.0.1 (DNS rebinding) still says its own name.
 *
 *   readHost('localhost:3333')          →  { name: 'localhost', port: 3333 }
 *   isLoopbackName('zebian.localhost')  →  true        isLoopbackName('localhost.evil.example')  →  false
 */
export interface HostName {
  readonly name: string
  /** `undefined`: none was given, which means 80 or 443. */
  readonly port: number | undefined
}

const HOST = /^(?<name>[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?$/i

/** `undefined` for anything that is no plain name and port. */
export function readHost(header: string | undefined): HostName | undefined {
  const { name, port } = HOST.exec(header ?? '')?.groups ?? {}
  if (name === undefined) return undefined
  return { name: name.toLowerCase(), port: port === undefined ? undefined : Number(port) }
}

export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]'
}

export function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
