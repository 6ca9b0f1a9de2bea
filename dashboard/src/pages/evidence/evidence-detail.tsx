import type { EvidenceEntry } from '#contract/console.ts'
import { formatPoints } from '../../format/number.ts'

const directionWord: Record<EvidenceEntry['direction'], string> = {
  'more-is-worse': 'More is worse; what is learned stays so.',
  'more-is-better': 'More is better; what is learned stays so.',
  none: 'What is learned may go either way.',
}

/** What it is worth at which value, where its number comes from, and how its reason reads. */
export const EvidenceDetail = ({ entry }: { entry: EvidenceEntry }) => (
  <div class="stack evidence-detail">
    <p>“{entry.sample}”</p>
    <p class="row">
      {entry.points.map(({ label, points }) => (
        <span class="tag" key={label}>
          {label}: <b>{formatPoints(points)}</b>
        </span>
      ))}
    </p>
    <p class="soft">
      Points from: {entry.basis}. {directionWord[entry.direction]} When it is not known: {entry.missing}.
    </p>
    <p class="quiet">
      <code>{entry.name}</code>
      {entry.unit && `, in ${entry.unit}`}
    </p>
  </div>
)
