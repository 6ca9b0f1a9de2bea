import { Done, Impersonations, ImpersonationSwitch } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import type { OperatorService } from './service.ts'

const path = '/console/v1/impersonation'

/** The merchant's side: who looked, and whether anybody may. */
export const impersonationRoutes = ({ impersonations }: Pick<OperatorService, 'impersonations'>): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'Whether the operator may look at this organisation, and when and why it happened',
    caller: 'person',
    permission: 'impersonation.read',
    reads: 'audit',
    reply: Impersonations,
    handle: async ({ caller }) => {
      const { organizationId } = personOf(caller)
      const { allowed } = await impersonations.ruleOf(organizationId)
      return { allowed, data: await impersonations.past(organizationId) }
    },
  }),
  route({
    method: 'POST',
    path,
    summary: 'Let the operator look, or no longer: what is running ends at once',
    caller: 'person',
    permission: 'impersonation.change',
    body: ImpersonationSwitch,
    reply: Done,
    handle: async ({ caller, body }) => {
      await impersonations.allow(personOf(caller), body.allowed)
      return { done: true as const }
    },
  }),
]
