/** The kinds of thing two orders can have in common. The order is the order of evidence and of columns; append only. */
export const identifierKinds = ['device', 'email', 'phone', 'card', 'ip', 'address', 'account', 'email_domain'] as const
export type IdentifierKind = (typeof identifierKinds)[number]
