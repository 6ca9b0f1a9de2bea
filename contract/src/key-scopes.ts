/** What a secret key opens. A key that names none opens all, as keys did before there were scopes. */
export const keyScopes = ['score', 'label', 'read', 'lists', 'rules'] as const
export type KeyScope = (typeof keyScopes)[number]
