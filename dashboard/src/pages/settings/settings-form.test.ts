import { checkSettings, readSettingsForm } from './settings-form.ts'

const form = (values: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return readSettingsForm(data)
}
const fine = { name: 'Shop', time_zone: 'Europe/Berlin', order_url: '', review: '40', decline: '20' }

test('an empty address means none, an unticked box means off', () =>
  expect(form(fine)).toEqual({
    name: 'Shop',
    time_zone: 'Europe/Berlin',
    order_url: null,
    thresholds: { review: 40, decline: 20 },
    necessary_only: false,
  }))

test.each([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ order_url: 'https://shop.example/orders' }, ['order_url']],
  [{ decline: '45' }, ['thresholds']],
  [{ review: '4.5' }, ['thresholds']],
])('%j is wrong in %j', (change, wrong) =>
  expect(Object.keys(checkSettings(form({ ...fine, ...change })))).toEqual(wrong),
)
