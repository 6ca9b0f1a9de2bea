import { AppError } from '../../platform/app-error.ts'
import { StoreUnavailable } from '../../platform/documents/errors.ts'

/** Nothing is answered that is not durable: the caller is told to come back, and an order that was recorded stays. */
export const asUnavailable = (error: unknown): unknown =>
  error instanceof StoreUnavailable ? new AppError('not_durable', { retryAfterSeconds: 1, cause: error }) : error
