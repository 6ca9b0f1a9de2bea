import type { Evidence } from './evidence.ts'
import { accountAgeDays } from './evidence/account-age-days.ts'
import { addressEmails30d } from './evidence/address-emails-30d.ts'
import { addressKnownDays } from './evidence/address-known-days.ts'
import { addressOrders } from './evidence/address-orders.ts'
import { addressRefused30d } from './evidence/address-refused-30d.ts'
import { agentBot } from './evidence/agent-bot.ts'
import { automationHints } from './evidence/automation-hints.ts'
import { basketItems } from './evidence/basket-items.ts'
import { basketRisk } from './evidence/basket-risk.ts'
import { cardDevices24h } from './evidence/card-devices-24h.ts'
import { cardEmails7d } from './evidence/card-emails-7d.ts'
import { cardKnownDays } from './evidence/card-known-days.ts'
import { cardOrders } from './evidence/card-orders.ts'
import { cardRefused24h } from './evidence/card-refused-24h.ts'
import { codNewCustomer } from './evidence/cod-new-customer.ts'
import { customerGoodOrders } from './evidence/customer-good-orders.ts'
import { deviceAccounts24h } from './evidence/device-accounts-24h.ts'
import { deviceCards24h } from './evidence/device-cards-24h.ts'
import { deviceEmails24h } from './evidence/device-emails-24h.ts'
import { deviceHiddenParts } from './evidence/device-hidden-parts.ts'
import { deviceKnownDays } from './evidence/device-known-days.ts'
import { deviceOrders } from './evidence/device-orders.ts'
import { deviceRefused24h } from './evidence/device-refused-24h.ts'
import { emailAddresses30d } from './evidence/email-addresses-30d.ts'
import { emailCards24h } from './evidence/email-cards-24h.ts'
import { emailDevices7d } from './evidence/email-devices-7d.ts'
import { emailDigits } from './evidence/email-digits.ts'
import { emailDisposable } from './evidence/email-disposable.ts'
import { emailFitsName } from './evidence/email-fits-name.ts'
import { emailGibberish } from './evidence/email-gibberish.ts'
import { emailKnownDays } from './evidence/email-known-days.ts'
import { emailMalformed } from './evidence/email-malformed.ts'
import { emailOrders } from './evidence/email-orders.ts'
import { emailRefused24h } from './evidence/email-refused-24h.ts'
import { emailTypo } from './evidence/email-typo.ts'
import { ipCards1h } from './evidence/ip-cards-1h.ts'
import { ipEmails1h } from './evidence/ip-emails-1h.ts'
import { ipHosting } from './evidence/ip-hosting.ts'
import { ipKnownDays } from './evidence/ip-known-days.ts'
import { ipOrders } from './evidence/ip-orders.ts'
import { ipRefused24h } from './evidence/ip-refused-24h.ts'
import { locationIpBilling } from './evidence/location-ip-billing.ts'
import { locationIpShipping } from './evidence/location-ip-shipping.ts'
import { locationLanguage } from './evidence/location-language.ts'
import { locationTimeZone } from './evidence/location-time-zone.ts'
import { networkEmailFraud } from './evidence/network-email-fraud.ts'
import { networkPhoneFraud } from './evidence/network-phone-fraud.ts'
import { networkCardFraud } from './evidence/network-card-fraud.ts'
import { networkAddressFraud } from './evidence/network-address-fraud.ts'
import { networkIpFraud } from './evidence/network-ip-fraud.ts'
import { networkEmailDomainFraud } from './evidence/network-email-domain-fraud.ts'
import { networkDeviceFraud } from './evidence/network-device-fraud.ts'
import { networkEmailDeclined } from './evidence/network-email-declined.ts'
import { networkPhoneDeclined } from './evidence/network-phone-declined.ts'
import { networkCardDeclined } from './evidence/network-card-declined.ts'
import { networkAddressDeclined } from './evidence/network-address-declined.ts'
import { networkEmailGood } from './evidence/network-email-good.ts'
import { networkPhoneGood } from './evidence/network-phone-good.ts'
import { networkCardGood } from './evidence/network-card-good.ts'
import { networkAddressGood } from './evidence/network-address-good.ts'
import { orderAmountRank } from './evidence/order-amount-rank.ts'
import { orderAttempts } from './evidence/order-attempts.ts'
import { orderCountryShare } from './evidence/order-country-share.ts'
import { orderSameAddress } from './evidence/order-same-address.ts'
import { orderSameCountry } from './evidence/order-same-country.ts'
import { orderSameName } from './evidence/order-same-name.ts'
import { paymentAuthorized } from './evidence/payment-authorized.ts'
import { paymentAvs } from './evidence/payment-avs.ts'
import { paymentCvc } from './evidence/payment-cvc.ts'
import { paymentDeclineCode } from './evidence/payment-decline-code.ts'
import { paymentMethod } from './evidence/payment-method.ts'
import { paymentThreeDSecure } from './evidence/payment-three-d-secure.ts'
import { phoneCountry } from './evidence/phone-country.ts'
import { phoneEmails7d } from './evidence/phone-emails-7d.ts'
import { phoneKnownDays } from './evidence/phone-known-days.ts'
import { phoneMalformed } from './evidence/phone-malformed.ts'
import { phoneOrders } from './evidence/phone-orders.ts'
import { phoneRefused30d } from './evidence/phone-refused-30d.ts'
import { phoneType } from './evidence/phone-type.ts'
import { sessionAgeMinutes } from './evidence/session-age-minutes.ts'
import { sessionAgentMoved } from './evidence/session-agent-moved.ts'
import { sessionExpired } from './evidence/session-expired.ts'
import { sessionIp } from './evidence/session-ip.ts'
import { sessionMissing } from './evidence/session-missing.ts'
import { sessionNoConsent } from './evidence/session-no-consent.ts'
import { sessionNotTaken } from './evidence/session-not-taken.ts'
import { sessionOriginMissing } from './evidence/session-origin-missing.ts'
import { sessionSecondsToOrder } from './evidence/session-seconds-to-order.ts'
import { sessionShared } from './evidence/session-shared.ts'
import { sessionUnknown } from './evidence/session-unknown.ts'
import { shippingExpressNew } from './evidence/shipping-express-new.ts'

/**
 * Append only: stored verdicts keep their values in this order, so an older array is a prefix of it. What is wrong is
 * retired by points of 0, never removed.
 */
export const registry: readonly Evidence[] = [
  sessionMissing,
  sessionUnknown,
  sessionExpired,
  sessionNoConsent,
  sessionNotTaken,
  sessionShared,
  sessionAgeMinutes,
  sessionIp,
  sessionAgentMoved,
  sessionOriginMissing,
  sessionSecondsToOrder,
  automationHints,
  agentBot,
  deviceHiddenParts,
  locationTimeZone,
  locationLanguage,
  locationIpBilling,
  locationIpShipping,
  ipHosting,
  emailMalformed,
  emailDisposable,
  emailTypo,
  emailGibberish,
  emailDigits,
  emailFitsName,
  phoneMalformed,
  phoneCountry,
  phoneType,
  emailKnownDays,
  phoneKnownDays,
  cardKnownDays,
  addressKnownDays,
  deviceKnownDays,
  ipKnownDays,
  customerGoodOrders,
  accountAgeDays,
  ...emailOrders,
  ...phoneOrders,
  ...cardOrders,
  ...deviceOrders,
  ...ipOrders,
  ...addressOrders,
  deviceEmails24h,
  deviceCards24h,
  deviceAccounts24h,
  emailDevices7d,
  emailCards24h,
  emailAddresses30d,
  phoneEmails7d,
  cardEmails7d,
  cardDevices24h,
  ipEmails1h,
  ipCards1h,
  addressEmails30d,
  orderAttempts,
  emailRefused24h,
  cardRefused24h,
  ipRefused24h,
  deviceRefused24h,
  phoneRefused30d,
  addressRefused30d,
  paymentMethod,
  paymentAuthorized,
  paymentAvs,
  paymentCvc,
  paymentThreeDSecure,
  paymentDeclineCode,
  codNewCustomer,
  orderSameCountry,
  orderSameAddress,
  orderSameName,
  orderAmountRank,
  orderCountryShare,
  basketRisk,
  basketItems,
  shippingExpressNew,
  networkEmailFraud,
  networkPhoneFraud,
  networkCardFraud,
  networkAddressFraud,
  networkIpFraud,
  networkEmailDomainFraud,
  networkDeviceFraud,
  networkEmailDeclined,
  networkPhoneDeclined,
  networkCardDeclined,
  networkAddressDeclined,
  networkEmailGood,
  networkPhoneGood,
  networkCardGood,
  networkAddressGood,
]

/** Each appended evidence is a new version. */
export const registryVersion = registry.length
