import { createWho } from './who.ts'

const who = createWho('usr_me', [
  { id: 'usr_me', name: 'Ines Okafor' },
  { id: 'usr_ben', name: 'Ben Adler' },
])

test.each([
  ['usr_me', 'you'],
  ['usr_ben', 'Ben Adler'],
  ['usr_gone', 'a colleague'],
  ['key_1', 'your store'],
  ['silence', 'silence'],
  [null, 'nobody'],
])('%s is called %s', (id, word) => expect(who(id)).toBe(word))
