import { writeFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before the program (`node --import`): counts what it asks of the database and of cryptography. SIGUSR2 writes the
 * counts to the file named by COUNTS_FILE and starts again.
 */
const require = createRequire(import.meta.url)
const crypto = require('node:crypto')
const Database = require('better-sqlite3')

let counts = {}
const count = (name) => (counts[name] = (counts[name] ?? 0) + 1)
const counting = (owner, method, name) => {
  const original = owner[method]
  owner[method] = function (...args) {
    count(name)
    return original.apply(this, args)
  }
}

for (const [method, name] of [
  ['createHmac', 'hashes'],
  ['createHash', 'hashes'],
  ['hash', 'hashes'],
  ['createCipheriv', 'sealed'],
  ['createDecipheriv', 'opened'],
]) {
  if (crypto[method]) counting(crypto, method, name)
}
syncBuiltinESMExports()

const kinds = [
  [/^\s*(SELECT|WITH)/i, 'reads'],
  [/^\s*(INSERT|UPDATE|DELETE|REPLACE)/i, 'writes'],
  [/^\s*COMMIT/i, 'commits'],
  [/^\s*SAVEPOINT/i, 'batches'],
]
const { prepare } = Database.prototype
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  const [, kind] = kinds.find(([shape]) => shape.test(sql)) ?? []
  if (kind) for (const method of ['run', 'get', 'all', 'iterate']) counting(statement, method, kind)
  return statement
}

process.on('SIGUSR2', () => {
  writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts))
  counts = {}
})
