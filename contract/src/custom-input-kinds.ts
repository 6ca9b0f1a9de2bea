/** What a store may say of a custom input. What it does not name is found by type: numbers are binned, the rest are categories. */
export const customInputKinds = ['identifier', 'category', 'number', 'amount', 'ignore'] as const
export type CustomInputKind = (typeof customInputKinds)[number]
