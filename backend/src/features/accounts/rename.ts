import { operatorAuditEntry } from '../audit/service.ts'
import { people } from './collections.ts'
import type { AccountDeps } from './deps.ts'
import { createFindPerson } from './find-person.ts'

/** What a person is called. The trace says that it changed, not what it was: names stay out of what lasts. */
export const createRename = (deps: AccountDeps) => {
  const findPerson = createFindPerson(deps)
  return async (personId: string, name: string): Promise<void> => {
    const { id, organization_id: organizationId } = await findPerson(personId)
    const trace = operatorAuditEntry({
      ...{ organization_id: organizationId, actor: { type: 'person', id }, at: deps.clock() },
      ...{ action: 'person.renamed', object: { type: 'person', id } },
    })
    await deps.documents.operator().write({ update: people, id, changes: { set: { name } } }, [trace])
    await deps.changes.announce()
  }
}
