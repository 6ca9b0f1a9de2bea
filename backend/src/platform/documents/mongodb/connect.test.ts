import { databaseOf } from './connect.ts'

const password = 'p%40ss'

test.each([
  ['mongodb://localhost:27017/shop', 'shop'],
  ['mongodb://localhost', 'goodfaith'],
  ['mongodb://localhost:27017/?replicaSet=rs0', 'goodfaith'],
  [`mongodb://jo:${password}@one:1,two:2/orders?replicaSet=rs0`, 'orders'],
  ['mongodb+srv://cluster.example/a%20b', 'a b'],
])('%s is database %s', (uri, name) => {
  expect(databaseOf(uri)).toBe(name)
})
