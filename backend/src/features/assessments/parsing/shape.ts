import { z } from 'zod'

/** The names a schema knows, so that unknown fields can be named without a second list to keep. */
export type Shape =
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'record' }
  | { readonly kind: 'value'; readonly nullable: boolean }

export const shapeOf = (schema: z.core.$ZodType): Shape => {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap())
  if (schema instanceof z.ZodNullable) return { kind: 'value', nullable: true }
  if (schema instanceof z.ZodArray) return { kind: 'list', item: shapeOf(schema.element) }
  if (schema instanceof z.ZodRecord) return { kind: 'record' }
  if (!(schema instanceof z.ZodObject)) return { kind: 'value', nullable: false }
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, shapeOf(field as z.core.$ZodType)] as const)
  return { kind: 'object', fields: new Map(fields) }
}
