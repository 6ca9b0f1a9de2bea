import { AppError } from '../../platform/app-error.ts'
import { people, type PersonDocument } from './collections.ts'
import type { AccountDeps } from './deps.ts'

/** Throws `sign_in_required` when the account is gone. */
export const createFindPerson = ({ documents }: Pick<AccountDeps, 'documents'>) => {
  const operator = documents.operator()
  return async (personId: string): Promise<PersonDocument> => {
    const person = await operator.get(people, personId)
    if (!person) throw new AppError('sign_in_required')
    return person
  }
}
