/** One message to one reader, ready to go. */
export interface Mail {
  /** Ours, and stable over tries: the Message-ID is made of it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface MailTransport {
  /** The same mail twice is one mail to its reader: a folder writes the same file. A server delivers both. */
  readonly mayRepeat: boolean
  /** Resolves when the mail was taken. Throws `MailNotTaken`, or something else when nobody can know. */
  deliver(mail: Mail): Promise<void>
  close(): void
}

/** Certainly not taken: trying again sends it once. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken'
  constructor(
    /** What to say of it in a log: a code, never the server's text, which repeats addresses. */
    readonly code: string,
    /** The server will never take it. */
    readonly forGood: boolean,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
