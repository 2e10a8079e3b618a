#!/usr/bin/env node
/**
 * Starts the command line after looking at Node's version: this file is plain JavaScript, so that an old Node can read it and say so.
 *
 *   node tools/zebian.mjs build
 */
import { enableCompileCache } from 'node:module'
import { checkNode } from './node-version.mjs'

checkNode()
// A third of a small command's time is compiling Eleventy and its kin; kept in the system's temporary folder, it is done once.
enableCompileCache()
const { main } = await import('../src/cli.ts')
await main(process.argv)
