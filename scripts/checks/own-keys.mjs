import { readFile } from 'node:fs/promises'
import { run } from '../run.mjs'

/** Our own keys have a shape that scanners can match: none may lie in the tree. */
const ownKey = /\bgf[spk]_(live|test)_[0-9A-Za-z]{49}\b/

export const ownKeys = async () => {
  const { output } = await run('git', ['ls-files', '-co', '--exclude-standard'])
  const found = []
  for (const file of output.split('\n').filter(Boolean)) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (ownKey.test(text)) found.push(`${file}: holds a Goodfaith key`)
  }
  return { ok: found.length === 0, output: found.join('\n') }
}
