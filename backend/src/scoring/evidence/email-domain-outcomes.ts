import { confirmedOutcomes } from '../confirmed-outcomes.ts'

/** Domains of free mail have no profile; a domain of its own may be a whole firm, or made for fraud. */
export const emailDomainOutcomes = confirmedOutcomes({
  kind: 'email_domain',
  title: 'Bad outcomes with the same e-mail domain',
  goodTitle: 'Good outcomes with the same e-mail domain',
  family: 'outcomes',
  weight: 15,
})
