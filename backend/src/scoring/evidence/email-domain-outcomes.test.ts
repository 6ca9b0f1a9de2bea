import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDomainOutcomes } from './email-domain-outcomes.ts'

tableOf(emailDomainOutcomes, [
  [
    'nothing is known yet',
    { profiles: { email_domain: profileOf([]) } },
    0,
    0,
    'Outcomes with this e-mail domain: the usual risk',
  ],
  [
    'one bad order',
    { profiles: { email_domain: withOutcomes({ bad: 1 }) } },
    2.94,
    -12,
    'Outcomes with this e-mail domain: 7.7 times the usual risk',
  ],
  [
    'three good ones',
    { profiles: { email_domain: withOutcomes({ good: 3 }) } },
    -0.27,
    3,
    'Outcomes with this e-mail domain: 83 % of the usual risk',
  ],
  ['taken back', { profiles: { email_domain: withOutcomes({ bad: 1 }, { bad: -1 }) } }, 0, 0],
  ['not sent', {}, null],
])
