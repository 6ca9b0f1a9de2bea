/**
 * What the dashboard and the server say to each other under /console/v1. Routes of a store carry store and mode in their
 * path: /console/v1/stores/:store/:mode/… with mode `test` or `live`. GET …/stream answers server-sent events: `order`
 * with an OrderRow as data; it ends within 2 s of a sign-out.
 */
export * from './console/impersonation.ts'
export * from './console/keys.ts'
export * from './console/accounts.ts'
export * from './console/closings.ts'
export * from './console/labels.ts'
export * from './console/lists.ts'
export * from './console/models.ts'
export * from './console/network.ts'
export * from './console/orders.ts'
export * from './console/organisations.ts'
export * from './console/overview.ts'
export * from './console/passkeys.ts'
export * from './console/people.ts'
export * from './console/policy.ts'
export * from './console/profiles.ts'
export * from './console/reviews.ts'
export * from './console/rules.ts'
export * from './console/samples.ts'
export * from './console/setup.ts'
export * from './console/trail.ts'
