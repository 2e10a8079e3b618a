#!/usr/bin/env node
/**
 * Starts the command line after looking at Node's version: this file is plain JavaScript, so that an old Node can read it and say so.
 *
 *   node tools/zebian.mjs build
 */
import { checkNode } from './node-version.mjs'

checkNode()
const { main } = await import('../src/cli.ts')
await main(process.argv)
