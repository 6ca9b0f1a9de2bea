import { describeApi } from './platform/http/description/document.ts'
import { describedRoutes } from './routes.ts'

/** Version of the API: additive changes raise the second number. */
const apiVersion = '1.0.0'

/** As it is served at `/openapi.json` and kept in the repository. */
export const apiDescription = (): string => `${JSON.stringify(describeApi(describedRoutes(), apiVersion), null, 2)}\n`
