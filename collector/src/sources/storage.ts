import { sources } from '@fingerprintjs/fingerprintjs'

/** Which kinds of storage exist. Looks whether they are there; writes nothing. */
export const getStorage = () => [sources.localStorage(), sources.sessionStorage(), sources.indexedDB()]
