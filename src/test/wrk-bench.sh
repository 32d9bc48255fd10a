# Sourced by the benchmarks that drive clusters of their own with wrk. Every cluster has a name, a port offset and data of its own.
command -v wrk >/dev/null || { echo "wrk is missing (Debian: apt install wrk)." >&2; exit 1; }
bench_data=$PWD/target/bench
lines=$(mktemp)
began=()
trap 'bench_down; rm -f "$lines"' EXIT

# bench_up NAME OFFSET [OPTION…]: a fresh cluster under the load profile, a payer with money, and a payee. Sets token.
bench_up() {
    local name=$1 offset=$2 direct=http://127.0.0.1:$((5001 + $2))
    bench_cluster "$name" "$offset" down --wipe >/dev/null 2>&1 || true
    began+=("$name $offset")
    bench_cluster "$name" "$offset" up --profile load "${@:3}" >/dev/null
    token=
    for who in payer payee; do
        bench_post "$direct/auth/register" "{\"name\":\"$who\",\"email\":\"$who@example.com\",\"user_id\":\"bench-$who\",\"password\":\"a long password\"}"
    done >/dev/null
    token=$(bench_post "$direct/auth/login" '{"email":"payer@example.com","password":"a long password"}' | sed 's/.*"token":"\([^"]*\)".*/\1/')
    bench_post "$direct/api/wallet/recharge" '{"amount":10000000.00}' -H 'Idempotency-Key: bench' >/dev/null
}

bench_cluster() { PHONEPAY_PORT_OFFSET=$2 PHONEPAY_DATA=$bench_data/$1 ./phonepay "${@:3}"; }

bench_post() { curl -sS "$1" -H 'Content-Type: application/json' -H "Authorization: Bearer $token" "${@:3}" -d "$2"; }

bench_down() {
    for one in "${began[@]}"; do
        # shellcheck disable=SC2086 — a name and an offset
        bench_cluster $one down --wipe >/dev/null 2>&1 || true
    done
}

# measure NAME URL CONNECTIONS SECONDS read|pay: a line with requests/s, p50 and p99 in ms, and bad answers.
measure() {
    local told
    told=$(wrk -t "$(($3 < 2 ? 1 : 2))" -c "$3" -d "$4s" --timeout 10s -s src/test/payments.lua "$2" -- "$token" "$5" | sed -n 's/^RESULT //p')
    echo "$1 $5 $3 $told" | tee -a "$lines"
}
