import { habits, now } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { hourOf } from '../habits.ts'
import { orderHourRatio } from './order-hour-ratio.ts'

const hours = (n: number) => ({ habits: { ...habits, hours: new Array<number>(168).fill(1).with(hourOf(now), n) } })

tableOf(orderHourRatio, [
  ['a usual hour', { norms: hours(1) }, 1, 0],
  ['a quiet one', { norms: hours(0.2) }, 0.2, -2, 'In this hour of the week 20 % of an average hour is ordered'],
  ['nobody orders then', { norms: hours(0) }, 0, -5],
  ['too few orders', {}, null],
])
