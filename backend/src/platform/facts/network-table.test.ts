import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { placeOfIpv4, placeOfIpv6 } from './ip-address.ts'
import { readNetworkTable } from './network-table.ts'
import { readDecimal, readIpv6 } from './table-cursor.ts'

const folder = mkdtempSync(join(tmpdir(), 'goodfaith-networks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const tableOf = (lines: readonly string[]) => {
  const file = join(folder, 'table.csv')
  writeFileSync(file, lines.join('\n'))
  return readNetworkTable(file, readDecimal)
}

test('both ends of a range belong to it, and nothing beside it does', async () => {
  const table = await tableOf(['10,20,1,"Name, with comma"', '30,30,2,x', '31,40,3,y'])
  expect([9, 10, 15, 20, 21, 29, 30, 31, 40, 41].map((at) => table.find(at))).toEqual([
    null,
    1,
    1,
    1,
    null,
    null,
    2,
    3,
    3,
    null,
  ])
})

test('lines that are cut anywhere by the reader are whole again', async () => {
  const table = await tableOf(
    Array.from({ length: 200_000 }, (_, at) => `${at * 10},${at * 10 + 5},${at + 1},some operator`),
  )
  expect(table.size).toBe(200_000)
  for (const at of [0, 1, 77_777, 131_072, 199_999]) expect(table.find(at * 10 + 3)).toBe(at + 1)
})

test('an empty table knows nothing', async () => {
  expect((await tableOf([''])).find(1)).toBeNull()
})

test('lines that are cut short end where they are cut', async () => {
  const table = await tableOf(['10,20,7,name', '30,40', '', '50,60,8'])
  expect([15, 35, 55].map((at) => table.find(at))).toEqual([7, 0, 8])
})

test('reading stops when it is told to', async () => {
  const file = join(folder, 'stopped.csv')
  writeFileSync(file, '1,2,3,x\n'.repeat(100_000))
  await expect(readNetworkTable(file, readDecimal, AbortSignal.abort())).rejects.toThrow('aborted')
})

test('addresses stand in order, however they are written', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV4(), (six, four) => {
      const address = new ipaddr.IPv6([...ipaddr.IPv6.parse(six).parts.slice(0, 4), 0, 0, 0, 0])
      const cursor = { bytes: Buffer.from(`${address.toRFC5952String()},rest`), at: 0 }
      expect(readIpv6(cursor)).toBe(placeOfIpv6(address))
      expect(cursor.bytes.subarray(cursor.at).toString()).toBe('rest')
      const octets = Buffer.from(ipaddr.IPv4.parse(four).toByteArray())
      expect(placeOfIpv4(ipaddr.IPv4.parse(four))).toBe(octets.readUInt32BE())
    }),
  )
})
