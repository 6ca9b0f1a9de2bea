import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import { sqliteMessage } from '../sqlite/sqlite-error.ts'
import type { EngineUnderTest, Place } from './engine-under-test.ts'

const statements = {
  update: (table: string) => `UPDATE "${table}" SET id = 'forged'`,
  delete: (table: string) => `DELETE FROM "${table}"`,
  replace: (table: string) => `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`,
}

export const createSqlitePlace = async (): Promise<Place & { readonly file: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'goodfaith-documents-'))
  const file = join(folder, 'test.db')
  return {
    file,
    open: async (options) => openSqlite({ file, ...options }),
    dump: async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))),
    tamper: async (collection, act) => {
      const other = new Database(file)
      try {
        if (other.prepare(statements[act](collection)).run().changes === 0) throw new Error('Nothing was changed.')
      } catch (error) {
        throw new Error(sqliteMessage(error), { cause: error })
      } finally {
        other.close()
      }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

export const sqliteUnderTest: EngineUnderTest = { name: 'SQLite', createPlace: createSqlitePlace }
