import { collections } from './collections.ts'
import type { Config } from './config.ts'
import { createTraces, createTrail, type Traces, type Trail } from './features/audit/service.ts'
import { createAccounts, type AccountService } from './features/accounts/service.ts'
import { createApiKeys, type ApiKeyService, type KeyProblem } from './features/api-keys/service.ts'
import { createClosingBook, type ClosingBook } from './features/closing/service.ts'
import { createMerchants, type MerchantService } from './features/merchants/service.ts'
import { createOperators, type OperatorService } from './features/operators/service.ts'
import { createDirectory, createPlaces, type Places } from './features/organisations/service.ts'
import { AppError } from './platform/app-error.ts'
import { createChangeFeed, type RunningChangeFeed } from './platform/changes/create-change-feed.ts'
import type { Clock } from './platform/clock.ts'
import { openDocuments } from './platform/documents/open.ts'
import type { DocumentStore } from './platform/documents/port.ts'
import type { Ephemeral } from './platform/ephemeral/port.ts'
import { prepareDataFolder } from './platform/installation/data-folder.ts'
import { findMasterSecret, findOrMakeMasterSecret, type MasterSecret } from './platform/installation/master-secret.ts'
import { InstallationRefused } from './platform/installation/refusal.ts'
import { createVault, type Vault } from './platform/vault/vault.ts'

/** What a server and a command beside it both stand on: the opened database, and who may call. */
export interface Foundation {
  readonly documents: DocumentStore
  readonly vault: Vault
  readonly changes: RunningChangeFeed
  readonly merchants: MerchantService
  readonly apiKeys: ApiKeyService
  readonly accounts: AccountService
  readonly operators: OperatorService
  readonly places: Places
  readonly closings: ClosingBook
  readonly trail: Trail
  /** What is told once an hour, on its way into the trail. */
  readonly traces: Traces
  close(): Promise<void>
}

export interface FoundationDeps {
  readonly config: Config
  readonly clock: Clock
  readonly ephemeral: Ephemeral
  /** Makes folder, secret and database where there are none; otherwise their absence is a refusal. */
  readonly make: boolean
  /** For the loud note on a new master secret. */
  readonly note: (text: string) => void
  readonly failed: (error: unknown) => void
  readonly onLatePush?: (collection: string) => void
  readonly onTracesLost?: (traces: number, error: unknown) => void
  readonly onKeyRefused?: (keyId: string, problem: KeyProblem) => void
  readonly onKeyMissing?: (collection: string, merchantId: string) => void
}

const secretFor = (config: Config, make: boolean): MasterSecret => {
  if (make) {
    prepareDataFolder(config.dataDir)
    return findOrMakeMasterSecret(config)
  }
  const found = findMasterSecret(config)
  if (found) return found
  throw new InstallationRefused('There is no master secret yet: the first start makes one, or set MASTER_SECRET_FILE.')
}

const loudNote = (file: string): string => `
  ******************************************************************************
  A master secret was made:
      ${file}
  It opens everything that Goodfaith stores. Copy it to a safe place now:
  without it the data cannot be read by anybody, and no backup contains it.
  ******************************************************************************
`

/** Opened, or as it was before: a secret that was made for a database that does not want it is taken back. */
const openStorage = async ({ config, clock, make, note, onLatePush, onKeyMissing }: FoundationDeps) => {
  const master = secretFor(config, make)
  const vault = createVault({ masterSecret: master.secret })
  let documents: DocumentStore | undefined
  try {
    const url = config.databaseUrl
    documents = await openDocuments({
      ...{ url, sealer: vault, clock, collections },
      ...(onLatePush && { onLatePush }),
      ...(onKeyMissing && { onKeyMissing }),
    })
    await vault.unlock(documents)
  } catch (error) {
    await documents?.close()
    if (master.from === 'made') master.forget()
    throw error
  }
  if (master.from === 'made') note(loudNote(master.file))
  return { vault, documents }
}

/** Chains outlive what they tell of. */
const chained = async (merchants: MerchantService, closings: ClosingBook) => [
  ...(await merchants.list()),
  ...(await closings.inState('erased')).map(({ organization_id: organizationId }) => ({ organizationId })),
]

/** Whose key it claims to be cannot be believed: it stands in the installation's own chain. */
const refusedRow = (keyId: string, problem: KeyProblem) => ({
  ...({ actor: { type: 'anyone', id: null }, action: 'key.row_refused', organizationId: null, store: null } as const),
  object: { type: 'key', id: keyId },
  details: { problem },
})

export const openFoundation = async (deps: FoundationDeps): Promise<Foundation> => {
  const { clock, ephemeral, failed } = deps
  const { vault, documents } = await openStorage(deps)
  const changes = await createChangeFeed({ documents, ephemeral, failed })
  changes.onChange(() => {
    vault.refresh()
  })
  const house = { documents, clock, changes, vault }
  const closings = createClosingBook(house)
  const merchants = createMerchants({ ...house, closings })
  const organizationOf = async (merchantId: string) => (await merchants.settings(merchantId)).organizationId
  const traces = createTraces({ documents, clock, organizationOf, lost: deps.onTracesLost ?? (() => undefined) })
  const apiKeys = createApiKeys({
    ...house,
    refused: ({ id }, problem) => {
      deps.onKeyRefused?.(id, problem)
      traces.note(refusedRow(id, problem))
    },
    originsOf: async (merchantId) => (await merchants.settings(merchantId)).allowedOrigins,
    organizationOf,
    isClosed: async (merchantId) =>
      (await closings.isClosed(merchantId)) || closings.isClosed(await organizationOf(merchantId)),
  })
  const places = createPlaces({
    documents,
    stateOf: async (organizationId) => {
      const closing = await closings.of(organizationId)
      if (closing) return closing.state === 'closed' ? 'closed' : 'gone'
      return merchants.organization(organizationId).then(
        () => 'open' as const,
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'not_found') return 'gone' as const
          throw error
        },
      )
    },
  })
  const accounts = createAccounts({
    ...house,
    merchants,
    placeOf: places.of,
    joinedTo: places.joinedTo,
    settings: deps.config,
  })
  return {
    ...house,
    merchants,
    apiKeys,
    places,
    closings,
    accounts,
    operators: createOperators({
      ...{ ...house, merchants, settings: deps.config },
      membersOf: createDirectory({ documents, accounts, places }).list,
    }),
    trail: createTrail({ ...house, dataDir: deps.config.dataDir, stores: () => chained(merchants, closings) }),
    traces,
    close: async () => {
      await traces.flush()
      await changes.stop()
      await documents.close()
    },
  }
}
