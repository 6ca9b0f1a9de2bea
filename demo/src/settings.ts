export interface ShopSettings {
  /** 0 takes any free port. */
  readonly port: number
  /** Where Goodfaith answers, as the shop's server and as the shopper's browser reach it. */
  readonly goodfaithUrl: string
  readonly publishableKey: string
  readonly secretKey: string
  readonly signingSecret: string
}

/** The shop's own environment; DEMO_PORT is the operator's, the rest is what any store would keep. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): ShopSettings => {
  const need = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`The demo shop needs ${name}.`)
    return value
  }
  return {
    port: Number(env['DEMO_PORT'] ?? 4001),
    goodfaithUrl: env['GOODFAITH_URL'] ?? 'http://127.0.0.1:4000',
    publishableKey: need('GOODFAITH_PUBLISHABLE_KEY'),
    secretKey: need('GOODFAITH_SECRET_KEY'),
    signingSecret: need('GOODFAITH_SIGNING_SECRET'),
  }
}
