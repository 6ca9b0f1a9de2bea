import { Me } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { onEachEngine, type OpenEngineHouse } from '../../testing/each-engine.ts'
import type { TestHouse } from '../../testing/house.ts'
import { operatorAuditEntries } from '../audit/collections.ts'

jest.setTimeout(60_000)

const suite = (open: OpenEngineHouse): void => {
  let house: TestHouse
  beforeAll(async () => {
    house = await open(Date.now)
  })
  afterAll(() => house.remove())

  const meOf = async (person: SignedIn) => Me.parse((await person.get('/me')).body)
  const lastOf = async (organizationId: string, action: string) =>
    (
      await house.foundation.documents.operator().find(operatorAuditEntries, {}, { limit: 500, scan: true })
    ).items.findLast((entry) => entry.organization_id === organizationId && entry.action === action)

  test('a person and an organisation are called otherwise from the next answer on, with a trace', async () => {
    const { organizationId } = await house.createMerchant()
    const owner = await signInTo(house, organizationId)
    const colleague = await signInTo(house, organizationId, 'viewer')
    expect((await owner.patch('/account', { name: ' Inés Okafor-Reed ' })).status).toBe(200)
    expect((await owner.patch('/organization', { name: 'Marlow Group' })).status).toBe(200)
    expect(await meOf(owner)).toMatchObject({
      person: { name: 'Inés Okafor-Reed' },
      organization: { name: 'Marlow Group' },
    })
    const seen = await meOf(colleague)
    expect(seen.organization.name).toBe('Marlow Group')
    expect(seen.colleagues.map(({ name }) => name)).toContain('Inés Okafor-Reed')
    expect((await lastOf(organizationId, 'person.renamed'))?.details).toEqual({})
    expect((await lastOf(organizationId, 'organization.renamed'))?.details).toEqual({ name: 'Marlow Group' })
  })

  test('nobody but an owner names the organisation, and no name is empty or endless', async () => {
    const { organizationId } = await house.createMerchant('Before')
    const admin = await signInTo(house, organizationId, 'admin')
    expect((await admin.patch('/organization', { name: 'Mine now' })).status).toBe(403)
    expect((await admin.patch('/account', { name: '   ' })).status).toBe(422)
    expect((await admin.patch('/account', { name: 'x'.repeat(101) })).status).toBe(422)
    expect(await meOf(admin)).toMatchObject({ person: { name: 'Ines Okafor' }, organization: { name: 'Before' } })
  })
}

onEachEngine('names', suite)
