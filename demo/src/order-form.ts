export interface PartyForm {
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly city: string
  readonly postal: string
  readonly country: string
}
export interface OrderForm {
  readonly email: string
  readonly billing: PartyForm
  readonly shipping: PartyForm
  readonly delivery: 'standard' | 'express'
  readonly card: string
  /** What the collector left in the form; empty when it could not. */
  readonly session: string
}

const longest = 200

/** From the posted form. An empty delivery address means the billing address. */
export const readOrderForm = (posted: Readonly<Record<string, unknown>>): OrderForm => {
  const text = (name: string): string => {
    const value = posted[name]
    return typeof value === 'string' ? value.trim().slice(0, longest) : ''
  }
  const billing: PartyForm = {
    name: text('name'),
    phone: text('phone'),
    address: text('address'),
    city: text('city'),
    postal: text('postal'),
    country: text('country'),
  }
  const elsewhere = text('ship_address') !== ''
  const shipping: PartyForm = elsewhere
    ? {
        name: text('ship_name') || billing.name,
        phone: billing.phone,
        address: text('ship_address'),
        city: text('ship_city'),
        postal: text('ship_postal'),
        country: text('ship_country') || billing.country,
      }
    : billing
  return {
    email: text('email'),
    billing,
    shipping,
    delivery: text('delivery') === 'express' ? 'express' : 'standard',
    card: text('card'),
    session: text('goodfaith_session'),
  }
}
