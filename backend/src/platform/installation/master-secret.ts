import { existsSync, rmSync } from 'node:fs'
import { join, relative, isAbsolute } from 'node:path'
import { createMasterSecretFile, readMasterSecret } from '../vault/master-secret.ts'
import { createInstallationId, readInstallationId, writeInstallationId } from './data-folder.ts'
import { InstallationRefused } from './refusal.ts'

export interface SecretPlaces {
  readonly production: boolean
  readonly dataDir: string
  readonly databaseUrl: string
  readonly masterSecret: string | undefined
  readonly masterSecretFile: string | undefined
  readonly secretsDir: string
}

export type MasterSecret =
  | { readonly from: 'given'; readonly secret: string }
  | { readonly from: 'file'; readonly secret: string; readonly file: string }
  /** Made just now: say so, loudly. `forget` takes it back when the database turns out not to want it. */
  | { readonly from: 'made'; readonly secret: string; readonly file: string; readonly forget: () => void }

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

const sqliteFile = (databaseUrl: string): string | undefined =>
  databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : undefined

const keyFile = (places: SecretPlaces, id: string): string => join(places.secretsDir, `${id}.key`)

const readGiven = ({ masterSecret, masterSecretFile, dataDir }: SecretPlaces): MasterSecret | undefined => {
  if (masterSecret !== undefined) return { from: 'given', secret: readMasterSecret({ given: masterSecret }) }
  if (masterSecretFile === undefined) return undefined
  if (isInside(dataDir, masterSecretFile)) {
    throw new InstallationRefused(
      `MASTER_SECRET_FILE lies inside the data folder ${dataDir}: keep it elsewhere, or a copy of the folder opens itself.`,
    )
  }
  return { from: 'file', secret: readMasterSecret({ file: masterSecretFile }), file: masterSecretFile }
}

/** The secret that a former start made; undefined when none did. */
const readMade = (places: SecretPlaces): MasterSecret | undefined => {
  const id = readInstallationId(places.dataDir)
  if (id === undefined) return undefined
  const file = keyFile(places, id)
  if (!existsSync(file)) {
    throw new InstallationRefused(
      `The master secret of ${places.dataDir} is missing: it was kept in ${file}. Put it back, or name its copy with MASTER_SECRET_FILE.`,
    )
  }
  return { from: 'file', secret: readMasterSecret({ file }), file }
}

/** Secret first, then the id that points to it: a crash between the two leaves a key that opens nothing. */
const make = (places: SecretPlaces): MasterSecret => {
  const id = createInstallationId()
  const file = keyFile(places, id)
  const secret = createMasterSecretFile(file)
  writeInstallationId(places.dataDir, id)
  const forget = (): void => {
    rmSync(join(places.dataDir, 'installation-id'), { force: true })
    rmSync(file, { force: true })
  }
  return { from: 'made', secret, file, forget }
}

/** undefined: there is none, and none was made. */
export const findMasterSecret = (places: SecretPlaces): MasterSecret | undefined =>
  readGiven(places) ?? readMade(places)

/** Given, or made by a former start, or made now for a folder that holds nothing yet. */
export const findOrMakeMasterSecret = (places: SecretPlaces): MasterSecret => {
  const found = findMasterSecret(places)
  if (found) return found
  const file = sqliteFile(places.databaseUrl)
  if (file !== undefined && existsSync(file)) {
    throw new InstallationRefused(
      `The database ${file} was made with a master secret that is not given now: set MASTER_SECRET or MASTER_SECRET_FILE.`,
    )
  }
  if (places.production) {
    throw new InstallationRefused(
      'Production needs MASTER_SECRET or MASTER_SECRET_FILE: it never makes its own secret.',
    )
  }
  return make(places)
}
