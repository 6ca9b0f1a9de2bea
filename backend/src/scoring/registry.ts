import type { Evidence } from './evidence.ts'
import { accountAddresses30d } from './evidence/account-addresses-30d.ts'
import { accountAgeDays } from './evidence/account-age-days.ts'
import { accountAmount24h } from './evidence/account-amount-24h.ts'
import { accountCards24h } from './evidence/account-cards-24h.ts'
import { accountCountries30d } from './evidence/account-countries-30d.ts'
import { accountDevices7d } from './evidence/account-devices-7d.ts'
import { accountEmails30d } from './evidence/account-emails-30d.ts'
import { accountKnownDays } from './evidence/account-known-days.ts'
import { accountLinkedBad } from './evidence/account-linked-bad.ts'
import { accountMinutesSince } from './evidence/account-minutes-since.ts'
import { accountOrders } from './evidence/account-orders.ts'
import { accountOutcomes } from './evidence/account-outcomes.ts'
import { addressAccounts30d } from './evidence/address-accounts-30d.ts'
import { addressCards30d } from './evidence/address-cards-30d.ts'
import { addressEmails30d } from './evidence/address-emails-30d.ts'
import { addressKnownDays } from './evidence/address-known-days.ts'
import { addressMinutesSince } from './evidence/address-minutes-since.ts'
import { addressOrders } from './evidence/address-orders.ts'
import { addressOutcomes } from './evidence/address-outcomes.ts'
import { addressRefusals } from './evidence/address-refusals.ts'
import { addressRefused30d } from './evidence/address-refused-30d.ts'
import { agentBot } from './evidence/agent-bot.ts'
import { automationHints } from './evidence/automation-hints.ts'
import { basketItems } from './evidence/basket-items.ts'
import { basketRisk } from './evidence/basket-risk.ts'
import { cardAccounts7d } from './evidence/card-accounts-7d.ts'
import { cardAddresses30d } from './evidence/card-addresses-30d.ts'
import { cardAmount24h } from './evidence/card-amount-24h.ts'
import { cardAmount7d } from './evidence/card-amount-7d.ts'
import { cardCountries30d } from './evidence/card-countries-30d.ts'
import { cardDeclinedOrders } from './evidence/card-declined-orders.ts'
import { cardDevices24h } from './evidence/card-devices-24h.ts'
import { cardEmails7d } from './evidence/card-emails-7d.ts'
import { cardKnownDays } from './evidence/card-known-days.ts'
import { cardLinkedBad } from './evidence/card-linked-bad.ts'
import { cardMinutesSince } from './evidence/card-minutes-since.ts'
import { cardOrders } from './evidence/card-orders.ts'
import { cardOutcomes } from './evidence/card-outcomes.ts'
import { cardRefused24h } from './evidence/card-refused-24h.ts'
import { cardSameAmount24h } from './evidence/card-same-amount-24h.ts'
import { cardUnpaidOrders } from './evidence/card-unpaid-orders.ts'
import { codNewCustomer } from './evidence/cod-new-customer.ts'
import { ownEmails24h } from './evidence/own-emails-24h.ts'
import { ownKnownDays } from './evidence/own-known-days.ts'
import { ownOrders1h } from './evidence/own-orders-1h.ts'
import { ownOrders24h } from './evidence/own-orders-24h.ts'
import { ownOutcomes } from './evidence/own-outcomes.ts'
import { customerAmountRatio } from './evidence/customer-amount-ratio.ts'
import { customerGoodOrders } from './evidence/customer-good-orders.ts'
import { deviceAccounts24h } from './evidence/device-accounts-24h.ts'
import { deviceAddresses7d } from './evidence/device-addresses-7d.ts'
import { deviceAmount24h } from './evidence/device-amount-24h.ts'
import { deviceCards24h } from './evidence/device-cards-24h.ts'
import { deviceCountries7d } from './evidence/device-countries-7d.ts'
import { deviceDeclinedOrders } from './evidence/device-declined-orders.ts'
import { deviceEmails24h } from './evidence/device-emails-24h.ts'
import { deviceHiddenParts } from './evidence/device-hidden-parts.ts'
import { deviceKnownDays } from './evidence/device-known-days.ts'
import { deviceMinutesSince } from './evidence/device-minutes-since.ts'
import { deviceOrders } from './evidence/device-orders.ts'
import { deviceOutcomes } from './evidence/device-outcomes.ts'
import { deviceRefused24h } from './evidence/device-refused-24h.ts'
import { deviceSameAmount24h } from './evidence/device-same-amount-24h.ts'
import { emailAccounts7d } from './evidence/email-accounts-7d.ts'
import { emailAddresses30d } from './evidence/email-addresses-30d.ts'
import { emailAmount24h } from './evidence/email-amount-24h.ts'
import { emailAmount30d } from './evidence/email-amount-30d.ts'
import { emailCards24h } from './evidence/email-cards-24h.ts'
import { emailCountries30d } from './evidence/email-countries-30d.ts'
import { emailDeclinedOrders } from './evidence/email-declined-orders.ts'
import { emailDevices7d } from './evidence/email-devices-7d.ts'
import { emailDigits } from './evidence/email-digits.ts'
import { emailDisposable } from './evidence/email-disposable.ts'
import { emailDomainEmails24h } from './evidence/email-domain-emails-24h.ts'
import { emailDomainKnownDays } from './evidence/email-domain-known-days.ts'
import { emailDomainOrders } from './evidence/email-domain-orders.ts'
import { emailDomainOutcomes } from './evidence/email-domain-outcomes.ts'
import { emailFitsName } from './evidence/email-fits-name.ts'
import { emailGibberish } from './evidence/email-gibberish.ts'
import { emailKnownDays } from './evidence/email-known-days.ts'
import { emailLinkedBad } from './evidence/email-linked-bad.ts'
import { emailMalformed } from './evidence/email-malformed.ts'
import { emailMinutesSince } from './evidence/email-minutes-since.ts'
import { emailOrders } from './evidence/email-orders.ts'
import { emailOutcomes } from './evidence/email-outcomes.ts'
import { emailRefusals } from './evidence/email-refusals.ts'
import { emailRefused24h } from './evidence/email-refused-24h.ts'
import { emailReturnedOrders } from './evidence/email-returned-orders.ts'
import { emailSameAmount24h } from './evidence/email-same-amount-24h.ts'
import { emailTypo } from './evidence/email-typo.ts'
import { emailUnpaidOrders } from './evidence/email-unpaid-orders.ts'
import { groupBadDays } from './evidence/group-bad-days.ts'
import { groupBadOrders } from './evidence/group-bad-orders.ts'
import { groupOutcomes } from './evidence/group-outcomes.ts'
import { ipAccounts1h } from './evidence/ip-accounts-1h.ts'
import { ipAmount24h } from './evidence/ip-amount-24h.ts'
import { ipCards1h } from './evidence/ip-cards-1h.ts'
import { ipCountries24h } from './evidence/ip-countries-24h.ts'
import { ipDeclinedOrders } from './evidence/ip-declined-orders.ts'
import { ipDevices1h } from './evidence/ip-devices-1h.ts'
import { ipEmails1h } from './evidence/ip-emails-1h.ts'
import { ipHosting } from './evidence/ip-hosting.ts'
import { ipKnownDays } from './evidence/ip-known-days.ts'
import { ipMinutesSince } from './evidence/ip-minutes-since.ts'
import { ipOrders } from './evidence/ip-orders.ts'
import { ipOutcomes } from './evidence/ip-outcomes.ts'
import { ipRefused24h } from './evidence/ip-refused-24h.ts'
import { ipSameAmount1h } from './evidence/ip-same-amount-1h.ts'
import { locationIpBilling } from './evidence/location-ip-billing.ts'
import { locationIpShipping } from './evidence/location-ip-shipping.ts'
import { locationLanguage } from './evidence/location-language.ts'
import { locationTimeZone } from './evidence/location-time-zone.ts'
import { networkAddressDeclined } from './evidence/network-address-declined.ts'
import { networkAddressFraud } from './evidence/network-address-fraud.ts'
import { networkAddressGood } from './evidence/network-address-good.ts'
import { networkCardDeclined } from './evidence/network-card-declined.ts'
import { networkCardFraud } from './evidence/network-card-fraud.ts'
import { networkCardGood } from './evidence/network-card-good.ts'
import { networkDeviceFraud } from './evidence/network-device-fraud.ts'
import { networkEmailDeclined } from './evidence/network-email-declined.ts'
import { networkEmailDomainFraud } from './evidence/network-email-domain-fraud.ts'
import { networkEmailFraud } from './evidence/network-email-fraud.ts'
import { networkEmailGood } from './evidence/network-email-good.ts'
import { networkIpFraud } from './evidence/network-ip-fraud.ts'
import { networkPhoneDeclined } from './evidence/network-phone-declined.ts'
import { networkPhoneFraud } from './evidence/network-phone-fraud.ts'
import { networkPhoneGood } from './evidence/network-phone-good.ts'
import { orderAmountRank } from './evidence/order-amount-rank.ts'
import { orderAmountRatio } from './evidence/order-amount-ratio.ts'
import { orderAttempts } from './evidence/order-attempts.ts'
import { orderCategoryAmountRank } from './evidence/order-category-amount-rank.ts'
import { orderCategoryShare } from './evidence/order-category-share.ts'
import { orderCountryShare } from './evidence/order-country-share.ts'
import { orderHourRatio } from './evidence/order-hour-ratio.ts'
import { orderItemsRatio } from './evidence/order-items-ratio.ts'
import { orderMethodShare } from './evidence/order-method-share.ts'
import { orderPriceShare } from './evidence/order-price-share.ts'
import { orderSameAddress } from './evidence/order-same-address.ts'
import { orderSameCountry } from './evidence/order-same-country.ts'
import { orderSameName } from './evidence/order-same-name.ts'
import { paymentAuthorized } from './evidence/payment-authorized.ts'
import { paymentAvs } from './evidence/payment-avs.ts'
import { paymentCvc } from './evidence/payment-cvc.ts'
import { paymentDeclineCode } from './evidence/payment-decline-code.ts'
import { paymentMethod } from './evidence/payment-method.ts'
import { paymentThreeDSecure } from './evidence/payment-three-d-secure.ts'
import { phoneAccounts30d } from './evidence/phone-accounts-30d.ts'
import { phoneCountry } from './evidence/phone-country.ts'
import { phoneEmails7d } from './evidence/phone-emails-7d.ts'
import { phoneKnownDays } from './evidence/phone-known-days.ts'
import { phoneMalformed } from './evidence/phone-malformed.ts'
import { phoneOrders } from './evidence/phone-orders.ts'
import { phoneOutcomes } from './evidence/phone-outcomes.ts'
import { phoneRefusals } from './evidence/phone-refusals.ts'
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
  groupOutcomes,
  groupBadOrders,
  groupBadDays,
  emailOutcomes,
  accountOutcomes,
  cardOutcomes,
  phoneOutcomes,
  deviceOutcomes,
  addressOutcomes,
  ipOutcomes,
  emailDomainOutcomes,
  phoneRefusals,
  addressRefusals,
  emailRefusals,
  emailDeclinedOrders,
  cardDeclinedOrders,
  deviceDeclinedOrders,
  ipDeclinedOrders,
  emailUnpaidOrders,
  cardUnpaidOrders,
  emailReturnedOrders,
  accountLinkedBad,
  emailLinkedBad,
  cardLinkedBad,
  emailAccounts7d,
  accountCards24h,
  accountEmails30d,
  accountAddresses30d,
  accountDevices7d,
  cardAccounts7d,
  cardAddresses30d,
  phoneAccounts30d,
  addressCards30d,
  addressAccounts30d,
  deviceAddresses7d,
  ipAccounts1h,
  ipDevices1h,
  emailDomainEmails24h,
  cardCountries30d,
  emailCountries30d,
  accountCountries30d,
  ipCountries24h,
  deviceCountries7d,
  cardSameAmount24h,
  emailSameAmount24h,
  deviceSameAmount24h,
  ipSameAmount1h,
  cardAmount24h,
  emailAmount24h,
  accountAmount24h,
  deviceAmount24h,
  ipAmount24h,
  emailAmount30d,
  cardAmount7d,
  emailMinutesSince,
  cardMinutesSince,
  deviceMinutesSince,
  ipMinutesSince,
  accountMinutesSince,
  addressMinutesSince,
  orderCategoryAmountRank,
  orderPriceShare,
  orderHourRatio,
  orderItemsRatio,
  orderCategoryShare,
  orderAmountRatio,
  orderMethodShare,
  customerAmountRatio,
  accountKnownDays,
  emailDomainKnownDays,
  ...accountOrders,
  ...emailDomainOrders,
  ownOutcomes,
  ownOrders1h,
  ownOrders24h,
  ownEmails24h,
  ownKnownDays,
]

/** Each appended evidence is a new version. */
export const registryVersion = registry.length
