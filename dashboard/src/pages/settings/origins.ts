/** Separated by commas, spaces or lines, as people paste them. */
export const splitOrigins = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)
