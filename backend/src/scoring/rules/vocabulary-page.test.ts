import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabularyPage } from './vocabulary-page.ts'

test('docs/rule-names.md is what the registry says: run node scripts/evidence.mjs', () => {
  expect(readFileSync(join(__dirname, '../../../../docs/rule-names.md'), 'utf8')).toBe(vocabularyPage())
})
