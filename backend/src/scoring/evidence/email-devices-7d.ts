import { partnersWithin } from '../partners-within.ts'

/** Telephone, laptop, work: three is usual. */
export const emailDevices7d = partnersWithin({
  kind: 'email',
  partner: 'device',
  window: '7d',
  title: 'Many devices with one e-mail in 7 days',
  family: 'device-activity',
  did: 'used this e-mail address',
  basis: 'judgement: likelihood ratios 1.1 and 1.3; counted as device evidence, since ids drift',
  points: [
    [4, -1],
    [6, -4],
  ],
})
