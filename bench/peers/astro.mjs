/**
 * Runs Astro in the folder that it is installed in: it leaves what it makes on the way where it was started.
 *
 *   node --import bench/meter.mjs bench/peers/astro.mjs ROOT   →  exit code as Astro's
 */
import { join } from 'node:path'

const [, , root = '.'] = process.argv
process.chdir(root)
process.argv = [process.execPath, 'astro', 'build', '--silent']
await import(join(root, 'node_modules/astro/bin/astro.mjs'))
