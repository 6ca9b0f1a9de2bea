import { tableOf } from '../testing/evidence-table.ts'
import { agentBot } from './agent-bot.ts'

const browser = { browser: 'Firefox', os: 'Linux', platform: 'desktop', bot: false } as const

tableOf(agentBot, [
  [
    'a program',
    { order: { agent: { ...browser, bot: true } } },
    true,
    -23,
    'The order came from a program, not from a browser',
  ],
  ['a browser', { order: { agent: browser } }, false, 0],
  ['a program that opened the page', { session: { agent: { ...browser, bot: true } } }, true, -23],
  [
    'what the store saw comes first',
    { order: { agent: browser }, session: { agent: { ...browser, bot: true } } },
    false,
    0,
  ],
  ['nothing was sent', {}, null],
])
