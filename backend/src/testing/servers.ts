/** Servers that a suite needs; `npm test` looks for them (scripts/servers) and passes their addresses on. */
const servers = {
  redis: { variable: 'GOODFAITH_TEST_REDIS_URL', skipped: 'GOODFAITH_TEST_REDIS_SKIPPED' },
  mongodb: { variable: 'GOODFAITH_TEST_MONGODB_URI', skipped: 'GOODFAITH_TEST_MONGODB_SKIPPED' },
} as const

export type ServerName = keyof typeof servers

/** A suite against a real server: skipped, with the reason in its name, where there is none. */
export const withServer = (name: ServerName, title: string, suite: (address: string) => void): void => {
  const { variable, skipped } = servers[name]
  const address = process.env[variable]
  if (address !== undefined && address !== '') {
    describe(title, () => suite(address))
    return
  }
  const reason = process.env[skipped] ?? `${variable} is not set`
  // jest counts a skipped suite only when there is a test in it.
  describe.skip(`${title} (skipped: ${reason})`, () => test('needs a server', () => undefined))
}
