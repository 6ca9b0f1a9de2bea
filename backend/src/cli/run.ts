import { parseArgs, types } from 'node:util'
import { AppError } from '../platform/app-error.ts'
import { UsageError, type Command, type Given, type Surroundings } from './command.ts'
import { help, helpOf, usageOf } from './help.ts'
import { sentenceOf } from './sentence.ts'

export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
export type ExitCode = 0 | 1 | 2

interface Typed {
  readonly command: Command
  readonly rest: readonly string[]
}

/** The longest name that the words begin with, so that options may follow anywhere. */
const findCommand = (commands: readonly Command[], words: readonly string[]): Typed | undefined => {
  const fits = ({ name }: Command): boolean => name.split(' ').every((part, index) => words[index] === part)
  const command = commands.find(fits)
  return command && { command, rest: words.slice(command.name.split(' ').length) }
}

const read = ({ command, rest }: Typed): Given => {
  try {
    const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...rest], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(types.isNativeError(error) ? error.message : 'The options could not be read.')
  }
}

const runTyped = async (typed: Typed, surroundings: () => Surroundings, { out }: Streams): Promise<ExitCode> => {
  const { command } = typed
  const given = read(typed)
  if (given['help'] === true) {
    out(helpOf(command))
    return 0
  }
  const outcome = await command.run(given, surroundings())
  out(given['json'] === true ? JSON.stringify(outcome.json) : outcome.text)
  await outcome.afterwards?.()
  return outcome.exitCode ?? 0
}

/** Runs what was typed. Everything that goes wrong ends here, in one sentence and a code. */
export const run = async (
  commands: readonly Command[],
  words: readonly string[],
  surroundings: () => Surroundings,
  streams: Streams,
): Promise<ExitCode> => {
  const [first] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const wanted = first !== undefined
    const say = wanted ? streams.out : streams.err
    say(help(commands))
    return wanted ? 0 : 2
  }
  const typed = findCommand(commands, words)
  if (!typed) {
    streams.err(`There is no command "${words.join(' ')}".\n\n${help(commands)}`)
    return 2
  }
  try {
    return await runTyped(typed, surroundings, streams)
  } catch (error) {
    if (error instanceof UsageError) {
      streams.err(`${error.message}\n\n${usageOf(typed.command)}`)
      return 2
    }
    streams.err(error instanceof AppError ? (error.options.detail ?? error.message) : sentenceOf(error))
    return 1
  }
}
