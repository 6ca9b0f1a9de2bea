import { existsSync } from 'node:fs'
import { at } from './scripts/rollup/room.mjs'

/** One config file per room; each knows only its own inputs and outputs. */
const rooms = {
  collector: () => import('./collector/rollup.mjs'),
  backend: () => import('./backend/rollup.mjs'),
  dashboard: () => import('./dashboard/rollup.mjs'),
  sdk: () => import('./sdk/rollup.mjs'),
  demo: () => import('./demo/rollup.mjs'),
}

/** `rollup -c` builds all rooms, `rollup -c --configRoom collector,sdk` some. */
export default async ({ configRoom = Object.keys(rooms).join() }) => {
  const wanted = configRoom.split(',').filter((room) => existsSync(at(`${room}/rollup.mjs`)))
  const loaded = await Promise.all(wanted.map(async (room) => (await rooms[room]()).default))
  return loaded.flat()
}
