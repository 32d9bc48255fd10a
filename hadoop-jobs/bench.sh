#!/usr/bin/env bash
# Measures the jobs on a million transactions with a heap of 512 MB, and fails where one takes longer than it may.
# Seconds are those of the run after the JVM's start, as the result itself tells; the best of three counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export PHONEPAY_DATA=${PHONEPAY_DATA:-$PWD/../data}
lake=${1:-$PHONEPAY_DATA/bench-lake}
if ! [[ -d $lake ]]; then
    ./jobs.sh simulate --days 30 --users 50000 --transactions 1000000 --seed 1 --out "$lake"
fi

failed=0
measure() { # NAME MILLISECONDS
    local best=999999 took round
    for round in 1 2 3; do
        took=$(./jobs.sh "$1" --in "$lake" --json | sed 's/.*"duration_ms":\([0-9]*\).*/\1/')
        if ((took < best)); then best=$took; fi
    done
    printf '%-18s %6d ms (may take %6d ms)\n' "$1" "$best" "$2"
    if ((best > $2)); then failed=1; fi
}
measure status-counts 4000
measure top-merchants 6000
measure ledger-proof 15000
exit $failed
