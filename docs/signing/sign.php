<?php
declare(strict_types=1);

/** Hex HMAC-SHA256, the value of X-Signature. $target is the path with its query. */
function goodfaith_sign(
    string $secret,
    string $method,
    string $target,
    string $timestamp,
    string $nonce,
    string $body
): string {
    $isAssessment = $method === 'POST' && explode('?', $target, 2)[0] === '/v1/assessments';
    $subject = $isAssessment ? $body : "$method $target.$body";
    return hash_hmac('sha256', "$timestamp.$nonce.$subject", $secret);
}

/** Scores one order. Give the same $idempotencyKey when you try again. Returns the status and the body as text. */
function goodfaith_assess(string $url, string $key, string $secret, string $body, string $idempotencyKey): array
{
    $timestamp = (string) time();
    $nonce = bin2hex(random_bytes(16));
    $signature = goodfaith_sign($secret, 'POST', '/v1/assessments', $timestamp, $nonce, $body);
    $headers = [
        "Authorization: Bearer $key",
        'Content-Type: application/json',
        "Idempotency-Key: $idempotencyKey",
        "X-Timestamp: $timestamp",
        "X-Nonce: $nonce",
        "X-Signature: $signature",
    ];
    // ignore_errors: the body of a refusal says what was wrong.
    $options = ['method' => 'POST', 'header' => $headers, 'content' => $body, 'timeout' => 5, 'ignore_errors' => true];
    $answer = file_get_contents("$url/v1/assessments", false, stream_context_create(['http' => $options]));
    if ($answer === false) {
        throw new RuntimeException('Goodfaith could not be reached.');
    }
    // The function came with PHP 8.4, which retires the variable.
    $lines = function_exists('http_get_last_response_headers')
        ? http_get_last_response_headers()
        : $http_response_header;
    return [(int) explode(' ', $lines[0])[1], $answer];
}

$arguments = array_slice($argv, 1);
if (count($arguments) === 6 && $arguments[0] === '--sign') {
    [, $method, $target, $timestamp, $nonce, $body] = $arguments;
    echo goodfaith_sign((string) getenv('GOODFAITH_SIGNING_SECRET'), $method, $target, $timestamp, $nonce, $body), "\n";
} elseif (count($arguments) === 1) {
    [$status, $answer] = goodfaith_assess(
        (string) getenv('GOODFAITH_URL'),
        (string) getenv('GOODFAITH_SECRET_KEY'),
        (string) getenv('GOODFAITH_SIGNING_SECRET'),
        $arguments[0],
        bin2hex(random_bytes(16))
    );
    echo $answer, "\n";
    exit($status === 200 ? 0 : 1);
} else {
    fwrite(STDERR, "usage: php sign.php BODY | php sign.php --sign METHOD TARGET TIMESTAMP NONCE BODY\n");
    exit(2);
}
