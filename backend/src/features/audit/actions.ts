/** Everything that leaves a trace. Names are stable: they are exported, searched and alerted on. Append only. */
export const auditActions = [
  'organization.created',
  'merchant.created',
  'merchant.settings_changed',
  'policy.changed',
  'key.created',
  'key.rotated',
  'key.revoked',
  'person.created',
  'sign_in.succeeded',
  'sign_in.failed',
  'sign_in.refresh_reused',
  'sign_out',
  'assessment.decided',
  'assessment.replayed',
  'operator.crossed_tenants',
] as const
export type AuditAction = (typeof auditActions)[number]
