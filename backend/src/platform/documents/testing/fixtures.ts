import { collection } from '../collection.ts'

/** Sealed, in two parts, indexed, with a unique claim and an expiry: like the orders of a store. */
export const orders = collection({
  name: 'orders',
  scope: 'merchant',
  sealed: true,
  later: ['n', 'more', 'verdict'],
  fields: { at: 'number', status: 'string', claim: 'string', paid: 'boolean', amount: 'number', gone_at: 'number' },
  indexes: [
    { fields: ['at'] },
    { fields: ['status', 'at'] },
    { fields: ['paid'] },
    { fields: ['amount'], sparse: true },
    { fields: ['claim'], unique: true, sparse: true },
  ],
  expires: 'gone_at',
})

/** In clear, changed by followers. */
export const notes = collection({
  name: 'notes',
  scope: 'merchant',
  fields: { topic: 'string', first: 'number', last: 'number', gone_at: 'number' },
  indexes: [{ fields: ['topic'] }],
  expires: 'gone_at',
})

export const profiles = collection({
  name: 'profiles',
  scope: 'merchant',
  fields: { folded_to: 'number', last: 'number' },
  indexes: [{ fields: ['last'], sparse: true }],
  ring: { field: 'events', columns: ['id', 'at', 'amount', 'partner'], keep: 5, foldedTo: 'folded_to' },
})

/** A ring that never overflows in a test. */
export const rides = collection({
  name: 'rides',
  scope: 'merchant',
  fields: { folded_to: 'number' },
  ring: { field: 'events', columns: ['id', 'at'], keep: 256, foldedTo: 'folded_to' },
})

export const entries = collection({
  name: 'entries',
  scope: 'merchant',
  fields: { at: 'number' },
  indexes: [{ fields: ['at'] }],
  appendOnly: true,
})

export const people = collection({
  name: 'people',
  scope: 'operator',
  sealed: true,
  fields: { email_ref: 'string' },
  indexes: [{ fields: ['email_ref'], unique: true }],
})

export const signals = collection({
  name: 'signals',
  scope: 'network',
  fields: { seen: 'number' },
  indexes: [{ fields: ['seen'] }],
})

export const everyCollection = [orders, notes, profiles, rides, entries, people, signals]
