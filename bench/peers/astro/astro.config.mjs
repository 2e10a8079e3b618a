/** A static site with an address for each file, into the folder that the bench names. */
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'https://hefeng.example',
  outDir: process.env['BENCH_OUTPUT'] ?? 'dist',
  build: { format: 'file' },
  logLevel: 'error',
})
