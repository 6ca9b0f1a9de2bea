import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { createCarrier } from '../../platform/identifiers/carrier.ts'
import { versionOf, type Ladder } from '../../platform/vault/ladder.ts'
import { devices, type DeviceDocument } from './collections.ts'

/** A visit that comes between is not lost: the device is met again when the former names are removed. */
const climb = async (scope: Documents, device: DeviceDocument, ladder: Ladder): Promise<boolean> => {
  if (device.networks.every((name) => versionOf(name) >= ladder.newest)) return false
  const networks = [...new Set(device.networks.map(ladder.carry))]
  const expect = { last_seen_at: device.last_seen_at }
  try {
    await scope.write({ update: devices, id: device.id, changes: { set: { networks } }, expect })
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/** Names of the networks that devices came from. */
export const createNetworkCarrier = () => createCarrier<DeviceDocument>(devices, { copy: climb, settle: climb })
