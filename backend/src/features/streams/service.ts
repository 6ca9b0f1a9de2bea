export { noSchema, readSchema, SchemaRefused, type InputSchema } from './input-schema.ts'
export { replayStream, StreamRefused, type Replayed, type ReplayProgress } from './replay-stream.ts'
export { reportOf, type StreamReport } from './report.ts'
