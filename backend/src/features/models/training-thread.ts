import { parentPort, workerData } from 'node:worker_threads'
import { createTraining, type LearningOrder, type TrainingJob } from './train.ts'

/** Entry of the training thread: pages of orders in, progress and one result out. Knows no database. */
const port = parentPort
if (port) {
  const training = createTraining(workerData as TrainingJob, (share) => {
    port.postMessage({ progress: share })
  })
  port.on('message', (orders: readonly LearningOrder[] | null) => {
    if (orders) {
      training.add(orders)
      port.postMessage({ taken: orders.length })
      return
    }
    port.postMessage({ trained: JSON.stringify(training.finish()) })
    port.close()
  })
}
