/** Who a person is in an organisation, from most to least. */
export const roles = ['owner', 'admin', 'approver', 'viewer'] as const
export type Role = (typeof roles)[number]

/** `operator`: whoever runs the installation and looks at an organisation, with a reason and for half an hour. Nobody is given it. */
export const actingRoles = [...roles, 'operator'] as const
export type ActingRole = (typeof actingRoles)[number]

const everybody = roles
/** The operator sees what everybody sees, and changes nothing. */
const lookers = actingRoles
const deciders = ['owner', 'admin', 'approver'] as const
const keepers = ['owner', 'admin'] as const
const owners = ['owner'] as const

interface Grant {
  /** What one may do with it, as docs/roles.md says it. */
  readonly what: string
  readonly roles: readonly ActingRole[]
}

/**
 * The only table of who may do what. Each route of the console names one permission and the door compares; controls of
 * the dashboard ask the same table; docs/roles.md is written from it.
 */
const table = {
  presence: { what: 'See who is signed in and to what, sign out', roles: lookers },
  account: { what: 'See where they are signed in, and their organisations', roles: everybody },
  'account.change': { what: 'Change their own name, address, password and factors', roles: everybody },
  'orders.read': { what: 'See orders, their history, profiles, numbers and labels', roles: lookers },
  'orders.label': { what: 'Say what became of an order', roles: deciders },
  'reviews.read': { what: 'See the review queue', roles: lookers },
  'reviews.decide': { what: 'Claim, note, escalate and decide reviews', roles: deciders },
  'reviews.oversee': {
    what: 'Decide what was escalated, take over or take back what others decided',
    roles: keepers,
  },
  'lists.read': { what: 'See allow, block and watch lists', roles: lookers },
  'lists.change': { what: 'Add, change, remove, import and export list items', roles: deciders },
  'rules.read': {
    what: 'See rules, evidence and the policy, and try changes on past orders',
    roles: lookers,
  },
  'rules.change': { what: 'Write, switch and remove rules', roles: keepers },
  'policy.change': { what: 'Change thresholds, plan and weights', roles: keepers },
  'models.read': { what: 'See models and how they were fitted', roles: lookers },
  'models.change': { what: 'Train, promote and return models', roles: keepers },
  'network.read': { what: 'See what is shared with other stores', roles: lookers },
  'network.share': { what: 'Switch sharing with other stores', roles: owners },
  'settings.read': { what: "See the store's settings and how it is installed", roles: lookers },
  'settings.change': { what: "Change the store's settings, remove its samples", roles: keepers },
  'keys.read': { what: 'See keys and what was asked with them', roles: [...keepers, 'operator'] },
  'keys.change': { what: 'Make, rotate and revoke keys', roles: keepers },
  'people.read': { what: 'See who belongs to the organisation', roles: everybody },
  'people.change': {
    what: 'Invite, remove and change the role of people below themselves',
    roles: keepers,
  },
  'organization.change': {
    what: 'Hand over ownership, name the organisation, add stores, ask everybody for a second factor',
    roles: owners,
  },
  'organization.close': { what: 'Delete stores, close the organisation, take either back for 30 days', roles: owners },
  'impersonation.read': { what: 'See when the operator looked, and why', roles: keepers },
  'impersonation.change': { what: 'Let the operator look, or no longer', roles: owners },
  'audit.read': { what: 'See, verify and export the audit log', roles: keepers },
} as const satisfies Readonly<Record<string, Grant>>

export type Permission = keyof typeof table
export const permissions: Readonly<Record<Permission, Grant>> = table
export const permissionNames = Object.keys(table) as readonly Permission[]

export const isAllowed = (role: ActingRole, permission: Permission): boolean =>
  permissions[permission].roles.includes(role)
