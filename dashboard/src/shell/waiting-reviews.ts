/** Filled in once the queue answers. */
export const useWaitingReviews = (): number | undefined => undefined
