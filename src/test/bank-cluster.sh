# Sourced by the tests that break a cluster of their own: builds what is newer than the last build, and starts and ends it.
export PHONEPAY_PORT_OFFSET=${PHONEPAY_PORT_OFFSET:-4000}
# No run of the jobs begins because of the time of the day.
export PHONEPAY_ANALYTICS_NIGHTLY_AT=off
export PHONEPAY_DATA=${PHONEPAY_DATA:-$PWD/target/nemesis/data}
# What was exported is in files soon.
export PHONEPAY_LAKE_ROLL_AFTER='3 s'
# Where a file of a place's name ends the node that passes the place.
export PHONEPAY_FAIL_POINTS=$PHONEPAY_DATA/fail-points

build_with_tests() {
    local stamp=target/nemesis-built
    if [[ -f $stamp && -z $(find pom.xml src/main/java src/main/resources src/test/java -newer "$stamp" -type f -print -quit) ]]; then
        return
    fi
    mkdir -p target/infra
    touch "$stamp.began"
    mvn -B -q -ntp -o -Pquick -DskipTests package
    mv "$stamp.began" "$stamp"
    touch -r "$stamp" target/infra/built
}

# Lets load through that the limits of people would decline.
bank_up() {
    ./phonepay down --wipe >/dev/null 2>&1 || true
    ./phonepay up --profile load --drills >/dev/null
    trap './phonepay down --wipe >/dev/null 2>&1' EXIT
}

run_class() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC -Dlogback.configurationFile=logback-command.xml \
        -cp "target/test-classes:target/classes:$(<target/classpath.txt)" "$@"
}
