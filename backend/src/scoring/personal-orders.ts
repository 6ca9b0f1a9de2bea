import type { Steps } from './evidence.ts'
import type { Window } from './profile-windows.ts'

/** Orders of one e-mail address or phone: two in a row happen when something was forgotten; four in five minutes do not. */
export const personalOrders: Readonly<Record<Window, Steps>> = {
  '5m': [
    [1, -2],
    [2, -4],
    [4, -6],
  ],
  '1h': [
    [2, -2],
    [4, -4],
    [8, -6],
  ],
  '24h': [
    [3, -2],
    [6, -4],
    [12, -6],
  ],
  '7d': [
    [10, -2],
    [20, -4],
  ],
  '30d': [
    [25, -1],
    [60, -3],
  ],
}
