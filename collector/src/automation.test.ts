import { automationHints } from '#contract/automation.ts'
import { hintsOf, hints } from './automation.ts'
import type { Page } from './automation/page.ts'

const linuxChrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/** Navigator.prototype. A bound function reads "[native code]", as a browser's own getter does. */
const prototype = {}
for (const [name, value] of Object.entries({ userAgent: linuxChrome, webdriver: false })) {
  Object.defineProperty(prototype, name, { get: (() => value).bind(undefined) })
}

const ordinary = (navigator: object = {}, more: object = {}): Page => {
  const own = {
    vendor: 'Google Inc.',
    platform: 'Linux x86_64',
    language: 'de-DE',
    languages: ['de-DE', 'en'],
    maxTouchPoints: 0,
    pdfViewerEnabled: true,
    plugins: { 0: {}, length: 5 },
    ...navigator,
  }
  return {
    navigator: Object.create(prototype, Object.getOwnPropertyDescriptors(own)) as object,
    Navigator: { prototype },
    Function,
    SharedWorker: Function,
    chrome: {},
    outerWidth: 1280,
    outerHeight: 800,
    document: { visibilityState: 'visible', documentElement: { hasAttribute: () => false } },
    ...more,
  } as unknown as Page
}
const patched = { prototype: Object.defineProperty({}, 'userAgent', { get: () => linuxChrome }) }

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'
const onIphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/156.0 Mobile/15E148 Safari/604.1'

test('every hint of the contract is looked for', () => {
  expect(Object.keys(hints)).toEqual([...automationHints])
})

test.each([
  ['an ordinary computer', ordinary()],
  [
    'Chrome on an iPhone',
    ordinary({
      userAgent: onIphone,
      platform: 'iPhone',
      vendor: 'Apple Computer, Inc.',
      maxTouchPoints: 5,
      plugins: {},
    }),
  ],
  [
    'Firefox',
    ordinary({ userAgent: firefox, vendor: '' }, { InternalError: Error, mozInnerScreenX: 0, chrome: undefined }),
  ],
  [
    'a page that is prerendered',
    ordinary(
      {},
      {
        outerWidth: 0,
        outerHeight: 0,
        document: { visibilityState: 'hidden', documentElement: { hasAttribute: () => false } },
      },
    ),
  ],
  ['a browser that has none of it', {} as Page],
])('%s gives no hint', (_, page) => {
  expect(hintsOf(page)).toEqual([])
})

test.each([
  ['webdriver', ordinary({ webdriver: true })],
  ['patched_webdriver', ordinary({ webdriver: false })],
  ['headless_agent', ordinary({ userAgent: linuxChrome.replace('Chrome/', 'HeadlessChrome/') })],
  ['driver_globals', ordinary({}, { $cdc_asdjflasutopfhvcZLmcfl_: {} })],
  ['driver_globals', ordinary({}, { __playwright__binding__: {} })],
  [
    'driver_attribute',
    ordinary(
      {},
      {
        document: {
          visibilityState: 'visible',
          documentElement: { hasAttribute: (name: string) => name === 'selenium' },
        },
      },
    ),
  ],
  ['patched_natives', ordinary({}, { Navigator: patched })],
  ['no_languages', ordinary({ languages: [] })],
  ['languages_differ', ordinary({ language: 'en-US' })],
  ['no_plugins', ordinary({ plugins: { length: 0 } })],
  ['no_window_size', ordinary({}, { outerWidth: 0, outerHeight: 0 })],
  ['engine_mismatch', ordinary({ userAgent: firefox })],
  ['platform_mismatch', ordinary({ userAgent: windows })],
] as const)('%s is seen', (hint, page) => {
  expect(hintsOf(page)).toContain(hint)
})

test('no_chrome_object is seen', () => {
  const page = ordinary()
  Reflect.deleteProperty(page, 'chrome')
  expect(hintsOf(page)).toEqual(['no_chrome_object'])
})
