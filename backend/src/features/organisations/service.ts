import type { OrganisationDeps } from './deps.ts'
import { createForget } from './forget.ts'
import { createInvitations } from './invitations.ts'
import { createMembers } from './members.ts'

export { createDirectory, type Member } from './members.ts'
export { createPlaces, type Places } from './places.ts'

/** People and the organisations they belong to. */
export const createOrganisations = (deps: OrganisationDeps) => ({
  members: createMembers(deps),
  invitations: createInvitations(deps),
  places: deps.places,
  enter: deps.accounts.enter,
  createStore: deps.merchants.create,
  named: deps.merchants.organization,
  rename: deps.merchants.renameOrganization,
  forget: createForget(deps),
})
export type OrganisationService = ReturnType<typeof createOrganisations>
