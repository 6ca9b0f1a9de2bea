import { days } from '../evidence.ts'
import { daysAgo } from '../wording.ts'

/** How fresh the last bad outcome is. Waves come within weeks. */
export const groupBadDays = days({
  name: 'group.bad_days',
  code: 'GROUP_BAD_LATELY',
  title: 'Linked order turned out bad lately',
  family: 'outcomes',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 1.5 within a week, 1.25 within a month, of the same family',
  missing: 'no linked order is known to be bad',
  points: [
    [0, -6],
    [7, -3],
    [30, 0],
  ],
  read: ({ now }, past) => {
    const last = past.group()?.lastBadAt ?? null
    return last === null ? null : Math.max(0, Math.floor((now - last) / 86_400_000))
  },
  say: (age) => `A linked order was found to be bad ${daysAgo(age)}`,
})
