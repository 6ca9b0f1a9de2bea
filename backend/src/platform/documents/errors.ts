/** A mistake of the program, not of a caller: it reads as an internal error and is fixed by a commit. */
export class Misuse extends Error {
  override name = 'Misuse'
}

/** A value that JSON does not know, or a field that is not of its declared type. */
export class InvalidDocument extends Misuse {
  override readonly name = 'InvalidDocument'
}

/** A filter, a sort or a limit that the port does not know. */
export class InvalidQuery extends Misuse {
  override readonly name = 'InvalidQuery'
}

/** No declared index serves the query: declare one, or say `scan: true` where walking everything is meant. */
export class IndexMissing extends Misuse {
  override readonly name = 'IndexMissing'
}

/** A cursor that no page gave. Cursors come back from callers, so this one may be theirs. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
  constructor() {
    super('This cursor was not given by a page of this list.')
  }
}

/** The engine could not make the write durable (disk full, server away). Nothing is known to be written; try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  constructor(cause: unknown) {
    super('The store cannot be written now.', { cause })
  }
}
