/** Called by our own pages alone, of merchants' people and of operators: both doors look at origin and header. */
export const isForPages = (path: string): boolean => path.startsWith('/console/') || path.startsWith('/operator/')
