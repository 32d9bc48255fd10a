#!/usr/bin/env bash
# Drills again and again on a cluster of its own, then a table of their times: --drills RUNS [KIND …]; all kinds by default.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source src/test/bank-cluster.sh
shift
runs=${1:?how many runs of each kind?}
shift
kinds=("$@")
if ((${#kinds[@]} == 0)); then
    kinds=(kill-coordinator kill-backup stop-node pause-node partition lag journal-outage)
fi

build_with_tests
bank_up
failed=0
for kind in "${kinds[@]}"; do
    for ((run = 1; run <= runs; run++)); do
        printf '▶ %s, run %d of %d\n' "$kind" "$run" "$runs"
        ./phonepay drill "$kind" --load "${PHONEPAY_DRILL_LOAD:-40}" --seconds "${PHONEPAY_DRILL_SECONDS:-15}" || failed=$((failed + 1))
    done
done
run_class com.phonepay.nemesis.DrillTable "$PHONEPAY_DATA/drills"
./phonepay ledger proof
exit $((failed > 0))
