import type { VocabularyName } from '#contract/console.ts'
import { mostCost, mostCostPerRule } from './check-rule.ts'
import { vocabulary } from './vocabulary.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

const nameRow = ({ name, type, title, unit, choices, missing, source }: VocabularyName): string => {
  const notes = [unit, choices?.join(', '), source === 'evidence' && missing !== null ? `no value: ${missing}` : null]
  return `| \`${name}\` | ${cell(type)} | ${cell(title)} | ${cell(notes.filter(Boolean).join('; '))} |`
}

const rowsOf = (sources: readonly VocabularyName['source'][]): string =>
  vocabulary.names
    .filter(({ source }) => sources.includes(source))
    .map(nameRow)
    .join('\n')

/** docs/rule-names.md: written by scripts/evidence.mjs, never by hand. */
export const vocabularyPage = (): string => `# Names that rules may read

What rules are: [rules.md](rules.md). Made from the registry by \`node scripts/evidence.mjs\`; a test fails when the two differ. One rule may evaluate at most ${mostCostPerRule} nodes for an order, all rules of a store that
are live or in shadow together ${mostCost}.

## What was sent with the order, and lists

| name | type | what it is | notes |
| --- | --- | --- | --- |
${rowsOf(['field', 'list'])}

\`custom_inputs.<name>\` is the custom input of that name, of whatever type it was sent.

## Evidence

| name | type | what it is | notes |
| --- | --- | --- | --- |
${rowsOf(['evidence'])}

## Functions

| | |
| --- | --- |
${vocabulary.functions.map(({ signature, title }) => `| \`${signature}\` | ${title} |`).join('\n')}

Operators: ${vocabulary.operators.map(({ text, title }) => `\`${text.replaceAll('|', '\\|')}\` ${title}`).join(', ')}.
`
