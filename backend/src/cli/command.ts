import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'
import type { Foundation } from '../foundation.ts'

/** Used the wrong way: exit code 2, with the usage text. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Refused or failed for a reason that one sentence tells: exit code 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

export type Given = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

/** What a command has to say: the one for programs, the other for people. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
  readonly exitCode?: 0 | 1
  /** What goes on once this was printed: a server, until it is told to stop. */
  readonly afterwards?: () => Promise<void>
}

export interface Surroundings {
  /** Read when it is first asked for, so that `doctor` and `--help` answer also where it is broken. */
  readonly config: Config
  /** Where the program is installed: `dist/` lies there. */
  readonly root: string
  /** Words for people, to stderr: stdout is for results. */
  readonly note: (sentence: string) => void
  /** Opens the database beside a running server, or without one, making it when there is none yet. */
  readonly open: () => Promise<Foundation>
  /** The same, but makes nothing. */
  readonly openExisting: () => Promise<Foundation>
}

export interface Command {
  /** As typed, e.g. `keys rotate`. */
  readonly name: string
  readonly summary: string
  /** Options as the usage line shows them. */
  readonly usage: string
  /** More lines for `--help` of this command. */
  readonly details?: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(given: Given, surroundings: Surroundings): Promise<Outcome>
}
