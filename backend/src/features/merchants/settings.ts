import { mostDeclaredIdentifiers, type CustomInput, type CustomInputKind } from '#contract/custom-inputs.ts'
import { AppError } from '../../platform/app-error.ts'
import { originOf } from '../../platform/http/origin.ts'
import type { MerchantDocument } from './collections.ts'

/** Chargebacks come for up to 120 days; most of them within 60. */
export const defaultMaturityDays = 60

/** What other rooms read of a merchant. */
export interface MerchantSettings {
  readonly merchantId: string
  readonly organizationId: string
  readonly name: string
  readonly demo: boolean
  readonly allowedOrigins: readonly string[]
  readonly timeZone: string
  readonly orderUrl: string | null
  readonly necessaryOnly: boolean
  /** After so many days of silence an order that went through is good. */
  readonly maturityDays: number
  /** As the store declared them. */
  readonly customInputs: readonly CustomInput[]
  /** The same by name; null: nothing is declared. */
  readonly inputKinds: Readonly<Record<string, CustomInputKind>> | null
  readonly createdAt: number
}

export const adaptSettings = (merchant: MerchantDocument): MerchantSettings => ({
  merchantId: merchant.id,
  organizationId: merchant.organization_id,
  name: merchant.name,
  demo: merchant.demo,
  allowedOrigins: merchant.allowed_origins,
  timeZone: merchant.time_zone,
  orderUrl: merchant.order_url,
  necessaryOnly: merchant.necessary_only,
  maturityDays: merchant.maturity_days ?? defaultMaturityDays,
  customInputs: merchant.custom_inputs ?? [],
  inputKinds: merchant.custom_inputs?.length
    ? Object.fromEntries(merchant.custom_inputs.map(({ name, kind }) => [name, kind]))
    : null,
  createdAt: merchant.created_at,
})

const refuse = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

/** A browser's Origin header, as it sends it: scheme, host, and a port where it is not the scheme's own. */
export const parseOrigin = (text: string, pointer = '/origin'): string => {
  const origin = originOf(text)
  if (origin !== undefined) return origin
  throw refuse(pointer, `${text} is not an origin such as https://shop.example; each one is named, without *.`)
}

export const parseTimeZone = (text: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw refuse('/time_zone', `${text} is not a time zone such as Europe/Berlin.`)
  }
}

const orderIdMark = '{order_id}'

/** The store's own page of an order. Only web addresses: the dashboard makes it a link. */
export const parseOrderUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || !text.includes(orderIdMark)) {
    throw refuse('/order_url', `The address must begin with https:// and contain ${orderIdMark}.`)
  }
  return text
}

export const parseMaturityDays = (days: number): number => {
  if (Number.isInteger(days) && days >= 1 && days <= 365) return days
  throw refuse('/maturity_days', 'Silence counts as good after a whole number of days, from 1 to 365.')
}

export const parseCustomInputs = (inputs: readonly CustomInput[]): readonly CustomInput[] => {
  inputs.forEach(({ name }, index) => {
    const isTaken = inputs.findIndex((other) => other.name === name) < index
    if (isTaken) throw refuse(`/custom_inputs/${index}/name`, `${name} is declared twice.`)
  })
  const identifiers = inputs.filter(({ kind }) => kind === 'identifier').length
  if (identifiers > mostDeclaredIdentifiers) {
    throw refuse('/custom_inputs', `At most ${mostDeclaredIdentifiers} custom inputs can be identifiers.`)
  }
  return inputs
}

export const parseThresholds = (thresholds: { readonly review: number; readonly decline: number }) => {
  const { review, decline } = thresholds
  const fits = [review, decline].every((score) => Number.isInteger(score) && score >= 0 && score <= 100)
  if (!fits || decline > review) {
    throw refuse('/thresholds', 'Thresholds are whole numbers from 0 to 100, decline at most as high as review.')
  }
  return { review, decline }
}
