import { letterJson, pageOf, type Letter } from './letters.ts'
import { renderPage } from './page.ts'

const rendered = (letter: Letter) => {
  const page = pageOf(letterJson(letter))
  if (!page) throw new Error('no page')
  return renderPage(page, 'https://trust.shop.example')
}

test('what a person chose cannot become markup or a line of ours', () => {
  const name = '<img src=x onerror=alert(1)>\n\nhttps://evil.example/click'
  const { html, text } = rendered({
    kind: 'confirm-address',
    to: 'a@b.example',
    data: { name, link: 'https://x.example/?a=1&b="' },
  })
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).not.toContain('<img')
  expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;"')
  expect(text.split('\n')).not.toContain('https://evil.example/click')
})

test('text and HTML say the same', () => {
  const security = 'https://trust.shop.example/account'
  const data = {
    why: 'A new country.',
    at: '22 November 2026',
    country: 'Ireland',
    client: 'Firefox on Linux',
    security,
  }
  const { html, text, subject } = rendered({ kind: 'unusual-sign-in', to: 'a@b.example', data })
  for (const part of ['A new country.', '22 November 2026', 'Ireland', 'Firefox on Linux', security]) {
    expect(text).toContain(part)
    expect(html).toContain(part)
  }
  expect(subject).toBe('A sign-in that is unusual for you')
})

test('a kind that this release does not write is no page', () => {
  expect(pageOf({ kind: 'toString', to: 'a@b.example', data: {} })).toBeUndefined()
})
