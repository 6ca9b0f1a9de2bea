import { AppError } from '../platform/app-error.ts'
import { Refusal, type Command, type Given } from './command.ts'
import { duration, mode, text } from './given.ts'
import { run } from './run.ts'

const greet: Command = {
  name: 'people greet',
  summary: 'say hello',
  usage: '--name N',
  options: { name: { type: 'string' } },
  run: async (given) => ({ json: { hello: text(given, 'name') }, text: `Hello ${text(given, 'name')}` }),
}
const failing = (name: string, error: Error): Command => ({
  name,
  summary: 'fail',
  usage: '',
  options: {},
  run: async () => {
    throw error
  },
})
const commands = [
  greet,
  failing('missing', new AppError('not_found', { detail: 'There is no such key.' })),
  failing('refused', new Refusal('The shop is closed.')),
  failing('broken', new Error('secret gfs_live_abcdef0123456789\n    at somewhere')),
  failing('taken', Object.assign(new Error('listen'), { code: 'EADDRINUSE', address: '127.0.0.1', port: 4000 })),
]

const type = async (...words: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await run(
    commands,
    words,
    () => {
      throw new Error('no command here looks at its surroundings')
    },
    { out: (line) => (said.out += line), err: (line) => (said.err += line) },
  ).catch((error: unknown) => error)
  return { code, ...said }
}

// `greet` and the others never ask for surroundings; run() must not open anything before a command does.
const typeWithin = async (...words: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await run(commands, words, () => ({}) as never, {
    out: (line) => (said.out += line),
    err: (line) => (said.err += line),
  })
  return { code, ...said }
}

test('JSON stands alone on stdout', async () => {
  expect(await typeWithin('people', 'greet', '--json', '--name', 'Ines')).toEqual({
    code: 0,
    out: '{"hello":"Ines"}',
    err: '',
  })
})

test('without --json people read words', async () => {
  expect(await typeWithin('people', 'greet', '--name', 'Ines')).toEqual({ code: 0, out: 'Hello Ines', err: '' })
})

test.each([
  [['people', 'greet'], '--name is missing.'],
  [['people', 'greet', '--nmae', 'x'], 'Unknown option'],
  [['people', 'greet', 'x'], 'Unexpected argument'],
  [['people', 'wave'], 'There is no command "people wave".'],
  [[], 'Usage: npx goodfaith <command>'],
])('%j is wrong usage', async (words, sentence) => {
  const { code, out, err } = await typeWithin(...words)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(sentence)
  expect(err).toContain('Usage: npx goodfaith')
})

test.each([
  ['missing', 'There is no such key.'],
  ['refused', 'The shop is closed.'],
  ['broken', 'This failed unexpectedly: secret [key]'],
  ['taken', 'The address 127.0.0.1:4000 is taken by another program: choose another with PORT.'],
])('%s ends in one sentence on stderr', async (name, sentence) => {
  expect(await typeWithin(name)).toEqual({ code: 1, out: '', err: sentence })
})

test.each([['--help'], ['-h'], ['help']])('%s shows every command and opens nothing', async (word) => {
  const { code, out } = await type(word)
  expect(code).toBe(0)
  for (const { name } of commands) expect(out).toContain(name)
})

test('--help of a command shows its options', async () => {
  const { code, out } = await type('people', 'greet', '--help')
  expect(code).toBe(0)
  expect(out).toContain('Usage: npx goodfaith people greet --name N [--json]')
})

test.each([
  ['90s', 90_000],
  ['15m', 900_000],
  ['24h', 86_400_000],
  ['7d', 604_800_000],
  ['0s', 0],
])('a time of %s', (value, milliseconds) => {
  expect(duration({ overlap: value }, 'overlap', '1h')).toBe(milliseconds)
})

test.each(['24', 'h', '-1h', '1.5h', '31d', '24 h', '1w'])('%j is no time', (value) => {
  expect(() => duration({ overlap: value }, 'overlap', '1h')).toThrow('--overlap is a time')
})

test.each([
  [{ mode: 'test' }, 'test'],
  [{ mode: 'live' }, 'live'],
] as readonly [Given, string][])('mode %j', (given, expected) => {
  expect(mode(given)).toBe(expected)
})
