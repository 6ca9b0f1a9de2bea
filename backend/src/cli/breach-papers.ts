/** What a breach came to, as the papers need it. */
export interface Breach {
  readonly at: number
  readonly isRehearsal: boolean
  readonly what: string
  readonly store: { readonly id: string; readonly name: string; readonly organizationId: string }
  readonly keys: readonly {
    readonly id: string
    readonly kind: string
    readonly mode: string
    readonly prefix: string
    readonly usedAt: number
  }[]
  /** Ids of people. */
  readonly signedOut: readonly string[]
  readonly tell: readonly { readonly id: string; readonly name: string; readonly email: string }[]
}

const iso = (at: number): string => new Date(at).toISOString()
const dayMs = 86_400_000
const heading = ({ isRehearsal }: Breach, title: string): string => `# ${isRehearsal ? 'REHEARSAL: ' : ''}${title}\n`
const used = (at: number): string => (at === 0 ? 'never used' : `last used ${iso(at)}`)

export const breachRecord = (breach: Breach): string => `${heading(breach, 'Incident record')}
- Known since: ${iso(breach.at)}
- Store: ${breach.store.name} (${breach.store.id}), organisation ${breach.store.organizationId}
- What happened: ${breach.what}
- Notice due: ${iso(breach.at + 3 * dayMs)}

## Done at once

Keys ended (${breach.keys.length}):

${breach.keys.map(({ id, kind, mode, prefix, usedAt }) => `- ${id}, ${kind}, ${mode}, ${prefix}…, ${used(usedAt)}`).join('\n') || '- none'}

People signed out everywhere (${breach.signedOut.length}):

${breach.signedOut.map((id) => `- ${id}`).join('\n') || '- none'}

## To find out

- Which requests were made with the keys: Keys, then the request log (30 days).
- What was read or changed: \`goodfaith audit export --organization ${breach.store.organizationId} --out FILE\`, and whether it is whole: \`goodfaith audit verify\`.
- Root cause, and what keeps it from coming again.
`

export const noticeToMerchant = (breach: Breach): string => `${heading(breach, 'Notice to the merchant')}
To: ${breach.tell.map(({ name, email }) => `${name} <${email}>`).join(', ') || 'nobody is known'}

At ${iso(breach.at)} we learned that data of ${breach.store.name} may have come into wrong hands. ${breach.what}

We have ended ${breach.keys.length} keys and signed out ${breach.signedOut.length} people. Your servers need new keys: sign in, open Keys, make new ones and put
them in place. Until then orders are not scored; your checkout goes on by itself.

What may be concerned: keyed hashes of order data, verdicts, labels. Card numbers are never stored, passwords only as argon2id hashes.
If shoppers have to be told, that is yours to decide as controller; we help with what we know.

Contact: fill in before sending.
`

export const noticeToAuthority = (
  breach: Breach,
): string => `${heading(breach, 'Notice to the supervisory authority (GDPR Article 33)')}
1. Nature of the breach: ${breach.what}
2. Categories and number of persons and records concerned: fill in from the request log and the audit export.
3. Contact of the data protection officer: fill in.
4. Likely consequences: fill in. Identifiers are keyed hashes, useless without the installation's master secret.
5. Measures taken: at ${iso(breach.at)} ${breach.keys.length} keys were ended and ${breach.signedOut.length} people signed out.

Due: ${iso(breach.at + 3 * dayMs)}, 72 hours after it became known. What is not known by then follows without undue delay.
`
