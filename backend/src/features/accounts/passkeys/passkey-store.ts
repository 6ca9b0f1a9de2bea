import { createHash } from 'node:crypto'
import { Conflict } from '../../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditAction } from '../../audit/service.ts'
import { mailEntry } from '../../mail/service.ts'
import type { PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import { passkeys, type PasskeyDocument } from './collections.ts'
import type { Shown } from './verify.ts'

/** A phone, a computer, a key in a drawer, and the ones before them. */
export const mostPasskeys = 20

export const credentialRef = (credentialId: string): string => createHash('sha256').update(credentialId).digest('hex')

/** Reading and changing passkeys, each change with its trace and, where it changes who gets in, its letter. */
export const createPasskeyStore = ({ documents, clock, settings, changes }: AccountDeps) => {
  const operator = documents.operator()

  const traced = ({ id, organization_id }: PersonDocument, passkeyId: string, action: AuditAction) =>
    operatorAuditEntry({
      ...{ organization_id, actor: { type: 'person', id }, action },
      ...{ object: { type: 'passkey', id: passkeyId }, at: clock() },
    })
  const letter = ({ email }: PersonDocument, what: string) => {
    const at = clock()
    const data = { what, security: `${settings.linkBase}/account`, at: new Date(at).toUTCString() }
    return mailEntry({ kind: 'second-factor-changed', to: email, data }, { at })
  }

  const of = async (personId: string): Promise<readonly PasskeyDocument[]> => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    return (await operator.find(passkeys, { person_id: personId }, { sort, limit: mostPasskeys })).items
  }

  return {
    of,
    hasAny: async (personId: string): Promise<boolean> => (await of(personId)).length > 0,
    /** Of this person; undefined for anybody else's. */
    own: async (personId: string, id: string): Promise<PasskeyDocument | undefined> => {
      const found = await operator.get(passkeys, id)
      return found?.person_id === personId ? found : undefined
    },
    byCredential: async (credentialId: string): Promise<PasskeyDocument | undefined> =>
      (await operator.find(passkeys, { credential_ref: credentialRef(credentialId) }, { limit: 1 })).items[0],
    /** False: this very key is somebody's already. */
    insert: async (person: PersonDocument, document: PasskeyDocument): Promise<boolean> => {
      const what = `the passkey “${document.name}” was added, and signs in to your account`
      try {
        await operator.write({ insert: passkeys, document }, [
          traced(person, document.id, 'person.passkey_added'),
          letter(person, what),
        ])
      } catch (error) {
        if (error instanceof Conflict) return false
        throw error
      }
      await changes.announce()
      return true
    },
    rename: async (person: PersonDocument, { id }: PasskeyDocument, name: string): Promise<void> =>
      operator.write({ update: passkeys, id, changes: { set: { name } } }, [
        traced(person, id, 'person.passkey_renamed'),
      ]),
    /** The letter goes first: neither a removal nor a trace may be what others follow. */
    remove: async (person: PersonDocument, { id, name }: PasskeyDocument): Promise<void> => {
      const what = `the passkey “${name}” was removed, and no longer signs in`
      const removal = { remove: passkeys, id }
      await operator.write(letter(person, what), [removal, traced(person, id, 'person.passkey_removed')])
      await changes.announce()
    },
    /** False: another answer of the same key was counted since this row was read. */
    used: async (passkey: PasskeyDocument, shown: Shown, withPassword: boolean): Promise<boolean> => {
      const now = clock()
      const set = {
        ...{ counter: shown.counter, backed_up: shown.backedUp, used_at: now },
        ...(withPassword && { proven_at: now }),
      }
      const expect = { counter: passkey.counter }
      try {
        await operator.write({ update: passkeys, id: passkey.id, changes: { set }, expect })
        return true
      } catch (error) {
        if (error instanceof Conflict) return false
        throw error
      }
    },
    copied: async (person: PersonDocument, { id, name }: PasskeyDocument): Promise<void> => {
      const what = `the passkey “${name}” was refused, because its counter went back: it may have been copied`
      await operator.write(letter(person, what), [traced(person, id, 'sign_in.passkey_copied')])
    },
  }
}
