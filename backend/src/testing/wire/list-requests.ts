import { operator } from '../../features/audit/service.ts'
import { newKey } from '../house.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

const tenantOf = ({ shop }: World) => ({ merchantId: shop.merchantId, mode: 'test' }) as const
const never = '0'.repeat(26)

/** Where the database is gone, any will do. */
const spareItem = (world: World): Promise<string> =>
  world.house.services.lists
    .add(tenantOf(world), operator, { list: 'watch', kind: 'account', value: newKey() })
    .then(({ id }) => id)
    .catch(() => `lst_${never}`)

const spareImport = (world: World): Promise<string> =>
  world.house.services.lists.imports
    .start(tenantOf(world), operator, { name: 'file.csv' })
    .then(({ id }) => id)
    .catch(() => `imp_${never}`)

const anItem = () => ({ list: 'block', kind: 'email', value: 'jo@shop.example', reason: 'chargeback' })
const aPart = () => ({ first_line: 2, csv: 'list,kind,value\nblock,email,jo@shop.example\n' })

const consoleNetwork = '/console/v1/stores/:store/:mode/network'
const consoleLists = '/console/v1/stores/:store/:mode/lists'
const pathOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test/lists`

export const listRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'GET /v1/lists': () => ({ path: '/v1/lists?limit=1' }),
  'POST /v1/lists': () => ({ path: '/v1/lists', body: anItem() }),
  'POST /v1/lists/search': () => ({ path: '/v1/lists/search', body: { kind: 'email', value: 'jo@shop.example' } }),
  'GET /v1/lists/:id': async (world) => ({ path: `/v1/lists/${await spareItem(world)}` }),
  'PATCH /v1/lists/:id': async (world) => ({ path: `/v1/lists/${await spareItem(world)}`, body: { reason: 'known' } }),
  'DELETE /v1/lists/:id': async (world) => ({ path: `/v1/lists/${await spareItem(world)}` }),
  'GET /v1/lists/export': () => ({ path: '/v1/lists/export' }),
  'POST /v1/lists/imports': () => ({ path: '/v1/lists/imports', body: { name: 'file.csv' } }),
  'GET /v1/lists/imports/:id': async (world) => ({ path: `/v1/lists/imports/${await spareImport(world)}` }),
  'POST /v1/lists/imports/:id/parts': async (world) => ({
    path: `/v1/lists/imports/${await spareImport(world)}/parts`,
    body: aPart(),
  }),
  [`GET ${consoleLists}`]: (world) => ({ path: `${pathOf(world)}?limit=1` }),
  [`POST ${consoleLists}`]: (world) => ({ path: pathOf(world), body: anItem() }),
  [`POST ${consoleLists}/search`]: (world) => ({
    path: `${pathOf(world)}/search`,
    body: { kind: 'email', value: 'jo@shop.example' },
  }),
  [`GET ${consoleLists}/:id`]: async (world) => ({ path: `${pathOf(world)}/${await spareItem(world)}` }),
  [`PATCH ${consoleLists}/:id`]: async (world) => ({
    path: `${pathOf(world)}/${await spareItem(world)}`,
    body: { reason: 'known' },
  }),
  [`POST ${consoleLists}/:id/remove`]: async (world) => ({ path: `${pathOf(world)}/${await spareItem(world)}/remove` }),
  [`GET ${consoleLists}/export`]: (world) => ({ path: `${pathOf(world)}/export` }),
  [`POST ${consoleLists}/imports`]: (world) => ({ path: `${pathOf(world)}/imports`, body: { name: 'file.csv' } }),
  [`GET ${consoleLists}/imports/:id`]: async (world) => ({
    path: `${pathOf(world)}/imports/${await spareImport(world)}`,
  }),
  [`POST ${consoleLists}/imports/:id/parts`]: async (world) => ({
    path: `${pathOf(world)}/imports/${await spareImport(world)}/parts`,
    body: aPart(),
  }),
  'GET /v1/network/summary': () => ({ path: '/v1/network/summary' }),
  [`GET ${consoleNetwork}`]: ({ shop }) => ({ path: `/stores/${shop.merchantId}/test/network` }),
  [`POST ${consoleNetwork}/sharing`]: ({ shop }) => ({
    path: `/stores/${shop.merchantId}/test/network/sharing`,
    body: { on: false },
  }),
}
