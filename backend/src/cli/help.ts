import type { Command } from './command.ts'
import { pairs } from './table.ts'

const indented = (text: string): string => text.replace(/^/gm, '  ')

export const usageOf = ({ name, usage }: Command): string =>
  `Usage: npx goodfaith ${`${name} ${usage}`.trim()} [--json]`

export const helpOf = (command: Command): string => {
  const details = command.details === undefined ? '' : `\n\n${indented(command.details)}`
  return `npx goodfaith ${command.name}: ${command.summary}.\n\n${usageOf(command)}${details}`
}

const environment = pairs(
  [
    ['PORT, HOST', 'where the server listens (4000, 127.0.0.1)'],
    ['DATA_DIR', 'folder of the embedded database (./data)'],
    ['DATABASE_URL', 'sqlite:<file> or mongodb://..., instead of the file in DATA_DIR'],
    ['REDIS_URL', 'needed as soon as several servers share one MongoDB'],
    ['MASTER_SECRET', 'or MASTER_SECRET_FILE: opens the database; made on the first start unless given'],
    ['NODE_ENV', 'production: no demo store, and the master secret must be given'],
  ],
  '  ',
)

export const help = (commands: readonly Command[]): string => `Goodfaith tells a store how far it can trust an order.

Usage: npx goodfaith <command> [options] [--json]

Commands
${pairs(
  commands.map(({ name, summary }) => [name, summary]),
  '  ',
)}

npx goodfaith <command> --help shows the options of a command.

Commands work beside a running server; what they change is in force there within 2 seconds.
With --json the result stands alone on stdout, in the form that the documentation promises; words go to stderr.
Exit codes: 0 done, 1 refused or failed with one sentence on stderr, 2 wrong usage.

Environment (the rest is in README.md)
${environment}

To begin
  npx goodfaith merchants create --name "My shop" --origin https://shop.example
  npx goodfaith people create --merchant mer_... --email you@shop.example
  npx goodfaith serve`
