import { createSecretKey } from 'node:crypto'
import { simulate } from '../simulator/simulate.mjs'

const dayMs = 86_400_000
const isBad = (truth) => truth !== 'good' && truth !== 'refusal'

/**
 * A simulated year through the pipeline, without learning: each order with its evidence as of its time. `training` holds
 * what was known at the cut; `heldOut` comes after it, from another seed, with the truth.
 */
export const createWorlds = async (pipeline) => {
  const { createDerive, createIpFacts, createPrepare, createStoreKeys, createStreamRun, noSchema } = pipeline
  const ips = await createIpFacts()
  await ips.networksReady
  const keys = createStoreKeys([createSecretKey(Buffer.alloc(32, 7))])

  return (settings) => {
    const { days, heldOutFrom, start } = settings
    const prepare = createPrepare(createDerive({ ips }), keys, { schema: noSchema, rival: null })
    const cut = Date.parse(start) + heldOutFrom * dayMs
    const orders = []
    const run = createStreamRun({
      trainEveryMs: null,
      maturityDays: 60,
      schema: noSchema,
      onJudged: ({ at, orderRef, facts }, values) => orders.push({ at, orderRef, facts, values }),
    })
    let known
    let number = 0
    for (const { line, truth } of simulate(settings)) {
      if (!known && Date.parse(line.at) >= cut) known = orders.map(({ orderRef }) => run.standingOf(orderRef))
      if (Date.parse(line.at) >= Date.parse(start) + days * dayMs) break
      const prepared = prepare((number += 1), JSON.stringify(line))
      if (prepared.type === 'broken') throw new Error(`line ${number}: ${prepared.problem}`)
      if (prepared.type !== 'order') run.told(prepared)
      else {
        run.order(prepared)
        orders.at(-1).bad = isBad(truth)
      }
    }
    const onCard = ({ facts }) => facts.method !== 'cod'
    const training = orders.flatMap((order, at) => {
      const { outcome, knownAt } = known[at] ?? {}
      const isKnown = (outcome === 'bad' || outcome === 'good') && knownAt < cut
      return isKnown && onCard(order) ? [{ ...order, bad: outcome === 'bad', knownAt }] : []
    })
    return { training, heldOut: orders.slice(known.length).filter(onCard), orders: orders.length }
  }
}
