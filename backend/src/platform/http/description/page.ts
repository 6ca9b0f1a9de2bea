import { z } from 'zod'
import { problems } from '#contract/problem.ts'
import { staticFile, type StaticFiles } from '../static-files.ts'
import type { Route } from '../route.ts'
import { codesOf } from './codes.ts'
import { guide, signatureVectors } from './guide.ts'
import { escapeHtml, prose } from './html.ts'
import { schemaText, type JsonSchema } from './schema-text.ts'
import { style } from './style.ts'

const schemaOf = (schema: z.ZodType): string =>
  schemaText(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)

const block = (title: string, schema: z.ZodType | undefined): string =>
  schema === undefined ? '' : `<h4>${title}</h4><pre>${escapeHtml(schemaOf(schema))}</pre>`

const callers = {
  'secret-key': 'secret key',
  'publishable-key': 'publishable key, in the body',
  person: 'a signed-in person',
  operator: 'an operator of the installation',
  anyone: 'anyone',
} as const

const codeLinks = (route: Route): string =>
  [...new Set(codesOf(route))].map((code) => `<a href="#${code}"><code>${code}</code></a>`).join(' ')

const idOf = ({ method, path }: Route): string => `${method}-${path}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const operation = (route: Route): string => `
<section id="${idOf(route)}">
<h3><span class="method">${route.method}</span> <code>${escapeHtml(route.path)}</code></h3>
<p>${escapeHtml(route.summary)}. Called by: ${callers[route.caller]}.</p>
${block('Query', route.query)}
${block('Request', route.documentedBody ?? route.body)}
${block(`Answer ${String(route.status ?? 200)}`, route.reply)}
<h4>Codes</h4><p class="codes">${codeLinks(route)}</p>
</section>`

const problemRows = Object.entries(problems)
  .map(
    ([code, { status, title }]) =>
      `<tr id="${code}"><td>${status}</td><td><code>${code}</code></td><td>${title}</td></tr>`,
  )
  .join('\n')

const vectorRows = signatureVectors.vectors
  .map(
    ({ method, target, body, signature }) =>
      `<tr><td><code>${method} ${target}</code></td><td><code>${escapeHtml(body)}</code></td><td><code>${signature}</code></td></tr>`,
  )
  .join('\n')

const page = (routes: readonly Route[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Goodfaith API</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<header><h1>Goodfaith API</h1><p><a href="/openapi.json">openapi.json</a></p></header>
<nav aria-label="Calls"><ul>
${routes.map((route) => `<li><a href="#${idOf(route)}"><span class="method">${route.method}</span> ${escapeHtml(route.path)}</a></li>`).join('\n')}
</ul></nav>
<main>
${prose(guide)}
<h2>Signature vectors</h2>
<p>Secret <code>${signatureVectors.secret}</code>, timestamp <code>${signatureVectors.timestamp}</code>, nonce
<code>${signatureVectors.nonce}</code>.</p>
<div class="wide"><table><thead><tr><th>Call</th><th>Body</th><th>Signature</th></tr></thead><tbody>${vectorRows}</tbody></table></div>
<h2>Calls</h2>
${routes.map(operation).join('\n')}
<h2>Codes</h2>
<div class="wide"><table><thead><tr><th>Status</th><th>Code</th><th>Meaning</th></tr></thead><tbody>${problemRows}</tbody></table></div>
</main>
</body>
</html>
`

/** The API page and the description it links to: written once, without a script and from no other host. */
export const docsFiles = (routes: readonly Route[], description: string): StaticFiles =>
  new Map([
    ['/docs', staticFile('docs.html', Buffer.from(page(routes)))],
    ['/docs.css', staticFile('docs.css', Buffer.from(style))],
    ['/openapi.json', staticFile('openapi.json', Buffer.from(description))],
  ])
