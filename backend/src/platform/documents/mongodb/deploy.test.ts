import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { collections } from '../../../collections.ts'
import { uniqueIndexes } from './unique-keys.ts'

/** Runs a script of deploy/mongodb as mongosh would, on a database that only listens. */
const run = (script: string) => {
  const roles = new Map<string, ReadonlyMap<string, readonly string[]>>()
  const shardKeys = new Map<string, string[]>()
  interface Definition {
    readonly role: string
    readonly privileges: readonly { readonly resource: { readonly collection: string }; readonly actions: string[] }[]
  }
  const text = readFileSync(resolve(__dirname, '../../../../../deploy/mongodb', script), 'utf8')
  runInNewContext(text, {
    db: {
      getName: () => 'goodfaith',
      getRole: () => null,
      createRole: ({ role, privileges }: Definition) =>
        roles.set(role, new Map(privileges.map(({ resource, actions }) => [resource.collection, actions]))),
      getCollection: () => ({ createIndex: () => undefined }),
    },
    sh: {
      enableSharding: () => undefined,
      shardCollection: (name: string, key: object) => shardKeys.set(name.replace('goodfaith.', ''), Object.keys(key)),
    },
  })
  return { roles, shardKeys }
}

const names = (some: typeof collections) => some.map(({ name }) => name).sort()

test('the server and the owner reach every collection, and nothing else', () => {
  const { roles } = run('roles.js')
  const everything = [...names(collections), 'leases'].sort()
  for (const role of ['goodfaithServer', 'goodfaithOwner']) {
    expect([...(roles.get(role)?.keys() ?? [])].sort()).toEqual(everything)
  }
})

test('no role changes or removes what is append-only', () => {
  const { roles } = run('roles.js')
  expect(roles.size).toBe(6)
  for (const [, reach] of roles) {
    for (const { name } of collections.filter(({ appendOnly }) => appendOnly)) {
      expect(reach.get(name) ?? []).not.toContain('update')
      expect(reach.get(name) ?? []).not.toContain('remove')
    }
  }
})

test('shard keys name every collection of merchants, and their unique indexes begin with them', () => {
  const { shardKeys } = run('shard-keys.js')
  const owned = collections.filter(({ scope }) => scope === 'merchant')
  expect([...shardKeys.keys()].sort()).toEqual(names(owned))
  for (const declared of owned) {
    const key = uniqueIndexes(declared).length > 0 ? ['m', 't'] : ['m', 't', '_id']
    expect([declared.name, shardKeys.get(declared.name)]).toEqual([declared.name, key])
  }
})
