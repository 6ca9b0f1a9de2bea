import { now, minutes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderAttempts } from './order-attempts.ts'

const attempt = { at: now - minutes, score: 60, amount: 5_000 }

tableOf(orderAttempts, [
  ['the first', {}, 0, 0],
  ['while they cannot be read', { unavailable: ['attempts'] }, null],
  ['one before', { attempts: [attempt] }, 1, -1, '1 earlier attempt at this order'],
  [
    'five before',
    { attempts: [attempt, attempt, attempt, attempt, attempt] },
    5,
    -13,
    '5 earlier attempts at this order',
  ],
])
