import type { mongo } from 'mongoose'
import { StoreUnavailable } from '../errors.ts'
import { reach } from './server-errors.ts'
import type { Row, Rows } from './stored.ts'

export type BulkOperation = mongo.AnyBulkWriteOperation<Row>

/** What the server refused of one operation; the others of its bulk are written all the same. */
export interface Refusal {
  readonly code: number
  readonly message: string
}

export interface BulkQueue {
  /** Resolves once it is written, or refused. */
  run(operation: BulkOperation): Promise<Refusal | undefined>
}

interface Waiting {
  readonly operation: BulkOperation
  readonly resolve: (refusal: Refusal | undefined) => void
  readonly reject: (error: unknown) => void
}

const isBulkError = (error: unknown): error is mongo.MongoBulkWriteError =>
  error instanceof Error && error.name === 'MongoBulkWriteError'

const refusalsOf = (error: mongo.MongoBulkWriteError): ReadonlyMap<number, Refusal> => {
  const errors: readonly mongo.WriteError[] = [error.writeErrors].flat()
  return new Map(errors.map(({ index, code, errmsg = '' }) => [index, { code, message: errmsg }]))
}

/** A bulk that failed for anything but refusals is not known to be durable. */
const refusedOnly = (error: mongo.MongoBulkWriteError): ReadonlyMap<number, Refusal> => {
  const refusals = refusalsOf(error)
  if (refusals.size === 0 || error.result.getWriteConcernError()) throw new StoreUnavailable(error)
  return refusals
}

const send = async (rows: Rows, operations: BulkOperation[]): Promise<ReadonlyMap<number, Refusal>> => {
  try {
    await rows.bulkWrite(operations, { ordered: false })
    return new Map()
  } catch (error) {
    if (isBulkError(error)) return refusedOnly(error)
    throw error
  }
}

/** All writes to one collection in one turn of the event loop go out together, unordered: one round trip for all. */
export const createBulkQueue = (rows: Rows): BulkQueue => {
  let waiting: Waiting[] = []
  const flush = async (): Promise<void> => {
    const due = waiting
    waiting = []
    try {
      const refusals = await reach(() =>
        send(
          rows,
          due.map(({ operation }) => operation),
        ),
      )
      due.forEach(({ resolve }, at) => resolve(refusals.get(at)))
    } catch (error) {
      for (const { reject } of due) reject(error)
    }
  }
  return {
    run: (operation) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(() => void flush())
        waiting.push({ operation, resolve, reject })
      }),
  }
}
