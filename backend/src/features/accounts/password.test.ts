import { checkPasswordRule, createPassword, createPasswords, hashPassword } from './password.ts'

test.each(['short1a', 'onlyletters', '1234567890', `${'ab'.repeat(64)}1`])('%j is too weak', (password) => {
  expect(() => checkPasswordRule(password)).toThrow('Some fields are not valid.')
})

test.each(['letters and 1 digit', 'пароль с цифрой 7', 'abcdefghi9'])('%j is enough', (password) => {
  expect(() => checkPasswordRule(password)).not.toThrow()
})

test.each(['password123', 'P4ssw0rd2024!', 'qwertyuiop1', '1q2w3e4r5t', 'Football!2026', '123456789a'])(
  '%j is on every list',
  (password) => {
    expect(() => checkPasswordRule(password)).toThrow('Some fields are not valid.')
  },
)

test.each(['Goodfaith2026!', 'goodfaith-1234', 'trust.score.99', '4dm1n-fraud-1', 'G00df41th!!!!1'])(
  '%j is our own name with signs',
  (password) => {
    expect(() => checkPasswordRule(password)).toThrow('Some fields are not valid.')
  },
)

test.each(['a quiet goodfaith 7', 'trust no teapot 4'])('%j only holds one of our words', (password) => {
  expect(() => checkPasswordRule(password)).not.toThrow()
})

test('the same characters, composed otherwise, are the same password', async () => {
  const stored = await hashPassword('caf\u00e9 au lait 1 \ufb01n')
  expect(await createPasswords().fits(stored, 'cafe\u0301 au lait 1 fin')).toBe(true)
})

test('drawn passwords keep the rule and do not repeat', () => {
  const drawn = Array.from({ length: 200 }, createPassword)
  for (const password of drawn) {
    checkPasswordRule(password)
    expect(password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/)
  }
  expect(new Set(drawn).size).toBe(200)
})

test('only the right password fits, and nobody fits without an account', async () => {
  const passwords = createPasswords()
  const stored = await hashPassword('correct horse 1')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwords.fits(stored, 'correct horse 1')).toBe(true)
  expect(await passwords.fits(stored, 'correct horse 2')).toBe(false)
  expect(await passwords.fits(undefined, 'correct horse 1')).toBe(false)
  expect(passwords.isOutdated(stored)).toBe(false)
})

test('a hash of older parameters is told, and still opens', async () => {
  const passwords = createPasswords()
  const old = '$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$WHVsWS0Mj4S5Q4nJ4sUKBg'
  expect(passwords.isOutdated(old)).toBe(true)
  expect(await passwords.fits(old, 'anything')).toBe(false)
})
