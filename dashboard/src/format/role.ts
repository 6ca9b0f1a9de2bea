import { permissions, type Permission, type ActingRole } from '#contract/roles.ts'

export const roleWord: Readonly<Record<ActingRole, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  approver: 'Approver',
  viewer: 'Viewer',
  operator: 'Operator',
}

/** "Owner, Admin and Approver" */
export const whoMay = (permission: Permission): string => {
  const words = permissions[permission].roles.filter((role) => role !== 'operator').map((role) => roleWord[role])
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
