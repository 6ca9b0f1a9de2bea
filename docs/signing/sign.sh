#!/bin/sh
# Signs calls to Goodfaith with openssl and sends them with curl.
# The secret is seen in the process list while openssl runs: for trying things out, not for a shared machine.
set -eu

# Hex HMAC-SHA256, the value of X-Signature. The target is the path with its query.
goodfaith_sign() { # secret method target timestamp nonce body
  case "$2 ${3%%\?*}" in
    'POST /v1/assessments') subject=$6 ;;
    *) subject="$2 $3.$6" ;;
  esac
  printf '%s' "$4.$5.$subject" | openssl dgst -sha256 -hmac "$1" | sed 's/^.* //'
}

# Scores one order. Give the same Idempotency-Key when you try again.
goodfaith_assess() { # body idempotency-key
  timestamp=$(date +%s)
  nonce=$(openssl rand -hex 16)
  signature=$(goodfaith_sign "$GOODFAITH_SIGNING_SECRET" POST /v1/assessments "$timestamp" "$nonce" "$1")
  printf '%s' "$1" | curl --silent --show-error --fail-with-body --max-time 5 "$GOODFAITH_URL/v1/assessments" \
    -H "Authorization: Bearer $GOODFAITH_SECRET_KEY" \
    -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $2" \
    -H "X-Timestamp: $timestamp" \
    -H "X-Nonce: $nonce" \
    -H "X-Signature: $signature" \
    --data-binary @-
}

if [ "${1-}" = --sign ] && [ $# -eq 6 ]; then
  goodfaith_sign "$GOODFAITH_SIGNING_SECRET" "$2" "$3" "$4" "$5" "$6"
elif [ $# -eq 1 ] && [ "$1" != --sign ]; then
  goodfaith_assess "$1" "$(openssl rand -hex 16)"
  echo
else
  echo 'usage: sign.sh BODY | sign.sh --sign METHOD TARGET TIMESTAMP NONCE BODY' >&2
  exit 2
fi
