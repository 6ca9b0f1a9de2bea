import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sqliteCode } from './sqlite/sqlite-error.ts'

/** Another server has this folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken'
  constructor(folder: string) {
    super(`Another server already runs on the data folder ${folder}: stop it, or give this one its own with DATA_DIR.`)
  }
}

/**
 * One server per data folder. An exclusive lock on an empty database: the kernel drops it with the process, however that
 * ends, which a file with a process id in it cannot promise. Commands beside the server take no lock.
 */
export const lockFolder = (folder: string): (() => void) => {
  const lock = new Database(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw sqliteCode(error).startsWith('SQLITE_BUSY') ? new FolderTaken(folder) : error
  }
  return () => {
    lock.close()
  }
}
