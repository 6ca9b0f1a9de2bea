import { sources } from '@fingerprintjs/fingerprintjs'

/** Last digits of transcendental functions; they differ between math libraries. */
export const getMath = () => sources.math()
