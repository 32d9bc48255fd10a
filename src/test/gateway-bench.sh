#!/usr/bin/env bash
# What the gateway costs: reads and keyed payments, at one node directly and through one gateway, in turns in one run.
# Each round asks another node directly: the one that owns the account answers a read without asking a second node, and
# the gateway's requests go to all three.
# Needs wrk. Starts a cluster of its own and wipes it. ROUNDS, SECONDS_EACH and CONNECTIONS change the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${ROUNDS:-3} each=${SECONDS_EACH:-8} connections=${CONNECTIONS:-64}
export PHONEPAY_PORT_OFFSET=${PHONEPAY_PORT_OFFSET:-6000}
export PHONEPAY_DATA=${PHONEPAY_DATA:-$PWD/target/gateway-bench/data}
direct=http://127.0.0.1:$((5001 + PHONEPAY_PORT_OFFSET)) gateway=http://127.0.0.1:$((5000 + PHONEPAY_PORT_OFFSET))
command -v wrk >/dev/null || { echo "wrk is missing (Debian: apt install wrk)." >&2; exit 1; }

script=$(mktemp) lines=$(mktemp)
trap './phonepay down --wipe >/dev/null 2>&1; rm -f "$script" "$lines"' EXIT
./phonepay down --wipe >/dev/null 2>&1 || true
./phonepay up --profile load >/dev/null

post() { curl -sS "$direct$1" -H 'Content-Type: application/json' -H "Authorization: Bearer ${token:-}" "${@:3}" -d "$2"; }
for who in payer payee; do
    post /auth/register "{\"name\":\"$who\",\"email\":\"$who@example.com\",\"user_id\":\"bench-$who\",\"password\":\"a long password\"}" >/dev/null
done
token=$(post /auth/login '{"email":"payer@example.com","password":"a long password"}' | sed 's/.*"token":"\([^"]*\)".*/\1/')
post /api/wallet/recharge '{"amount":10000000.00}' -H 'Idempotency-Key: bench' >/dev/null

cat >"$script" <<'LUA'
-- Every payment has a key of its own; the threads and the runs are told apart by a name.
local number, run = 0, os.time() .. "-" .. math.random(1000000000)
local threads = 0
function setup(thread) threads = threads + 1; thread:set("id", threads) end
function init(args)
  token, paying = args[1], args[2] == "pay"
  run = os.time() .. "-" .. id .. "-" .. tostring({}):sub(8)
end
function request()
  local headers = { ["Authorization"] = "Bearer " .. token }
  if not paying then return wrk.format("GET", "/api/wallet/balance", headers) end
  number = number + 1
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = "bench-" .. run .. "-" .. number
  return wrk.format("POST", "/api/payment/initiate", headers, '{"receiver_id":"bench-payee@phonepay","amount":0.01}')
end
function done(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end
LUA

# measure NAME URL CONNECTIONS SECONDS read|pay
measure() {
    local told
    told=$(wrk -t "$(($3 < 2 ? 1 : 2))" -c "$3" -d "$4s" --timeout 10s -s "$script" "$2" -- "$token" "$5" | sed -n 's/^RESULT //p')
    echo "$1 $5 $3 $told" | tee -a "$lines"
}

echo "# where what connections requests/s p50-ms p99-ms bad"
for what in read pay; do
    echo "# warming up: $what"
    for target in "$direct" "$gateway" "$direct" "$gateway"; do measure warm "$target" "$connections" "${WARM:-15}" "$what" >/dev/null; done
    for ((round = 1; round <= rounds; round++)); do
        node=http://127.0.0.1:$((5001 + (round - 1) % 3 + PHONEPAY_PORT_OFFSET))
        for many in 1 "$connections"; do
            measure direct "$node" "$many" "$each" "$what"
            measure gateway "$gateway" "$many" "$each" "$what"
        done
    done
done
grep -v '^warm' "$lines" | awk '
    { key = $2 " " $3; rate[key, $1] += $4; p50[key, $1] += $5; n[key, $1]++; keys[key] }
    END { for (key in keys) printf "%s connections: %.0f/s direct, %.0f/s through the gateway (%.0f %%); p50 %.2f and %.2f ms (+%.2f)\n", key,
        rate[key, "direct"] / n[key, "direct"], rate[key, "gateway"] / n[key, "gateway"],
        100 * rate[key, "gateway"] / rate[key, "direct"], p50[key, "direct"] / n[key, "direct"],
        p50[key, "gateway"] / n[key, "gateway"], p50[key, "gateway"] / n[key, "gateway"] - p50[key, "direct"] / n[key, "direct"] }' | sort
