#!/usr/bin/env node
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { defaults, simulate } from './simulate.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: defaults.seed },
    store: { type: 'string', default: defaults.store },
    start: { type: 'string', default: defaults.start },
    days: { type: 'string', default: String(defaults.days) },
    'orders-per-day': { type: 'string', default: String(defaults.ordersPerDay) },
    'fraud-rate': { type: 'string', default: String(defaults.fraudRate) },
    labels: { type: 'string', default: defaults.labels },
    rival: { type: 'boolean', default: false },
    truth: { type: 'boolean', default: false },
  },
})

const lines = simulate({
  seed: values.seed,
  store: values.store,
  start: values.start,
  days: Number(values.days),
  ordersPerDay: Number(values['orders-per-day']),
  fraudRate: Number(values['fraud-rate']),
  labels: values.labels,
  rival: values.rival,
})
for (const { line, truth } of lines) {
  const told = values.truth && truth !== undefined ? { ...line, truth } : line
  if (!process.stdout.write(`${JSON.stringify(told)}\n`)) await once(process.stdout, 'drain')
}
