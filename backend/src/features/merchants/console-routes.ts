import type { z } from 'zod'
import { Install, Settings, SettingsChange } from '#contract/console.ts'
import { route, type RequestContext, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { ReadInstall } from './install.ts'
import type { MerchantService, SettingsPatch } from './service.ts'

export interface MerchantRouteDeps {
  readonly merchants: MerchantService
  readonly install: ReadInstall
  /** Where this server is reached, as configured or as this request reached it. */
  readonly publicUrlOf: (context: RequestContext) => string
}

const store = '/console/v1/stores/:store/:mode'

const adaptPatch = (change: z.infer<typeof SettingsChange>): SettingsPatch => ({
  name: change.name,
  timeZone: change.time_zone,
  orderUrl: change.order_url,
  allowedOrigins: change.allowed_origins,
  thresholds: change.thresholds,
  necessaryOnly: change.necessary_only,
  maturityDays: change.maturity_days,
  customInputs: change.custom_inputs,
})

const readSettings = async (merchants: MerchantService, merchantId: string): Promise<z.infer<typeof Settings>> => {
  const [settings, policy] = await Promise.all([merchants.settings(merchantId), merchants.policy(merchantId)])
  return {
    name: settings.name,
    time_zone: settings.timeZone,
    order_url: settings.orderUrl,
    allowed_origins: [...settings.allowedOrigins],
    thresholds: { ...policy.cards.standard.thresholds },
    necessary_only: settings.necessaryOnly,
    maturity_days: settings.maturityDays,
    custom_inputs: [...settings.customInputs],
    base: policy.cards.standard.base,
    policy_revision: policy.revision,
  }
}

export const merchantRoutes = ({ merchants, install, publicUrlOf }: MerchantRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: `${store}/install`,
    summary: 'What a store needs to be connected, and what arrived from it',
    reads: 'settings',
    caller: 'person',
    permission: 'settings.read',
    reply: Install,
    handle: ({ caller, params, context }) => install(storeOf(caller, params), publicUrlOf(context)),
  }),
  route({
    method: 'GET',
    path: `${store}/settings`,
    summary: 'Settings of the store, shared by test and live',
    reads: 'settings',
    caller: 'person',
    permission: 'settings.read',
    reply: Settings,
    handle: ({ caller, params }) => readSettings(merchants, storeOf(caller, params).merchantId),
  }),
  route({
    method: 'PATCH',
    path: `${store}/settings`,
    summary: 'Change settings; only what is sent is changed',
    caller: 'person',
    permission: 'settings.change',
    body: SettingsChange,
    reply: Settings,
    handle: async ({ caller, params, body }) => {
      const { merchantId, person } = storeOf(caller, params)
      await merchants.changeSettings({ type: 'person', id: person.personId }, merchantId, adaptPatch(body))
      return readSettings(merchants, merchantId)
    },
  }),
]
