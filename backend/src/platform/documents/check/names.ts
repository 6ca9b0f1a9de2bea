/** Names that may stand in SQL and in MongoDB paths as they are. Everything else only ever travels as a value. */
const plainName = /^[a-z][a-z0-9_]{0,62}$/

export const isPlainName = (name: string): boolean => plainName.test(name)
