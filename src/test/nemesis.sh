#!/usr/bin/env bash
# The bank test by hand: --nemesis NAME|mix --minutes M --seed S --rate R [--report FILE] [--drill KIND].
# Starts a cluster of its own and wipes it. Afterwards the read models must equal the journal; then the drill runs, if asked for.
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
run_class com.phonepay.nemesis.Bank "${options[@]}"
./phonepay readmodel reconcile
if [[ -n $drill ]]; then ./phonepay drill "$drill"; fi
