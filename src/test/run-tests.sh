#!/usr/bin/env bash
# Every test of PhonePay, part by part; stops at the first part that fails. With numbers as arguments only those parts.
# The bank runs by its number only: with it two cores need more than 45 minutes where nothing is downloaded yet.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# The bank test and the drills by hand have options of their own.
if [[ ${1:-} == --nemesis ]]; then exec src/test/nemesis.sh "$@"; fi
if [[ ${1:-} == --drills ]]; then exec src/test/drills.sh "$@"; fi

names=(
    "build, checks and fast tests"
    "tests on a real Cassandra"
    "tests on a real cluster of processes"
    "the console, and its story in a real browser"
    "jobs, on one machine and on real HDFS and YARN"
    "a bank under faults, and a failover"
)
commands=(
    "build_and_verify"
    "mvn -B -q -ntp -Pcassandra test"
    "test_cluster"
    "src/test/console-tests.sh"
    "test_jobs"
    "env PHONEPAY_SHORT_LIFE=true src/test/nemesis.sh --nemesis mix --minutes 3 --seed 1 --rate 30 --drill kill-coordinator"
)

for part in "$@"; do
    if ! [[ $part =~ ^[0-9]+$ ]] || ((part < 1 || part > ${#names[@]})); then
        echo "There is no part '$part'; the parts are 1 to ${#names[@]}." >&2
        exit 2
    fi
done

# What is built here need not be built again by the launcher that the last part calls.
build_and_verify() {
    mkdir -p target/infra
    touch target/infra/built.began
    mvn -B -q -ntp verify && mv target/infra/built.began target/infra/built
}

# Nodes that speak TLS to each other are a cluster of their own; two at once are too much for two cores.
test_cluster() {
    mvn -B -q -ntp -Pcluster test && mvn -B -q -ntp surefire:test -Dtest=MutualTlsTest
}

# A project of its own. The daemons of HDFS and YARN come from the jars that the first line collects.
test_jobs() {
    mvn -B -q -ntp -f hadoop-jobs/cluster/pom.xml package &&
        mvn -B -q -ntp -f hadoop-jobs/pom.xml verify &&
        mvn -B -q -ntp -f hadoop-jobs/pom.xml -Pcluster surefire:test &&
        mvn -B -q -ntp test-compile surefire:test -Dtest=HdfsLandingTest
}

usual=5
total=$SECONDS
run_part() {
    local number=$1 name=${names[$1 - 1]} started=$SECONDS
    printf '▶ part %d of %d: %s\n' "$number" "${#names[@]}" "$name"
    if ! ${commands[$number - 1]}; then
        printf '✗ part %d failed: %s (after %s). Test output: target/surefire-reports\n' \
            "$number" "$name" "$(minutes $((SECONDS - started)))"
        exit 1
    fi
    printf '✓ part %d passed: %s (%s)\n' "$number" "$name" "$(minutes $((SECONDS - started)))"
}

minutes() { printf '%d:%02d min' $(($1 / 60)) $(($1 % 60)); }

for part in "${@:-$(seq $usual)}"; do
    for number in $part; do run_part "$number"; done
done
printf '✓ all passed in %s\n' "$(minutes $((SECONDS - total)))"
