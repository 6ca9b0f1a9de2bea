import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evidencePage } from './evidence-page.ts'
import { registry } from './registry.ts'

test('docs/evidence.md tells what the registry does; if not, run node scripts/evidence.mjs', () => {
  const path = join(__dirname, '../../../docs/evidence.md')
  expect(readFileSync(path, 'utf8')).toBe(evidencePage(registry))
})
