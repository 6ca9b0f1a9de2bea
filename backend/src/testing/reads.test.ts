import { describedRoutes } from '../routes.ts'

/** SF4: nothing of a merchant is shown without a trace, whoever adds a route. */
const shows = describedRoutes().filter(({ caller, method, permission, scope }) => {
  if (caller !== 'person' && caller !== 'secret-key') return false
  return method === 'GET' || scope === 'read' || permission?.endsWith('.read') === true
})

test('every route that shows something to a person or a key says what it shows', () => {
  expect(shows.length).toBeGreaterThan(50)
  expect(shows.filter(({ reads }) => reads === undefined).map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

test('only these show nothing of a merchant', () => {
  const nothing = shows.filter(({ reads }) => reads === 'nothing').map(({ method, path }) => `${method} ${path}`)
  expect(nothing.sort()).toMatchInlineSnapshot(`
   [
     "GET /console/v1/account/deletion",
     "GET /console/v1/account/security",
     "GET /console/v1/audit/verify/stream",
     "GET /console/v1/closings",
     "GET /console/v1/me",
     "GET /console/v1/organizations",
     "GET /console/v1/stores/:store/:mode/rules/templates",
     "GET /console/v1/stores/:store/:mode/rules/vocabulary",
     "GET /console/v1/stores/:store/:mode/samples",
     "GET /v1/audit/verify",
     "POST /console/v1/stores/:store/:mode/rules/check",
   ]
  `)
})
