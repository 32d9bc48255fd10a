#!/usr/bin/env bash
# The console: types, style, logic, size; then stories in a real browser on a real cluster: keys (by keyboard alone), money.
# By name, as arguments: calm (slow, limited, offline, Hindi), screens (a picture of every screen in both themes at both
# widths, each looked at by axe). The story of money kills the coordinator at its end.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

stories=${*:-keys money}
# A test asks for its runs of the jobs; none begins because of the time of the day.
export PHONEPAY_ANALYTICS_NIGHTLY_AT=off
export PHONEPAY_SHORT_LIFE=${PHONEPAY_SHORT_LIFE:-true}
export PHONEPAY_PORT_OFFSET=${PHONEPAY_PORT_OFFSET:-9000}
export PHONEPAY_DATA=${PHONEPAY_DATA:-$PWD/target/console-cluster}
export PHONEPAY_CONSOLE_URL=http://127.0.0.1:$((5000 + PHONEPAY_PORT_OFFSET))

find_chromium() {
    local name
    for name in "${PHONEPAY_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [[ -n $name ]] && command -v "$name"; then return; fi
    done
    return 1
}

install_chromium() {
    local as=()
    if ((EUID != 0)); then as=(sudo -n); fi
    command -v apt-get >/dev/null && "${as[@]}" apt-get update -qq &&
        "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >target/chromium-install.log 2>&1
}

check() {
    frontend/build.sh install
    (
        cd frontend
        npm run --silent typecheck
        npm run --silent lint
        npm run --silent test -- --reporter=dot
    )
    frontend/build.sh
}

mkdir -p target
if ! command -v npm >/dev/null; then
    echo "✗ The console's tests need Node 20 or newer (Debian: apt install nodejs npm)." >&2
    exit 1
fi
check
if ! PHONEPAY_CHROMIUM=$(find_chromium); then
    install_chromium || true
    if ! PHONEPAY_CHROMIUM=$(find_chromium); then
        echo "! No Chromium here and none could be installed, so nobody looked at the console in a browser." >&2
        exit 0
    fi
fi
export PHONEPAY_CHROMIUM

root=$PWD
take_down() { (cd "$root" && ./phonepay down >target/console-down.log 2>&1) || true; }
trap take_down EXIT
take_down
rm -rf "$PHONEPAY_DATA"
./phonepay up --drills
cd frontend
for story in $stories; do
    npx playwright test "e2e/$story.spec.ts"
done
