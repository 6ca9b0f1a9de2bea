"""Signs calls to Goodfaith. Python 3.9, standard library only."""

import hashlib
import hmac
import os
import secrets
import sys
import time
import urllib.error
import urllib.request


def sign(secret: str, method: str, target: str, timestamp: str, nonce: str, body: str) -> str:
    """Hex HMAC-SHA256, the value of X-Signature. `target` is the path with its query."""
    is_assessment = method == "POST" and target.split("?", 1)[0] == "/v1/assessments"
    subject = body if is_assessment else f"{method} {target}.{body}"
    message = f"{timestamp}.{nonce}.{subject}"
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest()


def assess(url: str, key: str, secret: str, body: str, idempotency_key: str) -> tuple[int, str]:
    """Scores one order. Give the same `idempotency_key` when you try again. Returns the status and the body."""
    timestamp = str(int(time.time()))
    nonce = secrets.token_hex(16)
    headers = {
        "Authorization": f"Bearer {key}",
        "Content-Type": "application/json",
        "Idempotency-Key": idempotency_key,
        "X-Timestamp": timestamp,
        "X-Nonce": nonce,
        "X-Signature": sign(secret, "POST", "/v1/assessments", timestamp, nonce, body),
    }
    request = urllib.request.Request(f"{url}/v1/assessments", body.encode(), headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def main(arguments: list[str]) -> int:
    secret = os.environ.get("GOODFAITH_SIGNING_SECRET", "")
    if len(arguments) == 6 and arguments[0] == "--sign":
        print(sign(secret, *arguments[1:]))
        return 0
    if len(arguments) == 1:
        url, key = os.environ["GOODFAITH_URL"], os.environ["GOODFAITH_SECRET_KEY"]
        status, answer = assess(url, key, secret, arguments[0], secrets.token_hex(16))
        print(answer)
        return 0 if status == 200 else 1
    print("usage: sign.py BODY | sign.py --sign METHOD TARGET TIMESTAMP NONCE BODY", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
