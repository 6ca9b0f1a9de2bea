import { createId } from '../../platform/ids.ts'
import { operatorAuditEntry } from '../audit/service.ts'
import { mailEntry } from '../mail/service.ts'
import type { AccessTokens } from './access-token.ts'
import { signIns, type Factor, type PersonDocument, type SignInDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import type { AccountDeps } from './deps.ts'
import { createRefreshToken, refreshTokenMs } from './refresh-token.ts'
import type { SecondFactor } from './second-factor/second-factor.ts'
import { saysWhy, unusualOf, type Unusual } from './unusual.ts'
import { createDevices, type Visitor } from './visitor.ts'

type Deps = AccountDeps & { readonly accessTokens: AccessTokens; readonly secondFactor: SecondFactor }

export interface Arrival {
  readonly person: PersonDocument
  readonly factor: Factor
  readonly visitor: Visitor
  /** Wrong passwords before this one. */
  readonly failures: number
}

/** Whoever comes here has shown all that was asked for. */
export const createOpenSignIn = (deps: Deps) => {
  const { documents, clock, vault, settings, accessTokens, secondFactor } = deps
  const operator = documents.operator()
  const devices = createDevices(vault)

  const unusual = async ({ person, visitor, failures }: Arrival, now: number): Promise<readonly Unusual[]> => {
    const sort = { field: 'created_at', direction: 'desc' } as const
    const { items } = await operator.find(signIns, { person_id: person.id }, { sort, limit: 1 })
    return unusualOf({
      ...{ country: visitor.country, failures, now, former: items },
      isKnownBrowser: devices.known(person.email_ref, visitor.device) !== undefined,
      countries: (await secondFactor.of(person.id)).countries,
    })
  }

  const traces = ({ person, factor, visitor }: Arrival, signInId: string, found: readonly Unusual[], at: number) => {
    const about = {
      ...{ organization_id: person.organization_id, at },
      actor: { type: 'person', id: person.id } as const,
      object: { type: 'sign_in', id: signInId },
    }
    const trace = operatorAuditEntry({ ...about, action: 'sign_in.succeeded', details: { factor } })
    if (found.length === 0) return [trace]
    const data = {
      ...{ why: saysWhy(found), at: new Date(at).toUTCString(), security: `${settings.linkBase}/account` },
      country: visitor.country ?? 'Not known',
      client: visitor.client ?? 'Not known',
    }
    const details = { causes: found.join(' '), country: visitor.country }
    return [
      trace,
      operatorAuditEntry({ ...about, action: 'sign_in.unusual', details }),
      mailEntry({ kind: 'unusual-sign-in', to: person.email, data }, { at }),
    ]
  }

  return async (arrival: Arrival): Promise<SignedIn> => {
    const { person, factor, visitor } = arrival
    const now = clock()
    const found = await unusual(arrival, now)
    const id = createId('rfr', now)
    const refresh = createRefreshToken(id)
    const document: SignInDocument = {
      ...{ id, person_id: person.id, token_digest: refresh.digest, created_at: now, rotated_at: now },
      ...{ expires_at: now + refreshTokenMs, revoked_at: null, factor, unusual: found },
      ...{ country: visitor.country, client: visitor.client },
    }
    await operator.write({ insert: signIns, document }, traces(arrival, id, found, now))
    if (visitor.country !== null) await secondFactor.noteCountry(person.id, visitor.country)
    return {
      personId: person.id,
      access: await accessTokens.issue(person.id, id),
      refresh: refresh.text,
      device:
        devices.known(person.email_ref, visitor.device) === undefined
          ? devices.issue(person.email_ref)
          : (visitor.device ?? ''),
    }
  }
}
