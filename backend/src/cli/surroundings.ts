import { fileURLToPath } from 'node:url'
import { readConfig, type Config } from '../config.ts'
import { openFoundation, type Foundation } from '../foundation.ts'
import { systemClock } from '../platform/clock.ts'
import { openEphemeral } from '../platform/ephemeral/open.ts'
import type { Surroundings } from './command.ts'

export interface RunningSurroundings extends Surroundings {
  close(): Promise<void>
}

/**
 * Messages stay in this process: a server learns of a command's change from the revision in the database, within 2 s.
 * So a command works without Redis, and beside a server that has one.
 */
const openBeside = async (config: Config, make: boolean, note: (text: string) => void): Promise<Foundation> => {
  const ephemeral = await openEphemeral({ clock: systemClock })
  const foundation = await openFoundation({
    config,
    clock: systemClock,
    ephemeral,
    make,
    note,
    failed: () => undefined,
  })
  return {
    ...foundation,
    close: async () => {
      await foundation.close()
      await ephemeral.close()
    },
  }
}

export const createSurroundings = (moduleUrl: string, note: (text: string) => void): RunningSurroundings => {
  let config: Config | undefined
  let opened: Promise<Foundation> | undefined
  const known = (): Config => (config ??= readConfig())
  const open = (make: boolean): Promise<Foundation> => (opened ??= openBeside(known(), make, note))
  return {
    get config() {
      return known()
    },
    root: fileURLToPath(new URL('../..', moduleUrl)),
    note,
    open: () => open(true),
    openExisting: () => open(false),
    close: async () => {
      await (await opened?.catch(() => undefined))?.close()
    },
  }
}
