import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** 16.5 KB: what a checkout page can carry unnoticed on a slow phone (docs/collector-data.md#size). */
const limitBytes = 16_896

const built = resolve(import.meta.dirname, '../dist/collector/gf.js')
const bytes = gzipSync(readFileSync(built), { level: 9 }).length
const sentence = `gf.js is ${bytes} bytes gzip, of ${limitBytes} allowed`
if (bytes > limitBytes) {
  console.error(`${sentence}: take something out, or out of reach of the bundler.`)
  process.exit(1)
}
console.log(sentence)
