import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Ground } from './ground.ts'
import type { AssessmentService } from './features/assessments/service.ts'
import type { LabelService } from './features/labels/service.ts'
import type { NetworkService } from './features/network/service.ts'
import { createModels, createRunTraining, type ModelService } from './features/models/service.ts'
import { AppError } from './platform/app-error.ts'

export interface LearningAndModels {
  readonly models: ModelService
}

interface Past {
  readonly assessments: Pick<AssessmentService, 'stored'>
  readonly labels: LabelService
  readonly network: Pick<NetworkService, 'shares'>
}

const nobody = (error: unknown): null => {
  if (error instanceof AppError) return null
  throw error
}

/** What is learned from labels, beside what decides. `root` is where the build lies. */
export const createLearningAndModels = (
  { clock, log, foundation }: Ground,
  root: string,
  { assessments, labels, network }: Past,
): LearningAndModels => {
  const { documents, changes, merchants, accounts } = foundation
  const thread = join(root, 'dist', 'backend', 'training-thread.mjs')
  return {
    models: createModels({
      ...{ documents, changes, clock, log, merchants, labels },
      stored: assessments.stored,
      runTraining: createRunTraining(existsSync(thread) ? thread : null),
      shares: (tenant) => network.shares(tenant),
      personName: async (id) => (await accounts.person(id).catch(nobody))?.name ?? null,
    }),
  }
}
