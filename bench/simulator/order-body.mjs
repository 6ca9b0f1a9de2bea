const partyOf = ({ name, phone, home }) => ({ name, phone, ...home })

/** The body of POST /v1/assessments. What is undefined disappears in JSON. */
export const orderBody = ({
  store,
  person,
  basket,
  method,
  payment,
  shipTo,
  device,
  ip,
  account,
  shipping,
  custom,
}) => ({
  event: { type: 'purchase' },
  order: { id: '', amount: basket.amount, currency: store.currency },
  account: account ? { id: account.id, created_at: new Date(account.since).toISOString() } : undefined,
  email: { address: person.email },
  billing: partyOf(person),
  shipping: { ...partyOf({ ...person, ...shipTo }), method: shipping },
  payment: { method, ...payment },
  shopping_cart: basket.cart,
  device: { ip, user_agent: device.agent, id: device.id },
  custom_inputs: custom,
})

/** What a bank answers. `honest`: how often all fits; thieves with a full set of papers get the same answers. */
export const bankAnswer = (chance, { card, fits, strong, refused }) => ({
  token: card.token,
  bin: card.bin,
  avs: chance.is(0.25) ? 'U' : chance.is(fits) ? 'Y' : chance.pick(['N', 'Z', 'A']),
  cvc: chance.is(0.06) ? 'U' : chance.is(Math.min(1, fits + 0.09)) ? 'M' : 'N',
  three_d_secure: strong,
  authorized: !chance.is(refused),
})
