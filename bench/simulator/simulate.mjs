import { createChance } from './chance.mjs'
import { createCustomers, honestOrder } from './honest.mjs'
import { labelPlans } from './labels.mjs'
import { hours, seasonOf, stores } from './stores.mjs'
import { startEpisode } from './thieves.mjs'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export const defaults = {
  seed: 'goodfaith',
  store: 'fashion',
  start: '2025-03-01T00:00:00Z',
  days: 365,
  ordersPerDay: 100,
  /** Of all orders, roughly; refused deliveries not among them. */
  fraudRate: 0.01,
  labels: 'realistic',
  /** Orders from this day on are drawn from `heldOutSeed`: the same store and people, other days. */
  heldOutFrom: Infinity,
  heldOutSeed: '',
  /** Adds `custom_inputs.rival_score`, another tool's opinion of the same orders: 0 to 1, more is worse. */
  rival: false,
}

/** Thieves learn, and never all of it. */
const careOf = (progress) => 0.15 + 0.45 * progress

const driftFrom = 0.6

const shortly = (chance, day) => day + Number(chance.weighted({ ...hours })) * hourMs + chance.below(hourMs)

/** What another tool would have said: it sees something, not everything. */
const rivalScore = (chance, truth) => {
  const seen = chance.normal() + (truth === 'good' || truth === 'refusal' ? -2.6 : truth === 'friendly' ? -2 : -1.3)
  return Math.round(1e4 / (1 + Math.exp(-seen))) / 1e4
}

const byTime = (one, other) => one.at - other.at

/** A day of one store. Its draws are its own: another day cannot move them. */
const ordersOfDay = (chance, world, day, plan) => {
  const mean = plan.ordersPerDay * seasonOf(day)
  const times = Array.from({ length: chance.poisson(mean * (1 - plan.fraudRate)) }, () => shortly(chance, day))
  const disputeRate = Math.min(0.6, plan.fraudRate * 18)
  const orders = times.sort((one, other) => one - other).map((at) => honestOrder(chance, { ...world, at, disputeRate }))
  world.appetite += mean * plan.fraudRate * 0.85 * chance.between(0.3, 1.7)
  while (world.appetite >= 1) {
    const episode = startEpisode(chance, world, day)
    world.appetite -= episode.length
    world.planned.push(...episode)
  }
  const due = world.planned.filter(({ at }) => at < day + dayMs)
  world.planned = world.planned.filter(({ at }) => at >= day + dayMs)
  return [...orders, ...due].sort(byTime)
}

const iso = (at) => new Date(at).toISOString()

/**
 * A store's past, line by line in time order: `{ line, truth }` where `line` is one of a historical stream (docs/replay.md)
 * and `truth`, of orders only, is what nobody was told. The same settings give the same lines.
 */
export function* simulate(settings = {}) {
  const plan = { ...defaults, ...settings }
  const store = stores[plan.store]
  const tell = labelPlans[plan.labels]
  if (!store || !tell) throw new Error(`no store ${plan.store} or no labels ${plan.labels}`)
  let number = 0
  const customers = createCustomers(store)
  const world = { store, customers, planned: [], appetite: 0, usual: usualAmount(store) }
  let told = []
  const start = Date.parse(plan.start)

  for (let index = 0; index < plan.days; index += 1) {
    const day = start + index * dayMs
    const progress = index / plan.days
    const held = index >= plan.heldOutFrom
    const chance = createChance(held ? `${plan.seed}/${plan.heldOutSeed}` : plan.seed, `${plan.store}/${iso(day)}`)
    Object.assign(world, { care: careOf(progress), drifted: progress >= driftFrom })
    const orders = ordersOfDay(chance, world, day, plan)
    const lines = []
    for (const { at, body, truth } of orders) {
      // Numbered as they come, as shops do it.
      body.order.id = `o-${(number += 1).toString(36)}`
      if (plan.rival) body.custom_inputs.rival_score = rivalScore(chance, truth)
      lines.push({ at, truth, line: { type: 'order', at: iso(at), request: body } })
      for (const { at: toldAt, ...label } of tell(chance, at, truth)) {
        told.push({ at: toldAt, line: { type: 'label', at: iso(toldAt), order_id: body.order.id, ...label } })
      }
    }
    lines.push(...told.filter(({ at }) => at < day + dayMs))
    told = told.filter(({ at }) => at >= day + dayMs)
    for (const { line, truth } of lines.sort(byTime)) yield truth === undefined ? { line } : { line, truth }
  }
  // What becomes known after the last order.
  for (const { line } of told.sort(byTime)) yield { line }
}

/** Where amounts begin to be unusual here, as one finds out by trying. */
const usualAmount = (store) => {
  const [usual] = [...store.categories].sort((one, other) => other.weight - one.weight)
  return 3.2 * usual.median
}
