#!/usr/bin/env bash
# The bank test by hand: --nemesis NAME|mix --minutes M --seed S --rate R. Starts a cluster of its own and wipes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export PHONEPAY_PORT_OFFSET=${PHONEPAY_PORT_OFFSET:-4000}
export PHONEPAY_DATA=${PHONEPAY_DATA:-$PWD/target/nemesis/data}
stamp=target/nemesis-built
if [[ ! -f $stamp || -n $(find pom.xml src/main/java src/test/java -newer "$stamp" -type f -print -quit) ]]; then
    mkdir -p target
    touch "$stamp.began"
    mvn -B -q -ntp -o -Pquick -DskipTests package
    mv "$stamp.began" "$stamp"
    mkdir -p target/infra && touch -r "$stamp" target/infra/built
fi
./phonepay down --wipe >/dev/null 2>&1 || true
./phonepay up --profile load --drills >/dev/null
trap './phonepay down --wipe >/dev/null 2>&1' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC \
    -cp "target/test-classes:target/classes:$(<target/classpath.txt)" com.phonepay.nemesis.Bank "$@"
