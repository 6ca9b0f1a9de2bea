/** Wire types, as `POST /v1/assessments` takes and answers them. Held equal to the server's schemas by types.test.ts. */

export interface Party {
  name?: string | undefined
  name_sha256?: string | undefined
  phone?: string | undefined
  phone_sha256?: string | undefined
  address?: string | undefined
  address_2?: string | undefined
  address_sha256?: string | undefined
  city?: string | undefined
  region?: string | undefined
  postal?: string | undefined
  /** ISO 3166-1 alpha-2 */
  country?: string | undefined
}

export interface CartItem {
  item_id?: string | undefined
  category?: string | undefined
  quantity?: number | undefined
  /** Minor units */
  price?: number | undefined
}

export interface AssessmentRequest {
  /** What the collector left in `input[name=goodfaith_session]`. */
  session_id?: string | undefined
  event?:
    | {
        type?: 'purchase' | 'payment_attempt' | 'account_creation' | 'login' | undefined
        /** ISO 8601 with zone */
        time?: string | undefined
      }
    | undefined
  order: {
    id: string
    /** Integer minor units: 12999 is 129.99 */
    amount: number
    /** ISO 4217 */
    currency: string
  }
  account?: { id?: string | undefined; id_sha256?: string | undefined; created_at?: string | undefined } | undefined
  email?: { address?: string | undefined; address_sha256?: string | undefined } | undefined
  billing?: Party | undefined
  shipping?: (Party & { method?: string | undefined }) | undefined
  payment?:
    | {
        method?: 'card' | 'cod' | 'bank_transfer' | 'paypal' | 'wallet' | 'invoice' | 'gift_card' | 'other' | undefined
        /** The payment provider's token. Never a card number: those are refused. */
        token?: string | undefined
        token_sha256?: string | undefined
        /** First six to eight digits of the card. */
        bin?: string | undefined
        avs?: string | undefined
        cvc?: string | undefined
        three_d_secure?:
          | 'authenticated'
          | 'attempted'
          | 'failed'
          | 'unavailable'
          | 'not_enrolled'
          | 'frictionless'
          | 'challenged'
          | undefined
        authorized?: boolean | undefined
        decline_code?: string | null | undefined
      }
    | undefined
  shopping_cart?: CartItem[] | undefined
  /** What your own server saw of the shopper. `id` is your own device identifier. */
  device?: { ip?: string | undefined; user_agent?: string | undefined; id?: string | undefined } | undefined
  /** Names like loyalty_tier. */
  custom_inputs?: Record<string, string | number | boolean> | undefined
}

export interface Reason {
  /** Stable, e.g. DEVICE_MANY_EMAILS_24H */
  code: string
  points: number
  sentiment: 'positive' | 'negative' | 'neutral'
  scope: 'store' | 'network' | 'device' | 'order'
  value: number | boolean | string | null
  /** A sentence for people. */
  text: string
  /** The score without this reason. */
  without: number
}

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical'
export type Decision = 'approve' | 'review' | 'decline'

export interface Assessment {
  id: string
  livemode: boolean
  created_at: string
  session_id: string | null
  order_id: string
  attempt: number
  previous: string | null
  /** 0 to 100; 100 is trusted. */
  trust_score: number
  sum: number
  base: number
  risk_level: RiskLevel
  decision: Decision
  would_decide: Decision | null
  decided_by: { type: 'score' | 'rule' | 'list' | 'test'; id: string | null; name: string | null }
  recommendation: 'none' | 'challenge_3ds' | 'confirm_order' | 'verify_identity' | 'hold_shipment'
  /** Some source was late or broken; `degraded_causes` names it. The score stands without it. */
  degraded: boolean
  degraded_causes: string[]
  control: boolean
  reasons: Reason[]
  policy_revision: string
  engine: string
  device: { id: string; confidence: number; first_seen_at: string } | null
  /** Fields that were dropped or not known. */
  warnings: { code: string; pointer: string; detail?: string | undefined }[]
  latency_ms: number
}
