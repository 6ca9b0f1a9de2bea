import { dirname, resolve } from 'node:path'
import type { Clock } from '../clock.ts'
import { prepareDataFolder } from '../installation/data-folder.ts'
import { InstallationRefused } from '../installation/refusal.ts'
import type { Collection } from './collection.ts'
import { openMongo } from './mongodb/open-mongo.ts'
import type { DocumentStore } from './port.ts'
import type { Sealer } from './sealer.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

export interface OpenOptions {
  /** `sqlite:<file>` or `mongodb://...` */
  readonly url: string
  readonly sealer: Sealer
  readonly clock: Clock
  readonly collections: readonly Collection[]
  readonly onLatePush?: (collection: string) => void
  /** A walk over all merchants left this one out: its sealing key was destroyed. */
  readonly onKeyMissing?: (collection: string, merchantId: string) => void
}

const sqliteScheme = 'sqlite:'

export const sqliteFileOf = (url: string): string | undefined =>
  url.startsWith(sqliteScheme) ? url.slice(sqliteScheme.length) : undefined

/** The engine that the address names. */
export const openDocuments = async ({ url, ...options }: OpenOptions): Promise<DocumentStore> => {
  if (/^mongodb(\+srv)?:\/\//.test(url)) return await openMongo({ uri: url, ...options })
  const file = sqliteFileOf(url)
  if (file === undefined) throw new InstallationRefused('DATABASE_URL must begin with sqlite: or mongodb://.')
  prepareDataFolder(dirname(resolve(file)))
  return openSqlite({ file, ...options })
}
