/** GOODFAITH_TEST_WITHOUT=redis,mongodb,browser: as if they were not on this machine. */
export const isPretendedAway = (name) =>
  (process.env['GOODFAITH_TEST_WITHOUT'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .includes(name)

export const pretendedAway = (name, variable = name) => ({
  name,
  skipped: `GOODFAITH_TEST_WITHOUT names ${variable}`,
})
