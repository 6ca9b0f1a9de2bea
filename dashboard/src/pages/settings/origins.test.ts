import { splitOrigins } from './origins.ts'

test('origins are split as people paste them', () =>
  expect(splitOrigins(' https://a.example,https://b.example\n https://c.example ')).toEqual([
    'https://a.example',
    'https://b.example',
    'https://c.example',
  ]))
