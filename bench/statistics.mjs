export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Half the distance between the extremes, as a share of the median: how far this machine can be believed. */
export const spread = (values) => (Math.max(...values) - Math.min(...values)) / 2 / median(values)

export const percent = (share) => `${(share * 100).toFixed(0)} %`
