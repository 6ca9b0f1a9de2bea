import { apiDescription } from './api-description.ts'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Pages } from './platform/http/pages.ts'
import { docsFiles } from './platform/http/description/page.ts'
import { readFolder } from './platform/http/static-files.ts'
import { once } from './platform/once.ts'
import { describedRoutes } from './routes.ts'

/** The built pages, by role. What was not built is not served. */
export const pagesOf = ({ roles }: Config, root: string): Pages => ({
  dashboard: roles.includes('console') ? readFolder(join(root, 'dist/dashboard')) : new Map(),
  collector: roles.includes('edge') ? readFolder(join(root, 'dist/collector')) : new Map(),
  docs: once(() => docsFiles(describedRoutes(), apiDescription())),
})
