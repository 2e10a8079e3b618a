/**
 * A lake on a port that sends hooks, to be killed: `node lake-child.ts FILE PORT HOOK-URL SECRET`.
 */
import { ownHook } from '../../../src/commands/hooks.ts'
import { openLake } from '../../../src/lake/lake.ts'
import { serveLake } from '../../../src/lake/serve.ts'

const [file = '', port = '0', site = '', secret = ''] = process.argv.slice(2)
const lake = openLake({ file })
await serveLake(lake, { port: Number(port), token: 'sk-plug' })
lake.sendHooks([ownHook(site, [secret])])
console.log('ready')
