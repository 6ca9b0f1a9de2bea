/** What a developer copies. Made from the store's own key and address, so that pasting is all there is to do. */
export const scriptTag = (address: string, key: string): string =>
  `<script async src="${address}/gf.js" data-key="${key}"></script>`

export const pinnedScriptTag = (address: string, path: string, integrity: string, key: string): string =>
  `<script async src="${address}${path}" data-key="${key}"\n  integrity="${integrity}" crossorigin="anonymous" data-endpoint="${address}"></script>`

export const formTag = `<form data-goodfaith action="/order" method="post">…</form>`

export const serverSnippets = (address: string): readonly { readonly name: string; readonly code: string }[] => [
  {
    name: 'Node',
    code: `import { Goodfaith } from '@goodfaith/sdk'

const goodfaith = new Goodfaith({
  baseUrl: '${address}',
  secretKey: process.env.GOODFAITH_SECRET_KEY,
  signingSecret: process.env.GOODFAITH_SIGNING_SECRET,
})

const verdict = await goodfaith.assess({
  session_id: form.goodfaith_session,
  order: { id: '1001', amount: 12999, currency: 'EUR' },
  email: { address: customer.email },
})`,
  },
  {
    name: 'PHP',
    code: `$body = json_encode(['session_id' => $_POST['goodfaith_session'],
  'order' => ['id' => '1001', 'amount' => 12999, 'currency' => 'EUR']]);
$timestamp = time();
$nonce = bin2hex(random_bytes(16));
$signature = hash_hmac('sha256', "$timestamp.$nonce.$body", getenv('GOODFAITH_SIGNING_SECRET'));
// POST ${address}/v1/assessments with these headers:
// Authorization: Bearer <secret key>   X-Timestamp, X-Nonce, X-Signature
// Idempotency-Key: one per order       Content-Type: application/json`,
  },
  {
    name: 'Shell',
    code: `BODY='{"order":{"id":"1001","amount":12999,"currency":"EUR"}}'
TS=$(date +%s); NONCE=$(openssl rand -hex 16)
SIG=$(printf '%s.%s.%s' "$TS" "$NONCE" "$BODY" | openssl dgst -sha256 -hmac "$GOODFAITH_SIGNING_SECRET" | sed 's/^.* //')
curl ${address}/v1/assessments -d "$BODY" -H 'Content-Type: application/json' \\
  -H "Authorization: Bearer $GOODFAITH_SECRET_KEY" -H "Idempotency-Key: $NONCE" \\
  -H "X-Timestamp: $TS" -H "X-Nonce: $NONCE" -H "X-Signature: $SIG"`,
  },
]
