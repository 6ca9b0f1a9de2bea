import { AppError } from '../../platform/app-error.ts'
import type { PersonDocument } from './collections.ts'
import type { AccountDeps } from './deps.ts'
import { createFindPerson } from './find-person.ts'
import type { Passwords } from './password.ts'
import type { SecondFactor } from './second-factor/second-factor.ts'

export interface Proof {
  readonly password?: string | undefined
  readonly code?: string | undefined
}

const wrong = (pointer: string, code: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code, detail }] })

/**
 * Before what cannot be undone: whoever sits at an open browser shows the password or a fresh code once more. Throws
 * `validation_failed`, and `code_wrong`.
 */
export const createProveAgain = (
  deps: AccountDeps & { readonly passwords: Passwords; readonly secondFactor: SecondFactor },
) => {
  const findPerson = createFindPerson(deps)
  return async (personId: string, { password = '', code = '' }: Proof): Promise<PersonDocument> => {
    const person = await findPerson(personId)
    if (code !== '') {
      if ((await deps.secondFactor.use(person, code)) === undefined) throw new AppError('code_wrong')
      return person
    }
    if (password.length === 0)
      throw wrong('/password', 'required', 'Your password, or a code of your app, is asked for here.')
    if (!(await deps.passwords.fits(person.password, password))) {
      throw wrong('/password', 'wrong', 'This is not your password.')
    }
    return person
  }
}
