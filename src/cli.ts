/**
 * The command line: names the commands and wires them.
 *
 *   zebian start | build | publish | serve | releases | rollback | verify | lake | sample | read FILE… | import FILE…
 *
 * A mistake prints its message, a bug its stack. Exit codes: 0 done, 1 not done or not wholly, 3 published but for documents named.
 */
import { Command } from 'commander'
import type { Door } from './client.ts'
import type { PublishOptions } from './commands/publish.ts'
import type { Reading } from './commands/originals/pages.ts'
import type { ReadOptions } from './commands/read.ts'
import { readSettings, type Settings } from './settings.ts'

export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv])
  } catch (error) {
    console.error((await load.explain()).explain(error))
    process.exitCode = 1
  }
}

/** Each is loaded when a command asks for it: of a short command's time half is loading. */
const load = {
  client: () => import('./client.ts'),
  bag: () => import('./commands/bag.ts'),
  check: () => import('./commands/check.ts'),
  explain: () => import('./commands/explain.ts'),
  hooks: () => import('./commands/hooks.ts'),
  hosting: () => import('./commands/hosting.ts'),
  import: () => import('./commands/import.ts'),
  lake: () => import('./commands/lake.ts'),
  publish: () => import('./commands/publish.ts'),
  read: () => import('./commands/read.ts'),
  rebuild: () => import('./commands/rebuild.ts'),
  releases: () => import('./commands/releases.ts'),
  sample: () => import('./commands/sample.ts'),
  serve: () => import('./commands/serve.ts'),
  shards: () => import('./commands/shards.ts'),
  start: () => import('./commands/start.ts'),
  traditional: () => import('./commands/traditional.ts'),
  transfer: () => import('./commands/transfer.ts'),
  versions: () => import('./store/versions.ts'),
}

const PUNCTUATION = ['--restore-punctuation', 'turn a normalised text’s half-width marks back; recorded'] as const

function program(): Command {
  const zebian = new Command('zebian')
    .description('责编 Zebian: original pages in, a static archive out')
    .enablePositionalOptions()
  zebian
    .command('start')
    .description('load the sample into an empty lake, build, serve')
    .action(async () => (await load.start()).startCommand(readSettings(process.env)))
  zebian
    .command('build')
    .description('build the site from the lake')
    .option('--into <folder>', 'draw the tree alone into this folder; make no release')
    .option('--shard <part>', 'with --into: only this part of it, such as 2/4')
    .action(async ({ into, shard }: { into?: string; shard?: string }) => {
      if (into === undefined) process.exitCode = await (await load.publish()).publishCommand(readSettings(process.env))
      else await (await load.shards()).drawCommand(readSettings(process.env), into, shard)
    })
  zebian
    .command('merge')
    .description('put the parts of a site together')
    .argument('<part...>')
    .requiredOption('--into <folder>', 'a new folder for the whole')
    .action(async (parts: string[], { into }: { into: string }) => (await load.shards()).mergeCommand(into, parts))
  zebian
    .command('releases')
    .description('list the releases that are kept')
    .action(async () => (await load.releases()).releasesCommand(readSettings(process.env)))
  zebian
    .command('rollback')
    .description('give readers an earlier release again')
    .argument('[id]', 'default: the one before')
    .action(async (id?: string) => (await load.releases()).rollbackCommand(readSettings(process.env), id))
  zebian
    .command('verify')
    .description('hold every byte of the releases against their manifests')
    .argument('[id]', 'default: all')
    .action(async (id?: string) => {
      process.exitCode = await (await load.releases()).verifyCommand(readSettings(process.env), id)
    })
  zebian
    .command('serve')
    .description('keep the site published: readers’ pages, hooks, a look every few minutes')
    .action(async () => (await load.serve()).serveCommand(readSettings(process.env)))
  zebian
    .command('publish')
    .description('make one release now; on again after a rollback')
    .option('--force', 'let losses and older documents pass: a person has looked')
    .option('--hook <json>', 'wait until the API shows the revision that this hook announced')
    .action(async (options: PublishOptions) => {
      process.exitCode = await (await load.publish()).publishCommand(readSettings(process.env), options)
    })
  zebian
    .command('hooks')
    .description('list the webhooks of the embedded lake that nobody took, or send one again')
    .argument('[number]', 'the one to send again')
    .action(async (id?: string) => {
      process.exitCode = await (await load.hooks()).hooksCommand(readSettings(process.env), id)
    })
  zebian
    .command('press', { hidden: true })
    .action(async () => (await load.publish()).pressCommand(readSettings(process.env)))
  zebian
    .command('hosting')
    .description('copy the built site for a web server: compressed siblings, headers, redirects, nginx and Caddy')
    .argument('<folder>')
    .action(async (folder: string) => (await load.hosting()).hostingCommand(readSettings(process.env), folder))
  const lake = zebian
    .command('lake')
    .description('serve the embedded lake on a port')
    .action(async () => (await load.lake()).lakeCommand(readSettings(process.env)))
  lake
    .command('export')
    .description('write every document and asset into a .tar.gz')
    .argument('<file>')
    .action(async (file: string) => (await load.transfer()).exportCommand(readSettings(process.env), file))
  lake
    .command('load')
    .description('load a .tar.gz, an .ndjson or a folder')
    .argument('<file>')
    .action(async (file: string) => (await load.transfer()).loadCommand(readSettings(process.env), file))
  zebian
    .command('sample')
    .description('load the sample paper into the lake')
    .action(() =>
      withDoor(async (door) =>
        console.log(`Loaded the sample: ${await (await load.sample()).loadSample(door)} documents.`),
      ),
    )
  zebian
    .command('read')
    .description('say what original pages say; writes nothing')
    .argument('<file...>')
    .option('--json', 'one JSON object a line')
    .option(...PUNCTUATION)
    .action(async (files: string[], options: ReadOptions) => {
      process.exitCode = await (await load.read()).readCommand(files, options)
    })
  zebian
    .command('import')
    .description('file original pages in the lake')
    .argument('<file...>')
    .option(...PUNCTUATION)
    .action((files: string[], options: Reading) =>
      withDoor(async (door) => {
        process.exitCode = await (await load.import()).importCommand(door, files, options)
      }),
    )
  zebian
    .command('check')
    .description('print original pages back and name what of them would be lost')
    .argument('<file...>')
    .action(async (files: string[]) => {
      process.exitCode = await (await load.check()).checkCommand(files)
    })
  zebian
    .command('traditional')
    .description('write the built site into a new folder with an edition in Traditional letters')
    .argument('<folder>')
    .action(async (folder: string) => (await load.traditional()).traditionalCommand(readSettings(process.env), folder))
  zebian
    .command('bag')
    .description('write the published archive as a BagIt folder that can be verified and rebuilt from')
    .argument('<folder>')
    .action((folder: string) =>
      withDoor(async (door, { store }) => {
        const [{ bagCommand }, { versionsBeside }] = await Promise.all([load.bag(), load.versions()])
        await bagCommand(door, folder, versionsBeside(store.file))
      }),
    )
  zebian
    .command('rebuild')
    .description('verify a bag, fill an empty lake from it and build the site')
    .argument('<folder>')
    .action(async (folder: string) => {
      await withDoor(async (door, { store }) => {
        const [{ fillFromBag }, { versionsBeside }] = await Promise.all([load.rebuild(), load.versions()])
        console.log(`Filed ${await fillFromBag(door, folder, versionsBeside(store.file))} documents.`)
      })
      process.exitCode = await (await load.publish()).publishCommand(readSettings(process.env))
    })
  return zebian
}

async function withDoor(work: (door: Door, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env)
  const door = (await load.client()).openDoor(settings)
  try {
    await work(door, settings)
  } finally {
    door.close()
  }
}
