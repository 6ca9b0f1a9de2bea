/** A checkout in a frame has another time zone of its own rarely, other storage often. */
export const isFramed = (): boolean => window.top !== window.self
