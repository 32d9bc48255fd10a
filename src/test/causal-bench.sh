#!/usr/bin/env bash
# What the causal log costs: keyed payments at one node with the log and at one without, in turns in one run.
# Needs wrk. Starts two clusters of one node each and wipes them. ROUNDS, SECONDS_EACH and CONNECTIONS change the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${ROUNDS:-6} each=${SECONDS_EACH:-10} connections=${CONNECTIONS:-64}
source src/test/wrk-bench.sh
declare -A url=([on]=http://127.0.0.1:11001 [off]=http://127.0.0.1:12001) tokens
PHONEPAY_CAUSAL_LOG=true bench_up on 6000 --nodes 1
tokens[on]=$token
PHONEPAY_CAUSAL_LOG=off bench_up off 7000 --nodes 1
tokens[off]=$token

echo "# causal-log what connections payments/s p50-ms p99-ms bad"
for ((round = 0; round <= rounds; round++)); do
    for log in on off; do
        token=${tokens[$log]}
        if ((round == 0)); then
            echo "# warming up: $log"
            measure warm "${url[$log]}" "$connections" "${WARM:-60}" pay >/dev/null
        fi
        measure "$log" "${url[$log]}" "$connections" "$each" pay
    done
done
grep -v '^warm' "$lines" | awk '
    { rate[$1] += $4; p50[$1] += $5; p99[$1] += $6; n[$1]++ }
    END { printf "%.0f payments/s without the log, %.0f with it (%.1f %%); p50 %.1f and %.1f ms; p99 %.0f and %.0f ms\n",
        rate["off"] / n["off"], rate["on"] / n["on"], 100 * rate["on"] / rate["off"] * n["off"] / n["on"],
        p50["off"] / n["off"], p50["on"] / n["on"], p99["off"] / n["off"], p99["on"] / n["on"] }'
