interface Props {
  readonly kind: 'down' | 'up' | 'whole'
  readonly from: number
  readonly to: number
  /** Where the hairline comes in, and where it goes on. */
  readonly enter?: number
  readonly leave?: number
  readonly label?: string
}

const held = (score: number): number => Math.min(100, Math.max(0, score))
/** Nearer to 0 than this, the number would fall off the left end and stands at the right instead. */
const edgeAt = 8

export const Bar = ({ kind, from, to, enter, leave, label }: Props) => {
  const classes = [
    kind,
    enter === undefined ? '' : 'enter',
    leave === undefined ? '' : 'leave',
    kind === 'down' && from < edgeAt ? 'edge' : '',
  ]
  const place = { '--a': from, '--b': to, '--start': held(enter ?? 0), '--end': held(leave ?? 0) }
  return (
    <td class="track" aria-hidden="true">
      <div class={classes.filter(Boolean).join(' ')} style={place}>
        <i />
        {label && <span>{label}</span>}
      </div>
    </td>
  )
}
