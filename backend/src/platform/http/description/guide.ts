/** The examples anybody can check their own signing against. The secret opens nothing. */
export const signatureVectors = {
  secret: 'gfk_test_example_signing_secret',
  timestamp: '1795165200',
  nonce: '0123456789abcdef0123456789abcdef',
  vectors: [
    {
      method: 'POST',
      target: '/v1/assessments',
      body: '{"order":{"id":"1001","amount":12999,"currency":"EUR"}}',
      signature: '2316d6d348afefbe3dab76c67cee5a179f0e8d9ad7833e1f61a706db0c41c83b',
    },
    {
      method: 'POST',
      target: '/v1/labels',
      body: '{"order_id":"1001","label":"fraud"}',
      signature: '5190e9b298f7c0ad395760f7e0983bacec082cea000b8a4477e7c72890f1c70b',
    },
  ],
} as const

const bodyAlone = '{timestamp}.{nonce}.{body}'
const withTarget = '{timestamp}.{nonce}.{method} {target}.{body}'

/** How to sign, as a program reads it; each operation names its own text as `x-signed-text`. */
export const signatureRule = {
  algorithm: 'HMAC-SHA256',
  key: 'The UTF-8 bytes of the signing secret as printed (gfk_...), which comes with the secret key and is never sent.',
  encoding: 'hex, lower case',
  parts: {
    timestamp: 'The value of X-Timestamp: unix time in seconds.',
    nonce: 'The value of X-Nonce: never used before with this key.',
    method: 'In capitals.',
    target: 'The path with its query, as it stands in the request line.',
    body: 'The bytes of the body as sent; nothing when there is none.',
  },
  sent_as: { timestamp: 'X-Timestamp', nonce: 'X-Nonce', signature: 'X-Signature' },
} as const

export const signedTextOf = (method: string, path: string): string =>
  method === 'POST' && path === '/v1/assessments' ? bodyAlone : withTarget

/** What a caller must know beyond the shape of requests; shown at the top of the page. */
export const guide = `Goodfaith tells a store how far it can trust an order.

**Keys.** A store's backend sends its secret key as \`Authorization: Bearer gfs_...\` or \`X-Api-Key\`. Test keys see test data only.
The publishable key (\`gfp_...\`) stands in the page and opens nothing but \`POST /v1/sessions\`.

**Signature.** Every call by secret key but GET is signed: \`X-Timestamp\` (unix seconds), \`X-Nonce\` (16 to 64 of \`[A-Za-z0-9_-]\`) and
\`X-Signature\`, the hex HMAC-SHA256 under the UTF-8 bytes of the signing secret as printed. \`POST /v1/assessments\` signs
\`{timestamp}.{nonce}.{raw body}\`; every other call signs \`{timestamp}.{nonce}.{METHOD} {path?query}.{raw body}\`. Clocks may be 300
seconds off; a nonce is good once. For programs the same stands under \`x-signature\` and, per call, \`x-signed-text\`; vectors to check
against stand under \`x-signature-vectors\`.

**Order of checks.** Size (64 KB), key, timestamp, signature, nonce. A bad signature never uses up a nonce.

**Idempotency.** Every call by secret key but GET carries an \`Idempotency-Key\` (1 to 255 visible ASCII characters), kept for 24 hours per
store, mode, method and path. The same key and body get the stored answer byte for byte, with \`Idempotent-Replayed: true\`; another body
is 422; while the first call runs it is 409 with \`Retry-After\`. Answers 401, 409, 429 and 5xx free the key.

**Errors** are \`application/problem+json\` (RFC 9457) with a frozen \`code\` and the \`request_id\`. Another store's object is the same 404 as a
missing one.

**Limits** answer 429 with \`Retry-After\`; every counted answer carries \`RateLimit\` and \`RateLimit-Policy\` (draft 8).

**Lists** answer \`data\`, \`has_more\` and \`next_cursor\`, newest first; ask with \`limit\` (at most 100) and \`after\`.

**Times** are ISO 8601; windows run on the server's receipt time. **Money** is integer minor units with an ISO 4217 code.`
