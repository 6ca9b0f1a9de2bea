/** Finding and starting what the tests run against. Each answer says what it is, or why it is not there. */
export { findBrowsers } from './browsers.mjs'
export { startMongodb } from './mongodb.mjs'
export { startRedis } from './redis.mjs'
