import { AppError } from '../../platform/app-error.ts'
import type { Person } from '../../platform/http/authenticators.ts'
import type { Proof } from '../accounts/service.ts'
import { mailEntry } from '../mail/service.ts'
import { graceMs, type Ending } from './book.ts'
import type { ClosingDocument } from './collections.ts'
import type { ClosingDeps } from './deps.ts'

export interface Wanted extends Proof {
  /** Typed, so that nobody closes another one by accident. */
  readonly name: string
}

export interface ClosedStore extends ClosingDocument {
  /** Empty once it is erased. */
  readonly name: string
}

const requireName = (typed: string, name: string): void => {
  if (typed.trim() === name) return
  const detail = `Type the name as it stands here: ${name}`
  throw new AppError('validation_failed', { detail, errors: [{ pointer: '/name', code: 'differs', detail }] })
}

/** The owner's switch over a store or the whole organisation. */
export const createClose = (deps: ClosingDeps) => {
  const { clock, book, accounts, organisations, merchants, network, publicUrl } = deps

  /** Every owner hears of it, whoever of them did it. */
  const letters = async (organizationId: string, what: string) => {
    const at = clock()
    const until = new Date(at + graceMs).toUTCString()
    const data = { what, until, dashboard: publicUrl, at: new Date(at).toUTCString() }
    const owners = (await organisations.members.list(organizationId)).filter(({ role }) => role === 'owner')
    return owners.map(({ email: to }) => mailEntry({ kind: 'closed', to, data }, { at }))
  }

  const actorOf = ({ personId }: Person) => ({ type: 'person', id: personId }) as const

  const storeOf = async ({ organizationId }: Person, merchantId: string) => {
    const settings = await merchants.settings(merchantId).catch(() => undefined)
    if (settings?.organizationId !== organizationId) throw new AppError('not_found')
    return settings
  }

  const ending = ({ organizationId }: Person, id: string, kind: 'store' | 'organization') =>
    ({ id, kind, organizationId }) as const satisfies Ending

  return {
    store: async (by: Person, merchantId: string, wanted: Wanted): Promise<ClosingDocument> => {
      const { name } = await storeOf(by, merchantId)
      requireName(wanted.name, name)
      await accounts.proveAgain(by.personId, wanted)
      const followers = await letters(by.organizationId, `the store ${name}`)
      const closed = await book.close(ending(by, merchantId, 'store'), actorOf(by), { followers })
      await network.leave(actorOf(by), merchantId)
      return closed
    },
    storeBack: async (by: Person, merchantId: string): Promise<void> => {
      await storeOf(by, merchantId)
      await book.takeBack(ending(by, merchantId, 'store'), actorOf(by))
    },
    organization: async (by: Person, wanted: Wanted): Promise<ClosingDocument> => {
      const { organizationId } = by
      const { name } = await organisations.named(organizationId)
      requireName(wanted.name, name)
      await accounts.proveAgain(by.personId, wanted)
      const followers = await letters(organizationId, `the organisation ${name}`)
      const people = await organisations.members.list(organizationId)
      const closed = await book.close(ending(by, organizationId, 'organization'), actorOf(by), { followers })
      for (const { merchantId } of await merchants.everOfOrganization(organizationId)) {
        await network.leave(actorOf(by), merchantId)
      }
      // PG4: whoever is signed in with an organisation that is no more signs in again, its owners too.
      for (const { id } of people) await accounts.signOutEverywhere(id)
      return closed
    },
    organizationBack: (by: Person): Promise<void> =>
      book.takeBack(ending(by, by.organizationId, 'organization'), actorOf(by)),

    /** What of an organisation is closed, being erased or gone. */
    state: async ({ organizationId }: Person) => {
      const all = await book.ofOrganization(organizationId)
      const stores = all.filter(({ kind }) => kind === 'store')
      return {
        organization: all.find(({ id }) => id === organizationId) ?? null,
        stores: await Promise.all(
          stores.map(async (one): Promise<ClosedStore> => ({ ...one, name: (await merchants.settings(one.id)).name })),
        ),
      }
    },
  }
}
