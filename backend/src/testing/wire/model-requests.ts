import type { Honest } from './honest.ts'
import type { World } from './world.ts'
import { plantModel } from '../plant-model.ts'

const consoleModels = '/console/v1/stores/:store/:mode/models'
const pathOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test/models`

/** Where the database is gone, any will do. */
const aModel = (world: World): Promise<string> =>
  plantModel(world.house, { merchantId: world.shop.merchantId, mode: 'test' }).catch(() => `mdl_${'0'.repeat(26)}`)

export const modelRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  [`GET ${consoleModels}`]: (world) => ({ path: pathOf(world) }),
  [`PATCH ${consoleModels}`]: (world) => ({ path: pathOf(world), body: { automatic: true } }),
  [`GET ${consoleModels}/training`]: (world) => ({ path: `${pathOf(world)}/training` }),
  [`GET ${consoleModels}/:id`]: async (world) => ({ path: `${pathOf(world)}/${await aModel(world)}` }),
  [`POST ${consoleModels}/train`]: (world) => ({ path: `${pathOf(world)}/train` }),
  [`POST ${consoleModels}/:id/promote`]: async (world) => ({
    path: `${pathOf(world)}/${await aModel(world)}/promote`,
    body: { override: true },
  }),
  [`POST ${consoleModels}/return`]: async (world) => {
    await world.person
      .post(`${pathOf(world)}/${await aModel(world)}/promote`, { override: true })
      .catch(() => undefined)
    return { path: `${pathOf(world)}/return`, body: { card: 'standard' } }
  },
}
