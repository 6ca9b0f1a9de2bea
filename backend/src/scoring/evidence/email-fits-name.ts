import { flag } from '../evidence.ts'

/** Whether the address holds a part of the name on the bill. Nicknames and shared mailboxes do not. */
export const emailFitsName = flag({
  name: 'email.fits_name',
  code: 'EMAIL_NOT_NAME',
  goodCode: 'EMAIL_FITS_NAME',
  title: 'E-mail address unlike the name',
  goodTitle: 'E-mail address that fits the name',
  family: 'email-name',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.8 and 1.15',
  missing: 'no readable e-mail address or no name was sent',
  points: { yes: 3, no: -2 },
  read: ({ order }) => order.email?.fitsName ?? null,
  say: (fits) => (fits ? 'The e-mail address fits the name' : 'The e-mail address does not resemble the name'),
})
