#!/usr/bin/env bash
# The bank test by hand: --nemesis NAME|mix --minutes M --seed S --rate R [--report FILE] [--drill KIND],
# or --nemesis deaths --times N: a node dies at every moment of a payment's life.
# Starts a cluster of its own and wipes it. Afterwards the read models must equal the journal, and the exported files must
# prove the ledger; then the drill runs, if asked for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source src/test/bank-cluster.sh

drill=
options=()
while (($#)); do
    case $1 in
        --drill) drill=$2 && shift 2 ;;
        *) options+=("$1") && shift ;;
    esac
done

build_with_tests
bank_up
report=$(mktemp)
run_class com.phonepay.nemesis.Bank "${options[@]}" | tee "$report"
acknowledged=$(sed -n 's/^| acknowledged | \([0-9]*\) |$/\1/p' "$report")
rm -f "$report"

# Consumers that lost Kafka come back after a while, and then have a backlog.
deadline=$((SECONDS + 120))
until ./phonepay readmodel reconcile; do
    if ((SECONDS > deadline)); then echo "The read models still differ from the journal." >&2 && exit 1; fi
done

# The exported files alone must prove the ledger too, with every payment in them.
counter() { grep -o "\"$1\":[0-9]*" <<<"$proof" | grep -o '[0-9]*$' || echo 0; }
deadline=$((SECONDS + 120))
until proof=$(./phonepay jobs ledger-proof --json) && (($(counter in_flight) == 0 && $(counter transactions) >= acknowledged)); do
    if ((SECONDS > deadline)); then echo "The exported files do not prove the ledger: $proof" >&2 && exit 1; fi
done
echo "Proved from the exported files alone: $(counter transactions) transactions, $(counter in_flight) in flight."
if [[ -n $drill ]]; then ./phonepay drill "$drill"; fi
