#!/usr/bin/env bash
# The simulation by hand: --seed S --mix M replays one run, --minutes N explores new seeds (--from S, --mix M).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

stamp=target/simulate-built
if [[ ! -f $stamp || -n $(find pom.xml src/main/java src/test/java -newer "$stamp" -type f -print -quit) ]]; then
    mkdir -p target
    touch "$stamp.began"
    mvn -B -q -ntp -DskipTests package
    mv "$stamp.began" "$stamp"
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC \
    -cp "target/test-classes:target/classes:$(<target/classpath.txt)" com.phonepay.simulation.Simulate "$@"
