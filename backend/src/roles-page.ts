import { actingRoles, permissionNames, permissions } from '#contract/roles.ts'
import { describedRoutes } from './routes.ts'

const titles = ['Owner', 'Admin', 'Approver', 'Viewer', 'Operator'] as const
const mark = (is: boolean): string => (is ? 'yes' : '')
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const rule = (columns: number): string => row(Array.from({ length: columns }, () => '---'))

const rightsTable = (): readonly string[] => [
  row(['permission', 'what it is for', ...titles]),
  rule(titles.length + 2),
  ...permissionNames.map((name) => {
    const { what, roles: granted } = permissions[name]
    return row([`\`${name}\``, what, ...actingRoles.map((role) => mark(granted.includes(role)))])
  }),
]

const routeTable = (): readonly string[] => [
  row(['route', 'permission']),
  rule(2),
  ...describedRoutes().flatMap(({ method, path, permission }) =>
    permission === undefined ? [] : [row([`\`${method} ${path}\``, `\`${permission}\``])],
  ),
]

/** docs/roles.md, from the table the door compares with. */
export const rolesPage = (): string => `# Roles

Written from \`contract/src/roles.ts\` and the declared routes by \`node scripts/roles.mjs\`; \`npm run check\` fails when it drifts.

A person has one role in each organisation they belong to. Every route of the console names the one permission it takes in its
declaration; the door compares it with the role before the body is read, and answers \`role_insufficient\` (403) to who lacks it.
What belongs to another organisation is the same \`not_found\` (404) as what does not exist. The dashboard's controls ask the same
table, and say who could. Nobody is given the role of the operator: it is that of an impersonation ([operators](operators.md)).

${rightsTable().join('\n')}

## Routes

${routeTable().join('\n')}
`
