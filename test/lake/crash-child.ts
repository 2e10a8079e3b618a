/**
 * A lake in a process of its own, to be killed: `node test/lake/crash-child.ts FILE [PORT]` prints its address.
 */
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'

const [file, port = '0'] = process.argv.slice(2)
if (file === undefined) throw new Error('Expected the path of a lake as the first argument, found none')
const served = await serveLake(openLake({ file }), { port: Number(port), token: 'sk-test' })
console.log(served.url)
