import type { IncomingMessage } from 'node:http'
import { AppError } from '../app-error.ts'

export const bodyLimitBytes = 64 * 1024
/** A refused body is still read, and dropped, up to here: a client that is busy sending would not see the answer. */
const drainedBytes = 1024 * 1024

const empty = Buffer.alloc(0)

const isEmpty = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0

/** The bytes as sent: signatures are over them. More than 64 KB is refused and none of it kept. */
export const readRawBody = (request: IncomingMessage): Promise<Buffer> => {
  if (isEmpty(request)) return Promise.resolve(empty)
  if (Number(request.headers['content-length'] ?? 0) > drainedBytes) {
    return Promise.reject(new AppError('body_too_large'))
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer): void => {
      size += chunk.length
      if (size <= bodyLimitBytes) chunks.push(chunk)
      else chunks = []
      if (size <= drainedBytes) return
      request.off('data', take)
      reject(new AppError('body_too_large'))
    }
    request.on('data', take)
    request.once('end', () => {
      if (size > bodyLimitBytes) reject(new AppError('body_too_large'))
      else resolve(chunks.length === 1 ? (chunks[0] ?? empty) : Buffer.concat(chunks))
    })
    request.once('close', () => {
      if (request.readableEnded) return
      reject(new AppError('body_malformed', { detail: 'The body ended early.' }))
    })
  })
}
