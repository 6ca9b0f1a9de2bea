import type { Evidence, EvidenceValue, Steps } from './evidence.ts'

/** Unrounded points of a stored value. A value of the wrong type is as good as missing. */
export function pointsOf(evidence: Evidence, value: EvidenceValue): number {
  switch (evidence.type) {
    case 'number':
      return typeof value === 'number' ? pointsFrom(evidence.points, value) : 0
    case 'flag':
      return typeof value === 'boolean' ? evidence.points[value ? 'yes' : 'no'] : 0
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(evidence.points, value) ? (evidence.points[value] ?? 0) : 0
  }
}

function pointsFrom(steps: Steps, value: number): number {
  let points = 0
  // Every order passes here two hundred times: an index costs a third of what an iterator does.
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]
    if (!step || !(value >= step[0])) break
    points = step[1]
  }
  return points
}

/** Whether there is a sentence for it, without making it. */
export function isSayable(evidence: Evidence, value: EvidenceValue): boolean {
  switch (evidence.type) {
    case 'number':
      return typeof value === 'number'
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(evidence.points, value)
  }
}

/** The sentence for a stored value; null when it is missing, of the wrong type or not a known choice. */
export function sentenceOf(evidence: Evidence, value: EvidenceValue): string | null {
  switch (evidence.type) {
    case 'number':
      return typeof value === 'number' ? evidence.say(value) : null
    case 'flag':
      return typeof value === 'boolean' ? evidence.say(value) : null
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(evidence.points, value) ? evidence.say(value) : null
  }
}
