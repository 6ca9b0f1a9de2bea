import type { Thresholds } from '../../parts/waterfall/steps.ts'

const isScore = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 100

/** What is wrong with them, by field and in one sentence each; empty when they can be saved. */
export const thresholdProblems = ({ review, decline }: Thresholds): Partial<Record<'review' | 'decline', string>> => {
  if (!isScore(review)) return { review: 'Choose a whole number from 0 to 100.' }
  if (!isScore(decline)) return { decline: 'Choose a whole number from 0 to 100.' }
  if (decline <= review) return {}
  return {
    decline: `${decline} is above the review limit of ${review}. Choose ${review} or less, or raise the review limit first.`,
  }
}

const range = (from: number, to: number): string => (from === to ? String(from) : `${from} to ${to}`)

/** "Scores of 0 to 19 are declined, of 20 to 39 go to review, from 40 are approved." */
export const thresholdSentence = ({ review, decline }: Thresholds): string => {
  const parts = [
    decline > 0 ? `of ${range(0, decline - 1)} are declined` : '',
    review > decline ? `of ${range(decline, review - 1)} go to review` : '',
    `from ${review} are approved`,
  ]
  return `Scores ${parts.filter(Boolean).join(', ')}.`
}
