/**
 * The command line: names the commands and wires them.
 *
 *   zebian start | build | publish | serve | releases | rollback | verify | lake | sample | read FILE… | import FILE…
 *
 * A mistake of the user's prints its message; a bug prints its stack. Exit codes: 0 done, 1 not done or not wholly, 3
 * published but for documents that are named.
 */
import { Command } from 'commander'
import { openDoor, type Door } from './client.ts'
import { bagCommand } from './commands/bag.ts'
import { explain } from './commands/explain.ts'
import { hostingCommand } from './commands/hosting.ts'
import { hooksCommand } from './commands/hooks.ts'
import { importCommand } from './commands/import.ts'
import { lakeCommand } from './commands/lake.ts'
import { pressCommand, publishCommand, type PublishOptions } from './commands/publish.ts'
import { checkCommand } from './commands/check.ts'
import type { Reading } from './commands/originals/pages.ts'
import { readCommand, type ReadOptions } from './commands/read.ts'
import { fillFromBag } from './commands/rebuild.ts'
import { releasesCommand, rollbackCommand, verifyCommand } from './commands/releases.ts'
import { loadSample } from './commands/sample.ts'
import { serveCommand } from './commands/serve.ts'
import { drawCommand, mergeCommand } from './commands/shards.ts'
import { startCommand } from './commands/start.ts'
import { exportCommand, loadCommand } from './commands/transfer.ts'
import { traditionalCommand } from './commands/traditional.ts'
import { readSettings, type Settings } from './settings.ts'
import { versionsBeside } from './store/versions.ts'

export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv])
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}

const PUNCTUATION = ['--restore-punctuation', 'turn a normalised text’s half-width marks back; recorded'] as const

function program(): Command {
  const zebian = new Command('zebian')
    .description('责编 Zebian: original pages in, a static archive out')
    .enablePositionalOptions()
  zebian
    .command('start')
    .description('load the sample into an empty lake, build, serve')
    .action(() => startCommand(readSettings(process.env)))
  zebian
    .command('build')
    .description('build the site from the lake')
    .option('--into <folder>', 'draw the tree alone into this folder; make no release')
    .option('--shard <part>', 'with --into: only this part of it, such as 2/4')
    .action(async ({ into, shard }: { into?: string; shard?: string }) => {
      if (into === undefined) process.exitCode = await publishCommand(readSettings(process.env))
      else await drawCommand(readSettings(process.env), into, shard)
    })
  zebian
    .command('merge')
    .description('put the parts of a site together')
    .argument('<part...>')
    .requiredOption('--into <folder>', 'a new folder for the whole')
    .action((parts: string[], { into }: { into: string }) => mergeCommand(into, parts))
  zebian
    .command('releases')
    .description('list the releases that are kept')
    .action(() => releasesCommand(readSettings(process.env)))
  zebian
    .command('rollback')
    .description('give readers an earlier release again')
    .argument('[id]', 'default: the one before')
    .action((id?: string) => rollbackCommand(readSettings(process.env), id))
  zebian
    .command('verify')
    .description('hold every byte of the releases against their manifests')
    .argument('[id]', 'default: all')
    .action(async (id?: string) => {
      process.exitCode = await verifyCommand(readSettings(process.env), id)
    })
  zebian
    .command('serve')
    .description('keep the site published: readers’ pages, hooks, a look every few minutes')
    .action(() => serveCommand(readSettings(process.env)))
  zebian
    .command('publish')
    .description('make one release now; on again after a rollback')
    .option('--force', 'let losses and older documents pass: a person has looked')
    .option('--hook <json>', 'wait until the API shows the revision that this hook announced')
    .action(async (options: PublishOptions) => {
      process.exitCode = await publishCommand(readSettings(process.env), options)
    })
  zebian
    .command('hooks')
    .description('list the webhooks of the embedded lake that nobody took, or send one again')
    .argument('[number]', 'the one to send again')
    .action(async (id?: string) => {
      process.exitCode = await hooksCommand(readSettings(process.env), id)
    })
  zebian
    .command('press', { hidden: true })
    .description('make releases for the process that asks over its channel')
    .action(() => pressCommand(readSettings(process.env)))
  zebian
    .command('hosting')
    .description('copy the built site for a web server: compressed siblings, headers, redirects, nginx and Caddy')
    .argument('<folder>')
    .action((folder: string) => hostingCommand(readSettings(process.env), folder))
  const lake = zebian
    .command('lake')
    .description('serve the embedded lake on a port')
    .action(() => lakeCommand(readSettings(process.env)))
  lake
    .command('export')
    .description('write every document and asset into a .tar.gz')
    .argument('<file>')
    .action((file: string) => exportCommand(readSettings(process.env), file))
  lake
    .command('load')
    .description('load a .tar.gz, an .ndjson or a folder')
    .argument('<file>')
    .action((file: string) => loadCommand(readSettings(process.env), file))
  zebian
    .command('sample')
    .description('load the sample paper into the lake')
    .action(() => withDoor(async (door) => console.log(`Loaded the sample: ${await loadSample(door)} documents.`)))
  zebian
    .command('read')
    .description('say what original pages say; writes nothing')
    .argument('<file...>')
    .option('--json', 'one JSON object a line')
    .option(...PUNCTUATION)
    .action(async (files: string[], options: ReadOptions) => {
      process.exitCode = await readCommand(files, options)
    })
  zebian
    .command('import')
    .description('file original pages in the lake')
    .argument('<file...>')
    .option(...PUNCTUATION)
    .action((files: string[], options: Reading) =>
      withDoor(async (door) => {
        process.exitCode = await importCommand(door, files, options)
      }),
    )
  zebian
    .command('check')
    .description('print original pages back and name what of them would be lost')
    .argument('<file...>')
    .action(async (files: string[]) => {
      process.exitCode = await checkCommand(files)
    })
  zebian
    .command('traditional')
    .description('write the built site into a new folder with an edition in Traditional letters')
    .argument('<folder>')
    .action((folder: string) => traditionalCommand(readSettings(process.env), folder))
  zebian
    .command('bag')
    .description('write the published archive as a BagIt folder that can be verified and rebuilt from')
    .argument('<folder>')
    .action((folder: string) => withDoor((door, { store }) => bagCommand(door, folder, versionsBeside(store.file))))
  zebian
    .command('rebuild')
    .description('verify a bag, fill an empty lake from it and build the site')
    .argument('<folder>')
    .action(async (folder: string) => {
      await withDoor(async (door, { store }) => {
        const count = await fillFromBag(door, folder, versionsBeside(store.file))
        console.log(`Filed ${count} documents.`)
      })
      process.exitCode = await publishCommand(readSettings(process.env))
    })
  return zebian
}

async function withDoor(work: (door: Door, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env)
  const door = openDoor(settings)
  try {
    await work(door, settings)
  } finally {
    door.close()
  }
}
