#!/usr/bin/env bash
# Runs a job, or makes up a past, on this machine: jobs.sh NAME OPTIONS…. ./phonepay jobs and ./phonepay simulate call it.
# PHONEPAY_LAKE names the root of the exported events (default: the lake in the data directory).
set -euo pipefail
project=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
mkdir -p "${PHONEPAY_DATA:-$project/../data}"
data=$(cd "${PHONEPAY_DATA:-$project/../data}" && pwd)
lake=${PHONEPAY_LAKE:-$data/lake}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
stamp=$project/target/built

if ! [[ -f $stamp && -f $project/target/classpath.txt ]] ||
    [[ -n $(find "$project/pom.xml" "$project/src/main" "$project/../schemas/lake" -newer "$stamp" -type f -print -quit) ]]; then
    command -v mvn >/dev/null || { echo "✗ Maven is missing." >&2; exit 1; }
    offline=()
    if [[ -f $stamp && ! $project/pom.xml -nt $stamp ]]; then offline=(-o); else
        echo "  … Building the jobs (the first time Maven downloads Hadoop; this takes a minute)" >&2
    fi
    mkdir -p "$project/target"
    touch "$stamp.began"
    if ! mvn -B -q -ntp "${offline[@]}" -f "$project/pom.xml" -Pquick -Dmaven.test.skip=true package >"$project/target/build.log" 2>&1; then
        tail -n 30 "$project/target/build.log" >&2
        echo "✗ The jobs could not be built. The whole output is in $project/target/build.log." >&2
        exit 1
    fi
    mv "$stamp.began" "$stamp"
fi

has() { # OPTION ARGUMENT…
    local option=$1 argument
    shift
    for argument in "$@"; do if [[ $argument == "$option" ]]; then return 0; fi; done
    return 1
}

name=${1:-help}
shift || true
case $name in
    help | -h | --help) ;;
    simulate) if ! has --out "$@" && ! has --through "$@" && ! has --help "$@"; then set -- "$@" --out "$data/simulated-lake"; fi ;;
    *)
        if ! has --in "$@"; then
            # A lake elsewhere is the exporter's to make.
            if [[ $lake != *://* ]]; then mkdir -p "$lake"; fi
            set -- "$@" --in "$lake"
        fi
        # Hadoop's own options come first.
        set -- -D hadoop.tmp.dir="$data/jobs" "$@"
        ;;
esac

# 512 MB are enough for millions of transactions: what does not fit into the sort buffers goes to the disk.
exec "$java" -Xmx512m -XX:+UseParallelGC -XX:-UsePerfData \
    -cp "$project/target/classes:$(<"$project/target/classpath.txt")" com.phonepay.jobs.Jobs "$name" "$@"
