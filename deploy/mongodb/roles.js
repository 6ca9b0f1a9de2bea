/*
 * Least-privilege roles for a MongoDB with access control, for mongosh, as an administrator:
 *
 *   mongosh "mongodb://admin@host/goodfaith" deploy/mongodb/roles.js
 *   db.createUser({ user: 'goodfaith-api', pwd: passwordPrompt(), roles: ['goodfaithApi'] })
 *
 * The database in the address is the one that DATABASE_URL names. One process with all roles uses goodfaithServer; apart,
 * each uses its own. Indexes are made by the first start with goodfaithOwner (no other may make them), and after an
 * upgrade that adds some: `DATABASE_URL=<owner> npx goodfaith doctor` is enough.
 *
 * Untried on a real mongod: these commands are written from the manual, and a test only holds that every collection is
 * named and that none that is append-only can be changed. Try them on a copy first.
 */

const read = ['find', 'listIndexes']
const add = [...read, 'insert']
const change = [...add, 'update']
const all = [...change, 'remove']

/** Inserts and reads, for everyone: neither entry nor policy is ever changed or removed. */
const appendOnly = ['audit', 'audit_operator', 'audit_links', 'policies', 'rule_versions']

/** Looked up with every request, whoever it is for. */
const directory = ['merchants', 'organizations', 'api_key_tokens', 'vault_master', 'revisions']

const changeable = [
  ...directory,
  ...[
    'api_keys',
    'vault_keys',
    'people',
    'sign_ins',
    'mails',
    'account_links',
    'account_requests',
    'second_factors',
    'sign_in_delays',
    'sign_in_rules',
    'passkeys',
    'memberships',
    'invitations',
    'closings',
    'operators',
    'operator_sessions',
    'impersonations',
    'impersonation_rules',
    'sessions',
    'devices',
    'assessments',
    'profiles',
    'norms',
  ],
  ...['counters', 'idempotency', 'outbox', 'leases', 'servers', 'audit_progress', 'rotations', 'samples'],
  ...['labels', 'outcomes', 'outcome_totals', 'maturity', 'order_events', 'reviews', 'rescores', 'order_packs'],
  ...['list_items', 'list_imports', 'lists_in_use', 'rule_counts', 'models', 'learning', 'key_requests'],
  ...['network_members', 'network_rows', 'network_summaries', 'network_models'],
]

/** What scoring looks at beside the order itself. */
const scoredWith = ['list_items', 'lists_in_use', 'models', 'learning', 'network_members', 'network_summaries']

const each = (collections, actions) => Object.fromEntries(collections.map((collection) => [collection, actions]))

/** What each role does with each collection; what is not named is out of its reach. */
const roles = {
  goodfaithServer: { ...each(changeable, all), ...each(appendOnly, add) },
  goodfaithEdge: {
    ...each(directory, read),
    closings: read,
    ...each(['audit', 'audit_operator'], add),
    ...{ api_keys: change, key_requests: add, vault_keys: add, sessions: change, devices: change, leases: all },
  },
  goodfaithApi: {
    ...each(directory, read),
    closings: read,
    ...each(['audit', 'audit_operator'], add),
    ...each(['policies', 'counters', 'norms', 'audit_links', 'rotations', ...scoredWith], read),
    ...each(['labels', 'outcomes', 'outcome_totals', 'maturity', 'order_events', 'reviews', 'rescores'], change),
    ...each(['list_items', 'list_imports', 'lists_in_use'], all),
    ...{ rule_versions: add, rule_counts: read, order_packs: read, merchants: change, servers: all },
    ...each(['api_keys', 'sessions', 'devices', 'assessments', 'profiles', 'outbox'], change),
    ...{ vault_keys: add, idempotency: all, leases: all, key_requests: add },
  },
  goodfaithConsole: {
    ...each(directory, change),
    ...each(appendOnly, add),
    ...each(['sessions', 'devices', 'assessments', 'profiles', 'norms', 'counters', 'outbox'], read),
    ...each(['labels', 'outcomes', 'outcome_totals', 'maturity', 'order_events', 'reviews', 'rescores'], change),
    ...each(['list_items', 'list_imports', 'lists_in_use', 'models', 'learning', 'samples'], all),
    ...each(['rule_counts', 'order_packs', 'network_summaries', 'network_models', 'rotations', 'key_requests'], read),
    ...{ network_members: change, servers: all },
    ...{ api_keys: change, vault_keys: change, people: all, sign_ins: all, mails: add, leases: all },
    ...each(['account_links', 'second_factors', 'passkeys', 'memberships', 'closings'], all),
    ...each(['sign_in_delays', 'sign_in_rules', 'invitations'], change),
    ...{ account_requests: add },
    ...each(['operators', 'operator_sessions', 'impersonations', 'impersonation_rules'], change),
  },
  goodfaithWorker: {
    ...each(directory, read),
    ...each(appendOnly, add),
    ...each(
      changeable.filter((name) => !directory.includes(name)),
      all,
    ),
    ...{ merchants: change, organizations: change, api_key_tokens: all, vault_keys: change },
  },
  goodfaithOwner: each([...changeable, ...appendOnly], [...read, 'createCollection', 'createIndex']),
}

const privilegesOf = (reach) =>
  Object.entries(reach).map(([collection, actions]) => ({ resource: { db: db.getName(), collection }, actions }))

for (const [role, reach] of Object.entries(roles)) {
  const definition = { privileges: privilegesOf(reach), roles: [] }
  if (db.getRole(role)) db.updateRole(role, definition)
  else db.createRole({ role, ...definition })
}
