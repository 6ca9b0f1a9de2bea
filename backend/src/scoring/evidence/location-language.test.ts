import { homeIp } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { locationLanguage } from './location-language.ts'

tableOf(locationLanguage, [
  ['by region', { session: { languages: ['tr-DE'] } }, true, 2, 'Browser language and country of the IP address agree'],
  ['by language', { session: { languages: ['fr', 'de'] } }, true, 2],
  ['by language, of another region', { session: { languages: ['de-AT'] } }, true, 2],
  [
    'differs',
    { session: { languages: ['fr-FR', 'fr', 'en'] } },
    false,
    -5,
    'The browser language is unusual for the country of the IP address',
  ],
  ['only English', { session: { languages: ['en-US', 'en'] } }, null],
  ['none', { session: { languages: [] } }, null],
  ['a language that is not in the table', { session: { languages: ['yo'] } }, null],
  ['a hostile name', { session: { languages: ['__proto__', 'constructor'] } }, null],
  ['no session', { order: { ip: homeIp } }, null],
])
