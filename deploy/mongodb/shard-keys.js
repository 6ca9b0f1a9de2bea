/*
 * Shard keys for a sharded cluster, for mongosh, once the indexes are there (see roles.js):
 *
 *   mongosh "mongodb://admin@mongos/goodfaith" deploy/mongodb/shard-keys.js
 *
 * A document belongs to a merchant and a mode (m, t), which stand in every filter and every write, so each of them reaches
 * one shard. Collections with a unique index are split by merchant and mode and no finer, because a unique index must
 * begin with the shard key; the others also by key, so that one large merchant can lie on several shards. Documents of the
 * installation are few and are not split.
 *
 * Untried: no sharded cluster was at hand.
 */

const byMerchant = ['assessments', 'devices', 'models']
const byMerchantAndKey = [
  ...['profiles', 'sessions', 'outbox', 'idempotency', 'counters', 'norms', 'audit', 'samples', 'rule_counts'],
  ...['labels', 'outcomes', 'outcome_totals', 'maturity', 'order_events', 'reviews', 'rescores', 'order_packs'],
  ...['list_items', 'list_imports', 'lists_in_use', 'learning', 'key_requests'],
]

const name = (collection) => `${db.getName()}.${collection}`

sh.enableSharding(db.getName())
for (const collection of byMerchant) sh.shardCollection(name(collection), { m: 1, t: 1 })
for (const collection of byMerchantAndKey) {
  db.getCollection(collection).createIndex({ m: 1, t: 1, _id: 1 })
  sh.shardCollection(name(collection), { m: 1, t: 1, _id: 1 })
}
