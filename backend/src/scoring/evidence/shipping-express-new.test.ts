import { days, eventAgo, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { shippingExpressNew } from './shipping-express-new.ts'

const express = { ...shipping, method: 'dhl express', express: true }

tableOf(shippingExpressNew, [
  [
    'express to a new address',
    { order: { shipping: express }, profiles: { address: profileOf([]) } },
    true,
    -5,
    'Express delivery to an address that is new here',
  ],
  [
    'express to a known one',
    { order: { shipping: express }, profiles: { address: profileOf([eventAgo(days)]) } },
    false,
    0,
  ],
  ['no hurry', { order: { shipping: { ...express, express: false } }, profiles: { address: profileOf([]) } }, false, 0],
  ['no method', { order: { shipping }, profiles: { address: profileOf([]) } }, null],
  ['no history could be read', { order: { shipping: express } }, null],
])
