import type { Decision } from '#contract/assessment.ts'
import { createColumn, createNames, createTexts } from './column.ts'
import type { CardName } from './learner.ts'
import type { Judged } from './run-stream.ts'

/** What the report needs of each order, in 80 bytes and its id: an object takes four times as many. */
export interface JudgedOrders {
  readonly add: (judged: Judged) => void
  readonly at: (index: number) => Judged
}

export const createJudgedOrders = (): JudgedOrders => {
  const ids = createTexts()
  const names = createNames()
  const numbers = {
    ...{ at: createColumn(), trustScore: createColumn(), rawScore: createColumn() },
    ...{ amount: createColumn(), rival: createColumn() },
  }
  const named = { decision: createColumn(), topReason: createColumn(), card: createColumn(), currency: createColumn() }
  const nameAt = (column: keyof typeof named, index: number): string => names.name(named[column].at(index))

  return {
    add: ({ line, card, amount, currency, rival }) => {
      ids.push(line.orderId)
      numbers.at.push(line.at)
      numbers.trustScore.push(line.trustScore)
      numbers.rawScore.push(line.rawScore)
      numbers.amount.push(amount)
      numbers.rival.push(rival ?? NaN)
      for (const [column, name] of [
        ['decision', line.decision],
        ['topReason', line.topReason],
        ['card', card],
        ['currency', currency],
      ] as const) {
        named[column].push(names.numberOf(name))
      }
    },
    at: (index) => {
      const rival = numbers.rival.at(index)
      return {
        line: {
          orderId: ids.at(index),
          at: numbers.at.at(index),
          trustScore: numbers.trustScore.at(index),
          rawScore: numbers.rawScore.at(index),
          decision: nameAt('decision', index) as Decision,
          topReason: nameAt('topReason', index),
        },
        card: nameAt('card', index) as CardName,
        amount: numbers.amount.at(index),
        currency: nameAt('currency', index),
        rival: Number.isNaN(rival) ? null : rival,
      }
    },
  }
}
