import { collection, type Document } from '../../platform/documents/collection.ts'

/** One per store and mode that holds invented orders; without it nothing there is a sample. */
export interface SamplesDocument extends Document {
  readonly state: 'writing' | 'present'
  readonly orders: number
}
export const samples = collection<SamplesDocument>({ name: 'samples', scope: 'merchant', fields: {} })
