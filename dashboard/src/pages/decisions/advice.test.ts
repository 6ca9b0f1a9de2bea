import { advicePlot, adviceSentence } from './advice.ts'

const part = {
  now: 20,
  best: 26,
  from: 22,
  to: 31,
  saved: 4200,
  curve: [{ threshold: 20, cost: 100, low: 90, high: 120 }],
}

test('the best threshold is told with its uncertainty and what it saves', () =>
  expect(adviceSentence(part, 'EUR', true)).toBe(
    '26 would be best, most likely 22 to 31: it saves €42.00 per 1,000 orders against 20.',
  ))

test('nothing is advised from too little, nor where nothing is to be won', () => {
  expect(adviceSentence(part, 'EUR', false)).toMatch(/^Too few outcomes/)
  expect(adviceSentence({ ...part, best: 20 }, 'EUR', true)).toBe('20 is best already, most likely 22 to 31.')
  expect(advicePlot(part, 'EUR', false).marks).toEqual([{ at: 20, text: 'now 20' }])
  expect(advicePlot(part, 'EUR', true).marks).toHaveLength(2)
})
