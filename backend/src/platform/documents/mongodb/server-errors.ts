import { StoreUnavailable } from '../errors.ts'

const duplicateKey = 11_000
/** TypeMismatch and BadValue: an operator met a value it cannot work on. */
const unfit = new Set([2, 14])
/** Stepping down, shutting down, out of time, not enough members: the server may be well again in a moment. */
const passing = new Set([6, 7, 50, 64, 89, 91, 100, 189, 262, 9_001, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436])

/** By name: the driver is loaded only where a MongoDB is configured. */
const outOfReach = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoPoolClosedError',
  'MongoPoolClearedError',
  'MongoPoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoWriteConcernError',
])

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

export const isDuplicate = (error: unknown): boolean => codeOf(error) === duplicateKey
export const isUnfit = (error: unknown): boolean => unfit.has(Number(codeOf(error)))

/** From the sentence of error 11000, which every server words alike; `keyPattern` is not sent by all of them. */
export const duplicateIndex = (message: string): string => / index: (\S+)/.exec(message)?.[1] ?? 'unknown'

const isOutOfReach = (error: unknown): boolean =>
  error instanceof Error && (outOfReach.has(error.name) || passing.has(Number(codeOf(error))))

/** Whatever says that the server is away becomes the one error that callers know. */
export const reach = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw isOutOfReach(error) ? new StoreUnavailable(error) : error
  }
}
