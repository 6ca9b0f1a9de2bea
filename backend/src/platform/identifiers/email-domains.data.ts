/** Two names of one mailbox, as the provider documents it. */
export const sameDomains: ReadonlyMap<string, string> = new Map([['googlemail.com', 'gmail.com']])

/** Domains where dots in the local part mean nothing (support.google.com/mail/answer/7436150). */
export const dotlessDomains: ReadonlySet<string> = new Set(['gmail.com'])

/** Slips of the finger for large providers: letters swapped, doubled, dropped or beside the right one. None is a mail provider. */
const typosOf: Readonly<Record<string, readonly string[]>> = {
  'gmail.com':
    'gmial.com gmai.com gmal.com gmil.com gmaill.com gmail.con gmail.cm gmail.om gmail.comm gmail.cmo gmail.cpm gmail.vom gmail.xom gmsil.com gnail.com gmaul.com gmaio.com gamil.com gmali.com gmaiil.com ggmail.com gmmail.com gmqil.com'.split(
      ' ',
    ),
  'hotmail.com':
    'hotmial.com hotmal.com hotmil.com hotmai.com hotmaill.com hotmail.con hotmail.cm hotmail.om hotmail.comm hotmail.vom htomail.com hotnail.com hotamil.com hotmaul.com hotmali.com hoymail.com hotmsil.com'.split(
      ' ',
    ),
  'outlook.com':
    'outlok.com outloo.com outlook.con outlook.cm outlook.om outllok.com outlool.com oulook.com outlokk.com'.split(' '),
  'yahoo.com': 'yaho.com yahooo.com yhoo.com yahoo.con yahoo.cm yahoo.om yhaoo.com yaoo.com yahho.com uahoo.com'.split(
    ' ',
  ),
  'icloud.com': 'iclod.com icloud.con icloud.cm icloud.om icoud.com iclould.com iclooud.com icluod.com'.split(' '),
  'aol.com': 'aol.con aol.cm aol.om aoll.com'.split(' '),
  'live.com': 'live.con live.cm live.om'.split(' '),
  'gmx.de': 'gmx.dee gmx.ed gnx.de gmxx.de'.split(' '),
  'web.de': 'web.dee web.ed wbe.de weeb.de'.split(' '),
}

export const typoDomains: ReadonlyMap<string, string> = new Map(
  Object.entries(typosOf).flatMap(([right, wrong]) => wrong.map((domain) => [domain, right] as const)),
)
