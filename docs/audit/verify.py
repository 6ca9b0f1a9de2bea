"""Verifies an export of `goodfaith audit export`: python3 verify.py export.jsonl"""
import hashlib, json, sys

def digest(value):
    # RFC 8785; entries hold strings, whole numbers, booleans and null, so sorted keys without white space are it.
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()

previous, seq, sealed = "0" * 64, 0, 0
for line in open(sys.argv[1], encoding="utf-8"):
    pair = json.loads(line)
    link, entry = pair["link"], pair["entry"]
    seq += 1
    claimed = link.pop("digest")
    good = link["seq"] == seq and link["previous"] == previous and digest(link) == claimed
    if entry is None:
        sealed += 1
    else:
        good = good and entry["id"] == link["id"] and digest(entry) == link["entry_digest"]
    if not good:
        print(f"broken at {seq}: {link['id']}")
        sys.exit(1)
    previous = claimed
print(f"whole, {seq} links, {sealed} without their entry, head {previous}")
