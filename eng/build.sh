#!/usr/bin/env bash
# Builds a project or solution in Release, unless nothing has changed since the last build.
# Usage: eng/build.sh [PROJECT]      default: the program with its plugins
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
target=${1:-src/SensorSim.Cli}
stamp=artifacts/build/$(basename "$target").stamp
log=${stamp%.stamp}.log
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export HOME=${HOME:-$root/artifacts/home}

# Name, size and time of every file that goes into the build: also sees files that were removed or moved back in time.
fingerprint() {
  local inputs=(src)
  local input
  for input in plugins shaders Directory.*.props Directory.*.targets global.json .editorconfig; do
    [[ ! -e $input ]] || inputs+=("$input")
  done
  [[ $target != *.sln ]] || inputs+=(tests eng "$target")
  find "${inputs[@]}" \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' | sort | sha256sum
}

is_fresh() {
  [[ -e $stamp && -e src/SensorSim.Cli/bin/Release/net10.0/sensorsim.dll && $(<"$stamp") == "$(fingerprint)" ]]
}

is_fresh && exit 0

mkdir -p artifacts/build
exec 9>artifacts/build/lock
flock 9
is_fresh && exit 0

printf 'sensorsim: building %s\n' "$target" >&2
before=$(fingerprint)
rm -f "$stamp"
# The compiler server outlives the build and must not inherit the lock.
if ! dotnet build "$target" -c Release --nologo -v quiet -clp:ErrorsOnly >"$log" 2>&1 9>&-; then
  cat "$log" >&2
  printf 'sensorsim: the build failed (log: %s)\n' "$root/$log" >&2
  exit 1
fi
printf '%s' "$before" >"$stamp"
