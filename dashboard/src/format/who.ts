/** People and keys stand in answers by their id; names of colleagues are not everybody's business. */
export const whoWord = (id: string | null, me: string): string => {
  if (id === null) return 'nobody'
  if (id === me) return 'you'
  if (id.startsWith('usr_')) return 'a colleague'
  return id.startsWith('key_') ? 'your store' : id
}
