import type { Block, LetterPage } from './page.ts'

const say = (text: string): Block => ({ say: text })
const link = (label: string, to: string): Block => ({ link: label, to })
const nothing = say('If this was not you, nothing has changed and you can leave this mail unanswered.')
const act = (security: string): readonly Block[] => [
  say('If this was not you, set a new password now and sign out everywhere.'),
  link('Look at your account', security),
]

/** What each kind of letter needs to know. Links are whole addresses, made from PUBLIC_URL. */
export interface LetterData {
  'confirm-address': { readonly link: string; readonly name: string }
  'account-exists': { readonly signIn: string; readonly reset: string }
  'reset-password': { readonly link: string }
  'password-changed': { readonly security: string; readonly at: string }
  'confirm-new-address': { readonly link: string }
  'address-changing': { readonly to: string; readonly security: string; readonly at: string }
  'second-factor-changed': { readonly what: string; readonly security: string; readonly at: string }
  'unusual-sign-in': {
    readonly why: string
    readonly at: string
    readonly country: string
    readonly client: string
    readonly security: string
  }
  'impersonation-started': {
    readonly operator: string
    readonly organization: string
    readonly reason: string
    readonly at: string
    readonly until: string
    readonly dashboard: string
  }
  'account-deleted': { readonly at: string }
  closed: { readonly what: string; readonly at: string; readonly until: string; readonly dashboard: string }
  'audit-anchors': { readonly at: string; readonly lines: string }
  invitation: { readonly organization: string; readonly role: string; readonly link: string }
}
export type LetterKind = keyof LetterData

const letters: { readonly [Kind in LetterKind]: (data: LetterData[Kind]) => LetterPage } = {
  'confirm-address': (data) => ({
    subject: 'Confirm your e-mail address',
    blocks: [
      say(`Hello ${data.name}, confirm this address and your account is ready. The link is good for 24 hours, once.`),
      link('Confirm this address', data.link),
      nothing,
    ],
  }),
  'account-exists': (data) => ({
    subject: 'You have an account already',
    blocks: [
      say('Somebody, probably you, asked for a new account with this address. There is one already.'),
      link('Sign in', data.signIn),
      link('Forgot the password', data.reset),
      nothing,
    ],
  }),
  'reset-password': (data) => ({
    subject: 'Set a new password',
    blocks: [
      say('Somebody asked to set a new password for your account. The link is good for one hour, once.'),
      link('Set a new password', data.link),
      nothing,
    ],
  }),
  'password-changed': (data) => ({
    subject: 'Your password was changed',
    blocks: [say(`The password of your account was changed at ${data.at}.`), ...act(data.security)],
  }),
  'confirm-new-address': (data) => ({
    subject: 'Confirm your new e-mail address',
    blocks: [
      say('Confirm that this address is yours, and it becomes the one you sign in with. Good for one hour, once.'),
      link('Confirm the new address', data.link),
      nothing,
    ],
  }),
  'address-changing': (data) => ({
    subject: 'Your e-mail address was changed',
    blocks: [
      say(`At ${data.at} the address of your account was changed to ${data.to}. Mail no longer comes here.`),
      ...act(data.security),
    ],
  }),
  'second-factor-changed': (data) => ({
    subject: 'How you sign in was changed',
    blocks: [say(`At ${data.at}: ${data.what}.`), ...act(data.security)],
  }),
  'unusual-sign-in': (data) => ({
    subject: 'A sign-in that is unusual for you',
    blocks: [
      say(`Somebody signed in to your account. ${data.why}`),
      {
        facts: [
          ['When', data.at],
          ['Where', data.country],
          ['With', data.client],
        ],
      },
      ...act(data.security),
    ],
  }),
  invitation: (data) => ({
    subject: `You are invited to ${data.organization}`,
    blocks: [
      say(
        `${data.organization} asks you to join as ${data.role}. The link is for this address, good for 24 hours, once.`,
      ),
      link('Join', data.link),
      say('If you do not know why, you can leave this mail unanswered.'),
    ],
  }),
  'impersonation-started': (data) => ({
    subject: `The operator looks at ${data.organization}`,
    blocks: [
      say(
        `${data.operator}, who runs this installation of Goodfaith, sees ${data.organization} as you do. Nothing can be changed that way.`,
      ),
      {
        facts: [
          ['Reason', data.reason],
          ['From', data.at],
          ['Until at the latest', data.until],
        ],
      },
      say('Under Settings an owner can end it at once, and switch it off for good.'),
      link('Open the dashboard', data.dashboard),
    ],
  }),
  closed: (data) => ({
    subject: 'Closed, and soon erased',
    blocks: [
      say(`At ${data.at} an owner closed ${data.what}. Its keys stopped at once. At ${data.until} its data is erased.`),
      say('Until then every owner can take it back, in the danger zone of the dashboard.'),
      link('To the dashboard', data.dashboard),
    ],
  }),
  'audit-anchors': (data) => ({
    subject: 'Signed heads of the audit trail',
    blocks: [
      say(`Keep this mail where the server cannot reach it. Heads that moved, as signed until ${data.at}:`),
      ...data.lines.split('\n').map(say),
      say('To compare: save the text of this mail and run npx goodfaith audit verify --anchors FILE.'),
    ],
  }),
  'account-deleted': (data) => ({
    subject: 'Your account was deleted',
    blocks: [say(`Your account was deleted at ${data.at}, as you asked. This is the last mail about it.`)],
  }),
}

/** A letter as a feature asks for it. */
export type Letter = {
  readonly [Kind in LetterKind]: { readonly kind: Kind; readonly to: string; readonly data: LetterData[Kind] }
}[LetterKind]

/** The same as it is stored. */
export interface LetterJson {
  readonly kind: string
  readonly to: string
  readonly data: Readonly<Record<string, string>>
  readonly [name: string]: string | Readonly<Record<string, string>>
}

export const letterJson = ({ kind, to, data }: Letter): LetterJson => ({ kind, to, data: { ...data } })

/** undefined: of a kind that this release no longer writes. */
export const pageOf = ({ kind, data }: LetterJson): LetterPage | undefined => {
  if (!Object.hasOwn(letters, kind)) return undefined
  const write = letters[kind as LetterKind] as (given: unknown) => LetterPage
  return write(data)
}
