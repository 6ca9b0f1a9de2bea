import type { NewPasskey, PasskeyCreation } from '#contract/console.ts'
import { AppError } from '../../../platform/app-error.ts'
import type { Follower } from '../../../platform/documents/port.ts'
import { createId } from '../../../platform/ids.ts'
import { createLinks, draftLink } from '../by-mail/links.ts'
import { links, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import type { SecondFactor } from '../second-factor/second-factor.ts'
import { creationFor } from './ceremony.ts'
import { passkeys, type PasskeyDocument } from './collections.ts'
import { credentialRef, mostPasskeys } from './passkey-store.ts'
import { relyingPartyOf, type RelyingParty } from './relying-party.ts'
import { challengeIn, readNew } from './verify.ts'

type Deps = AccountDeps & { readonly secondFactor: SecondFactor }

export interface AddedPasskey {
  readonly passkey: PasskeyDocument
  /** Drawn with the first second factor of a person; otherwise none. */
  readonly recoveryCodes: readonly string[]
}

/** Throws `passkeys_off`. */
export const requireParty = (party: RelyingParty | undefined): RelyingParty => {
  if (!party) throw new AppError('passkeys_off')
  return party
}

/** A person's own passkeys. Whoever adds or removes one has shown their password. */
export const createPasskeys = (deps: Deps) => {
  const { documents, clock, settings, secondFactor } = deps
  const operator = documents.operator()
  const store = secondFactor.passkeys
  const party = relyingPartyOf(settings.linkBase)
  const { find, use } = createLinks(deps)

  const isStranded = ({ relying_party: id }: PasskeyDocument): boolean => id !== party?.id

  const requireOwn = async (personId: string, id: string): Promise<PasskeyDocument> => {
    const passkey = await store.own(personId, id)
    if (!passkey) throw new AppError('not_found')
    return passkey
  }

  /** Good once, whatever comes of it. */
  const claimQuestion = async (person: PersonDocument, given: NewPasskey): Promise<string> => {
    const challenge = challengeIn(given) ?? ''
    const link = await find(challenge, 'passkey')
    if (link?.subject !== person.id || !(await use(link))) throw new AppError('challenge_over')
    return challenge
  }

  return {
    party,
    isStranded,
    of: store.of,
    start: async (person: PersonDocument): Promise<PasskeyCreation> => {
      const known = await store.of(person.id)
      const ours = requireParty(party)
      if (known.length >= mostPasskeys) {
        throw new AppError('validation_failed', { detail: `An account has ${mostPasskeys} passkeys at most.` })
      }
      const { token, document } = draftLink({ purpose: 'passkey', subject: person.id, data: {} }, clock())
      await operator.write({ insert: links, document })
      return creationFor(person, token, ours, known)
    },
    add: async (person: PersonDocument, name: string, given: NewPasskey): Promise<AddedPasskey> => {
      const ours = requireParty(party)
      const challenge = await claimQuestion(person, given)
      const fresh = await readNew(given, { challenge, party: ours })
      if (!fresh) throw new AppError('passkey_refused')
      const now = clock()
      const passkey: PasskeyDocument = {
        ...{ id: createId('psk', now), person_id: person.id, credential_ref: credentialRef(fresh.credential_id) },
        ...{ ...fresh, name, relying_party: ours.id, created_at: now, used_at: null, proven_at: now },
      }
      if (!(await store.insert(person, passkey))) throw new AppError('passkey_refused')
      return { passkey, recoveryCodes: await secondFactor.drawFirst(person) }
    },
    /** Throws `not_found` for anybody else's. */
    requireOwn,
    rename: async (person: PersonDocument, id: string, name: string): Promise<void> =>
      store.rename(person, await requireOwn(person.id, id), name),
    remove: async (person: PersonDocument, id: string): Promise<void> => {
      const passkey = await requireOwn(person.id, id)
      await secondFactor.requireAnother(person, passkey)
      await store.remove(person, passkey)
      await secondFactor.forgetUnused(person.id)
    },
    /** For whoever deletes an account: parts of that one write, so that no passkey outlives its person. */
    removals: async (personId: string): Promise<readonly Follower[]> =>
      (await store.of(personId)).map(({ id }) => ({ remove: passkeys, id })),
  }
}
export type Passkeys = ReturnType<typeof createPasskeys>
