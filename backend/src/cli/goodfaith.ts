import type { Command } from './command.ts'
import { exportAudit, verifyAudit } from './commands/audit.ts'
import { drillBreach } from './commands/drill.ts'
import { doctor } from './commands/doctor.ts'
import { createKey, listKeys, revokeKey, rotateKey, signKeys } from './commands/keys.ts'
import { createMerchant, listMerchants } from './commands/merchants.ts'
import { createOperator, listOperators, removeOperator } from './commands/operators.ts'
import { createPerson } from './commands/people.ts'
import { rotateIdentifiers } from './commands/rotate-identifiers.ts'
import { replayCommand } from './commands/replay.ts'
import { serveCommand } from './commands/serve.ts'
import { start } from './commands/start.ts'
import { run } from './run.ts'
import { createSurroundings } from './surroundings.ts'

const commands: readonly Command[] = [
  serveCommand,
  start,
  createMerchant,
  listMerchants,
  createKey,
  listKeys,
  rotateKey,
  revokeKey,
  signKeys,
  rotateIdentifiers,
  createPerson,
  createOperator,
  listOperators,
  removeOperator,
  replayCommand,
  verifyAudit,
  exportAudit,
  drillBreach,
  doctor,
]

/** The program. `process.exitCode` and not `exit`: what was printed is written first. */
const main = async (): Promise<void> => {
  const out = (text: string) => void process.stdout.write(`${text}\n`)
  const err = (text: string) => void process.stderr.write(`${text}\n`)
  const surroundings = createSurroundings(import.meta.url, err)
  process.exitCode = await run(commands, process.argv.slice(2), () => surroundings, { out, err })
  await surroundings.close()
}

await main()
