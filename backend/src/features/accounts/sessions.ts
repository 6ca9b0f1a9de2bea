import { AppError } from '../../platform/app-error.ts'
import { signIns, type SignInDocument } from './collections.ts'
import type { AccountDeps } from './deps.ts'
import { createSignInEnd } from './end-sign-in.ts'

export interface OwnSignIn {
  readonly id: string
  readonly createdAt: number
  readonly lastUsedAt: number
  readonly country: string | null
  readonly client: string | null
  readonly factor: NonNullable<SignInDocument['factor']>
  readonly unusual: readonly string[]
}

const adapt = (signIn: SignInDocument): OwnSignIn => ({
  id: signIn.id,
  createdAt: signIn.created_at,
  lastUsedAt: signIn.rotated_at ?? signIn.created_at,
  country: signIn.country ?? null,
  client: signIn.client ?? null,
  factor: signIn.factor ?? 'password',
  unusual: signIn.unusual ?? [],
})

export const createSessions = (deps: AccountDeps) => {
  const operator = deps.documents.operator()
  const { standing, end, endAll } = createSignInEnd(deps)
  return {
    list: async (personId: string): Promise<readonly OwnSignIn[]> => (await standing(personId)).map(adapt),
    end: async (personId: string, signInId: string): Promise<void> => {
      const signIn = await operator.get(signIns, signInId)
      if (signIn?.person_id !== personId || signIn.revoked_at !== null) throw new AppError('not_found')
      await end(signIn, 'sign_out')
    },
    endAll,
  }
}
