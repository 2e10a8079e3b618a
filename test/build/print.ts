/**
 * Prints a store through Eleventy, in a process of its own: a test's runner would load Eleventy's data a second time.
 *
 *   node test/build/print.ts FILE.store FOLDER 90   →  90 180 270 332: how many there were after each run of 90 pages
 */
import { placesIn } from '../../src/build/draw.ts'
import { drawWithEleventy } from '../../src/build/eleventy.ts'
import { printerOver } from '../../src/build/printer.ts'
import { openStore } from '../../src/store/store.ts'

const [, , file = '', folder = '', most = ''] = process.argv
const store = openStore({ file, of: 'test' })
const { catalogue } = store
const printer = printerOver(store, 'test')
const printed: number[] = []
const onPrinted = (pages: number): void => void printed.push(pages)
await drawWithEleventy(folder, catalogue, printer, placesIn(catalogue), { most: Number(most), onPrinted })
console.log(printed.join(' '))
