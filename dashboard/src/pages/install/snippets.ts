export interface Snippet {
  readonly id: string
  readonly name: string
  readonly code: string
}

/** The script tag. With an integrity hash the address is the hashed one, whose content never changes. */
export const scriptTag = (origin: string, path: string, key: string, integrity?: string): string =>
  [
    '<script async',
    `  src="${origin}${path}"`,
    ...(integrity ? [`  integrity="${integrity}"`, '  crossorigin="anonymous"'] : []),
    `  data-key="${key}">`,
    '</script>',
  ].join('\n')

const shell = (
  origin: string,
): string => `body='{"session_id":"ses_...","order":{"id":"1001","amount":12999,"currency":"EUR"}}'
timestamp=$(date +%s)
nonce=$(openssl rand -hex 16)
signature=$(printf '%s.%s.%s' "$timestamp" "$nonce" "$body" \\
  | openssl dgst -sha256 -hmac "$GOODFAITH_SIGNING_SECRET" -r | cut -d' ' -f1)

curl ${origin}/v1/assessments \\
  -H "Authorization: Bearer $GOODFAITH_SECRET_KEY" \\
  -H "X-Timestamp: $timestamp" \\
  -H "X-Nonce: $nonce" \\
  -H "X-Signature: $signature" \\
  -H 'Idempotency-Key: order-1001' \\
  -H 'Content-Type: application/json' \\
  --data-raw "$body"`

const node = (origin: string): string => `import { createHmac, randomBytes } from 'node:crypto'

const body = JSON.stringify({
  session_id: request.body.goodfaith_session,
  order: { id: '1001', amount: 12999, currency: 'EUR' },
})
const timestamp = String(Math.floor(Date.now() / 1000))
const nonce = randomBytes(16).toString('hex')
const signature = createHmac('sha256', process.env.GOODFAITH_SIGNING_SECRET)
  .update(\`\${timestamp}.\${nonce}.\${body}\`)
  .digest('hex')

const response = await fetch('${origin}/v1/assessments', {
  method: 'POST',
  headers: {
    Authorization: \`Bearer \${process.env.GOODFAITH_SECRET_KEY}\`,
    'X-Timestamp': timestamp,
    'X-Nonce': nonce,
    'X-Signature': signature,
    'Idempotency-Key': 'order-1001',
    'Content-Type': 'application/json',
  },
  body,
})
const { trust_score, decision, reasons } = await response.json()`

const php = (origin: string): string => `$body = json_encode([
  'session_id' => $_POST['goodfaith_session'] ?? null,
  'order' => ['id' => '1001', 'amount' => 12999, 'currency' => 'EUR'],
]);
$timestamp = (string) time();
$nonce = bin2hex(random_bytes(16));
$signature = hash_hmac('sha256', "$timestamp.$nonce.$body", getenv('GOODFAITH_SIGNING_SECRET'));

$answer = file_get_contents('${origin}/v1/assessments', false, stream_context_create(['http' => [
  'method' => 'POST',
  'content' => $body,
  'header' => [
    'Authorization: Bearer ' . getenv('GOODFAITH_SECRET_KEY'),
    "X-Timestamp: $timestamp",
    "X-Nonce: $nonce",
    "X-Signature: $signature",
    'Idempotency-Key: order-1001',
    'Content-Type: application/json',
  ],
]]));
$assessment = json_decode($answer);`

const python = (origin: string): string => `import hashlib, hmac, json, os, secrets, time, urllib.request

body = json.dumps({
    "session_id": form.get("goodfaith_session"),
    "order": {"id": "1001", "amount": 12999, "currency": "EUR"},
})
timestamp = str(int(time.time()))
nonce = secrets.token_hex(16)
signature = hmac.new(
    os.environ["GOODFAITH_SIGNING_SECRET"].encode(),
    f"{timestamp}.{nonce}.{body}".encode(),
    hashlib.sha256,
).hexdigest()

request = urllib.request.Request("${origin}/v1/assessments", body.encode(), {
    "Authorization": "Bearer " + os.environ["GOODFAITH_SECRET_KEY"],
    "X-Timestamp": timestamp,
    "X-Nonce": nonce,
    "X-Signature": signature,
    "Idempotency-Key": "order-1001",
    "Content-Type": "application/json",
})
assessment = json.load(urllib.request.urlopen(request))`

/** The same signed call in the languages stores are written in. Secrets come from the environment, never from the page. */
export const callSnippets = (origin: string): readonly Snippet[] => [
  { id: 'node', name: 'Node', code: node(origin) },
  { id: 'php', name: 'PHP', code: php(origin) },
  { id: 'python', name: 'Python', code: python(origin) },
  { id: 'shell', name: 'Shell', code: shell(origin) },
]
