import type { Config } from './config.ts'
import { assessments } from './features/assessments/collections.ts'
import type { AccountRouteDeps } from './features/accounts/console-routes.ts'
import { createOperatorCookies } from './features/operators/cookies.ts'
import type { OperatorRouteDeps } from './features/operators/operator-routes.ts'
import { createDirectory } from './features/organisations/service.ts'
import type { Foundation } from './foundation.ts'
import type { Ground } from './ground.ts'
import type { People } from './platform/http/authenticators.ts'
import { Reply } from './platform/http/route.ts'

type Known = Pick<AccountRouteDeps, 'countryOf' | 'clientOf' | 'accountKey'>
const cookiesOf = ({ production }: Config) => createOperatorCookies({ secure: production })

export const createOperatorDoor = (
  { config, clock, foundation }: Pick<Ground, 'config' | 'clock' | 'foundation'>,
  { countryOf, clientOf, accountKey }: Known,
): OperatorRouteDeps => {
  const { operators, merchants } = foundation
  const directory = createDirectory(foundation)
  return {
    ...{ operators, merchants, clock, countryOf, clientOf, accountKey, cookies: cookiesOf(config) },
    peopleIn: async (organizationId) => (await directory.list(organizationId)).length,
    ordersSince: (crossed, merchantId, mode, since) =>
      crossed.of(merchantId, mode).count(assessments, { status: 'scored', received_at: { gte: since } }),
  }
}

/** An operator who looks comes first; whoever is signed in themselves as well is that again afterwards. */
export const peopleOf = ({ accounts, operators }: Pick<Foundation, 'accounts' | 'operators'>): People => ({
  authenticate: async (cookie) =>
    (await operators.impersonations.authenticate(cookie)) ?? accounts.authenticate(cookie),
})

/** For streams, whoever opened them. */
export const isStandingIn =
  ({ accounts, operators }: Pick<Foundation, 'accounts' | 'operators'>, clock: () => number) =>
  async (signInId: string, accessExpiresAt: number): Promise<boolean> => {
    if (!signInId.startsWith('ipn_')) return accounts.isStanding(signInId, accessExpiresAt)
    return clock() < accessExpiresAt && operators.impersonations.isStanding(signInId)
  }

export const impersonatingOf = (
  { operators: { impersonations } }: Pick<Foundation, 'operators'>,
  config: Config,
): AccountRouteDeps['impersonations'] => ({
  holder: impersonations.holder,
  running: impersonations.running,
  leave: async ({ sessionFamily }) => {
    await impersonations.endOne(sessionFamily, 'operator')
    return new Reply({ done: true as const }, { headers: { 'set-cookie': cookiesOf(config).noImpersonation() } })
  },
})
