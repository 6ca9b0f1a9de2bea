import { formatPoints } from '../format/number.ts'

export const Points = ({ points }: { points: number }) => (
  <span class={points < 0 ? 'points down' : points > 0 ? 'points up' : 'points'}>{formatPoints(points)}</span>
)
