import type { LabelBatchReply } from '#contract/labels.ts'
import { postText } from '../../api/client.ts'
import { formatCount } from '../../format/number.ts'
import { useUpload, type LineProblem, type UploadCounts } from '../../parts/upload/use-upload.ts'
import { usePlace } from '../../shell/place.ts'

const problemsKept = 100

/** "/lines/5/label": the line of the part, whose header is line 1, and the column. */
const problemOf = (firstLine: number, pointer: string, detail: string): LineProblem => {
  const [, , line = '2', column = ''] = pointer.split('/')
  return { line: firstLine + Number(line) - 2, column, detail }
}

/** A table of labels, told in parts; telling it again tells nothing twice. */
export const useLabelUpload = (onDone: () => void) => {
  const { api } = usePlace()
  return useUpload(
    {
      start: () => {
        const sums = { done: 0, recorded: 0, unchanged: 0, refused: 0 }
        const problems: LineProblem[] = []
        return Promise.resolve(async ({ csv, rows, firstLine }): Promise<UploadCounts> => {
          const reply = await postText<LabelBatchReply>(api('labels'), csv, 'text/csv')
          sums.done += rows
          sums.recorded += reply.recorded
          sums.unchanged += reply.unchanged
          sums.refused += reply.refused
          for (const answer of reply.data) {
            if (answer.status === 'refused' && problems.length < problemsKept)
              problems.push(problemOf(firstLine, answer.pointer, answer.detail))
          }
          return {
            done: sums.done,
            says: `${formatCount(sums.recorded)} recorded, ${formatCount(sums.unchanged)} known before`,
            refused: sums.refused,
            problems: [...problems],
          }
        })
      },
    },
    onDone,
  )
}
