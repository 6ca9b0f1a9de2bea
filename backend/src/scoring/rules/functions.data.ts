/** What is offered beside names. Everything else of CEL is refused when a rule is saved: its cost could not be bounded. */
export const functions = [
  { name: 'has', signature: 'has(name): bool', title: 'The name has a value' },
  { name: 'size', signature: 'size(list or string): int', title: 'How many entries, or characters' },
  { name: 'int', signature: 'int(number): int', title: 'Whole number, cut off' },
  { name: 'double', signature: 'double(number): double', title: 'Number with decimals' },
  { name: 'contains', signature: 'string.contains(string): bool', title: 'The text contains another' },
  { name: 'startsWith', signature: 'string.startsWith(string): bool', title: 'The text begins with another' },
  { name: 'endsWith', signature: 'string.endsWith(string): bool', title: 'The text ends with another' },
  { name: 'exists', signature: 'list.exists(x, condition): bool', title: 'The condition holds for one entry' },
  { name: 'all', signature: 'list.all(x, condition): bool', title: 'The condition holds for every entry' },
] as const

export const operators = [
  { text: '&&', title: 'and' },
  { text: '||', title: 'or' },
  { text: '!', title: 'not' },
  { text: '==', title: 'equal' },
  { text: '!=', title: 'not equal' },
  { text: '<', title: 'less' },
  { text: '<=', title: 'at most' },
  { text: '>', title: 'more' },
  { text: '>=', title: 'at least' },
  { text: 'in', title: 'one of a list' },
  { text: '+', title: 'plus' },
  { text: '-', title: 'minus' },
  { text: '*', title: 'times' },
  { text: '/', title: 'divided by' },
  { text: '%', title: 'remainder' },
  { text: '? :', title: 'if, else' },
] as const
