/** What we use of Eleventy 3, which ships no types. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    /** Globs of files that are not read. */
    readonly ignores: Set<string>
    setQuietMode(quiet: boolean): void
    addExtension(extension: string, options: { key: string }): void
    addDataExtension(extension: string, options: { read: boolean; parser: (path: string) => Promise<unknown> }): void
    addTransform(
      name: string,
      transform: (this: { page: { outputPath: string | false } }, content: string) => string | Buffer,
    ): void
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { configPath: string; config?: (config: EleventyConfig) => void; quietMode?: boolean; source?: string },
    )
    disableLogger(): void
    write(): Promise<unknown>
  }
}
