#!/usr/bin/env bash
# What the gateway costs: reads and keyed payments, at one node directly and through one gateway, in turns in one run.
# Each round asks another node directly: the one that owns the account answers a read without asking a second node, and
# the gateway's requests go to all three.
# Needs wrk. Starts a cluster of its own and wipes it. ROUNDS, SECONDS_EACH and CONNECTIONS change the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${ROUNDS:-3} each=${SECONDS_EACH:-8} connections=${CONNECTIONS:-64}
offset=${PHONEPAY_PORT_OFFSET:-6000}
direct=http://127.0.0.1:$((5001 + offset)) gateway=http://127.0.0.1:$((5000 + offset))
source src/test/wrk-bench.sh
bench_up gateway "$offset"

echo "# where what connections requests/s p50-ms p99-ms bad"
for what in read pay; do
    echo "# warming up: $what"
    for target in "$direct" "$gateway" "$direct" "$gateway"; do measure warm "$target" "$connections" "${WARM:-15}" "$what" >/dev/null; done
    for ((round = 1; round <= rounds; round++)); do
        node=http://127.0.0.1:$((5001 + (round - 1) % 3 + offset))
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
