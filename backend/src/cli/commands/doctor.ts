import { ConfigError } from '../../config.ts'
import type { Command, Outcome, Surroundings } from '../command.ts'
import { checkEncryption } from '../doctor/encryption.ts'
import { fail, ok, type Finding } from '../doctor/finding.ts'
import { checkBuild, checkDataFolder, checkDisk, checkNode } from '../doctor/machine.ts'
import { checkMasterSecret, checkTransport } from '../doctor/secrets.ts'
import { checkDatabase, checkRedis, checkServer } from '../doctor/services.ts'
import { sentenceOf } from '../sentence.ts'
import { pairs } from '../table.ts'

type Check = readonly [name: string, look: (surroundings: Surroundings) => Finding | Promise<Finding>]

/** In the order in which one would look. Nothing is made or changed. */
const checks: readonly Check[] = [
  ['node', () => checkNode(process.version)],
  ['configuration', ({ config }) => ok('configuration', `DATA_DIR is ${config.dataDir}.`)],
  ['build', ({ root }) => checkBuild(root)],
  ['data folder', ({ config }) => checkDataFolder(config)],
  ['encryption', ({ config }) => checkEncryption(config)],
  ['disk', ({ config }) => checkDisk(config)],
  ['master secret', ({ config }) => checkMasterSecret(config)],
  ['database', ({ config, openExisting }) => checkDatabase(config, openExisting)],
  ['redis', ({ config }) => checkRedis(config)],
  ['https', ({ config }) => checkTransport(config)],
  ['server', ({ config }) => checkServer(config)],
]

const look = async ([name, check]: Check, surroundings: Surroundings): Promise<Finding | undefined> => {
  try {
    return await check(surroundings)
  } catch (error) {
    // A configuration that cannot be read is said once, not by every check that needs it.
    if (error instanceof ConfigError && name !== 'configuration') return undefined
    return fail(name, sentenceOf(error), 'Mend what the sentence names, and run the doctor again.')
  }
}

const marks = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const

const told = (findings: readonly Finding[]): string =>
  findings
    .map(
      ({ name, state, detail, fix }) =>
        pairs([[`${marks[state]} ${name.padEnd(14)}`, detail]]) + (fix === null ? '' : `\n     ${fix}`),
    )
    .join('\n')

export const doctor: Command = {
  name: 'doctor',
  summary: 'look at everything this installation needs, and say what to do',
  usage: '',
  details: 'Exit code 1 when a check fails. Makes and changes nothing.',
  options: {},
  async run(_given, surroundings): Promise<Outcome> {
    const findings: Finding[] = []
    for (const check of checks) {
      const finding = await look(check, surroundings)
      if (finding) findings.push(finding)
    }
    const isWell = findings.every(({ state }) => state !== 'fail')
    return { json: { ok: isWell, checks: findings }, text: told(findings), exitCode: isWell ? 0 : 1 }
  },
}
