import { knownDays } from '../known-days.ts'

/** Domains of free mail have no history; a domain of its own that nobody ever used here is a little worse than one known. */
export const emailDomainKnownDays = knownDays({
  kind: 'email_domain',
  thing: 'e-mail domain',
  family: 'known',
  basis: 'judgement: likelihood ratios 1.15 when new, 0.8 after three months',
  points: [
    [0, -2],
    [1, 0],
    [30, 2],
    [90, 3],
  ],
})
