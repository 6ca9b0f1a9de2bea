import { agentFacts } from './agent-facts.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Mobile/15E148 Safari/604.1'
const ipad =
  'Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Mobile/15E148 Safari/604.1'

test.each([
  [chrome, { browser: 'Chrome', os: 'Windows', platform: 'desktop', bot: false }],
  [safari, { browser: 'Safari', os: 'iOS', platform: 'mobile', bot: false }],
  [ipad, { browser: 'Safari', os: 'iOS', platform: 'tablet', bot: false }],
  ['curl/8.5.0', { bot: true }],
  ['python-requests/2.31.0', { bot: true }],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', { bot: true }],
  [chrome.replace('Chrome', 'HeadlessChrome'), { bot: true }],
  ['nobody knows this', { browser: null, os: null, platform: 'other' }],
])('%s', (userAgent, facts) => {
  expect(agentFacts(userAgent)).toMatchObject(facts)
})

test('a blank user agent is none', () => {
  expect(agentFacts('  ')).toBeNull()
})

test('what stands beyond 512 characters is not looked at', () => {
  const padded = `${chrome} ${'x'.repeat(512)}`
  expect(agentFacts(`${padded} HeadlessChrome curl bot`)).toEqual(agentFacts(padded))
})
