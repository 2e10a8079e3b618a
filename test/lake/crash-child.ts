/**
 * A lake in a process of its own, to be killed: `node test/lake/crash-child.ts FILE` prints its address.
 */
import { openLake } from '../../src/lake/lake.ts'
import { serveLake } from '../../src/lake/serve.ts'

const file = process.argv[2]
if (file === undefined) throw new Error('Expected the path of a lake as the only argument, found none')
const served = await serveLake(openLake({ file }), { port: 0 })
console.log(served.url)
