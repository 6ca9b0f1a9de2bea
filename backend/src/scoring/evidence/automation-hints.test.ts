import { tableOf } from '../testing/evidence-table.ts'
import { automationHints } from './automation-hints.ts'

tableOf(automationHints, [
  ['none', { session: {} }, 0, 0],
  ['one', { session: { automation: ['webdriver'] } }, 1, -14, 'The browser showed 1 sign of automation'],
  ['two', { session: { automation: ['webdriver', 'headless'] } }, 2, -23, 'The browser showed 2 signs of automation'],
  ['many', { session: { automation: ['a', 'b', 'c', 'd'] } }, 4, -28],
  ['no session', {}, null],
])
