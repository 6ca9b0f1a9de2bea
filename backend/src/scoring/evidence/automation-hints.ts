import { count } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** Signs of a scripted browser that the collector saw. One alone may be an odd extension; people rarely show two. */
export const automationHints = count({
  name: 'automation.hints',
  code: 'AUTOMATION_HINTS',
  title: 'Signs of browser automation',
  family: 'automation',
  scope: 'device',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios of about 2.6, 5 and 7; shoppers show these signs in well under 1 % of visits',
  missing: 'no session, so no browser was seen',
  points: [
    [1, -14],
    [2, -23],
    [3, -28],
  ],
  read: ({ session }) => (session.state === 'found' ? session.automation.length : null),
  say: (n) => `The browser showed ${amountOf(n, 'sign')} of automation`,
})
