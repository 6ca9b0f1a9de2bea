import type { z } from 'zod'
import type { Done, Me, RunningImpersonation } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Person } from '../../platform/http/authenticators.ts'
import { Reply, type RequestContext } from '../../platform/http/route.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { Cookies, SignedIn } from './cookies.ts'
import type { AccountService } from './service.ts'
import type { Visitor } from './visitor.ts'

/** What accounts need to know of an operator who looks. */
export interface Impersonating {
  /** Who is running the session of this caller. Throws `sign_in_required` when it is over. */
  holder(person: Person): Promise<{ readonly id: string; readonly name: string; readonly email: string }>
  running(organizationId: string): Promise<RunningImpersonation | null>
  leave(person: Person): Promise<Reply<z.infer<typeof Done>>>
}

export interface AccountRouteDeps {
  readonly impersonations: Impersonating
  readonly accounts: AccountService
  readonly merchants: Pick<MerchantService, 'ofOrganization' | 'organization'>
  readonly cookies: Cookies
  readonly signUp: 'open' | 'closed'
  /** Shown where letters lie on the machine of whoever looks. */
  readonly mailFolder: string | null
  readonly countryOf: (ip: string) => string | null
  readonly clientOf: (userAgent: string) => string | null
  /** The account a request without a sign-in is about, told apart by browsers that signed in to it before. */
  readonly accountKey: (email: string, device: string | undefined) => string
}

export const createVisitorOf =
  ({ countryOf, clientOf, cookies }: AccountRouteDeps) =>
  ({ ip, userAgent, cookie }: RequestContext): Visitor => ({
    ip,
    country: countryOf(ip),
    client: userAgent === null ? null : clientOf(userAgent),
    device: cookies.read(cookie, 'device'),
  })

export const createMe =
  ({ accounts, merchants, impersonations }: AccountRouteDeps) =>
  async (person: Person): Promise<z.infer<typeof Me>> => {
    const { personId, organizationId, role, owesSecondFactor } = person
    const { id, name, email } =
      role === 'operator' ? await impersonations.holder(person) : await accounts.person(personId)
    const organization = await merchants.organization(organizationId)
    const stores = await merchants.ofOrganization(organizationId)
    return {
      person: { id, name, email },
      role,
      organization: { ...organization, closed: person.organizationClosed === true },
      impersonation: await impersonations.running(organizationId),
      owes_second_factor: owesSecondFactor === true,
      colleagues: (await accounts.colleagues(organizationId)).map((one) => ({ ...one })),
      stores: stores.map((store) => ({
        id: store.merchantId,
        name: store.name,
        time_zone: store.timeZone,
        order_url: store.orderUrl,
      })),
    }
  }

/** Who was let in, told with their cookies. */
export const createWelcome = (deps: AccountRouteDeps) => {
  const { accounts, cookies } = deps
  const me = createMe(deps)
  return async (signedIn: SignedIn): Promise<Reply<z.infer<typeof Me>>> => {
    const person = await accounts.holderOf(signedIn.access)
    // Right password, and a member of nothing any more.
    if (!person) throw new AppError('sign_in_required')
    return new Reply(await me(person), { headers: { 'set-cookie': cookies.set(signedIn) } })
  }
}
