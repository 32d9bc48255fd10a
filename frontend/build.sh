#!/usr/bin/env bash
# Builds the console into dist/ when its sources are newer. Libraries are installed only when the lock file has changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '  %s\n' "$*" >&2; }

if ! command -v npm >/dev/null || ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)'; then
    say "! The console needs Node 20 or newer (Debian: apt install nodejs npm). The API works without it."
    exit 0
fi

installed=node_modules/.phonepay-lock
wanted="$(node -p 'process.versions.modules') $(cksum <package-lock.json)"
log=../target/infra/console-build.log
mkdir -p ../target/infra
started=$SECONDS

fail() {
    tail -n 20 "$log" >&2
    say "✗ $1 The whole output is in target/infra/console-build.log."
    exit 1
}

if [[ $(cat $installed 2>/dev/null) != "$wanted" ]]; then
    say "… Installing the console's libraries (only when their list has changed)"
    npm ci --no-audit --no-fund >"$log" 2>&1 || fail "The console's libraries could not be installed."
    echo "$wanted" >$installed
fi

[[ ${1:-} == install ]] && exit 0
sources=(index.html package-lock.json package.json vite.config.ts public scripts src)
if [[ ! -f dist/index.html || -n $(find "${sources[@]}" -newer dist/index.html -type f ! -name schema.d.ts -print -quit) ]]; then
    npm run --silent build >"$log" 2>&1 || fail "The console could not be built."
    touch dist/index.html
    printf '  ✓ %-60s%6d.0 s\n' "Console" $((SECONDS - started)) >&2
fi
