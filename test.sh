#!/usr/bin/env bash
# Sets up the machine, builds everything, runs every test project. The last line is "N passed, N failed".
# Usage: ./test.sh [arguments of dotnet test, for example --filter "FullyQualifiedName~Philox"]
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
eng/setup.sh runtime test
eng/setup.sh onnx || printf 'Tests of ONNX models are skipped.\n' >&2
eng/setup.sh video || printf 'Tests of videos are skipped.\n' >&2
eng/build.sh SensorSim.sln

results=$PWD/artifacts/tests
rm -rf "$results"
mkdir -p "$results"
# A shader cache that another driver or processor wrote can crash Mesa: tests start with empty caches of their own.
XDG_CACHE_HOME=$(mktemp -d)
export XDG_CACHE_HOME SENSORSIM_TEST_CACHE=$XDG_CACHE_HOME/sensorsim MESA_SHADER_CACHE_DIR=$XDG_CACHE_HOME/sensorsim/mesa
mkdir -p "$MESA_SHADER_CACHE_DIR"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 HOME=${HOME:-$PWD/artifacts/home}
# Many short processes: profiles that would pay after minutes, a collector beside the program and pages that are never writable and executable at once cost more than they give.
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 DOTNET_EnableWriteXorExecute=0
declare -A running
trap 'kill "${running[@]}" 2>/dev/null || true; rm -rf "$XDG_CACHE_HOME"' EXIT

# start NAME FOLDER [arguments of dotnet test]: one test host in the background.
start() {
  local name=$1 folder=$2
  shift 2
  dotnet test "$folder" -c Release --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" "$@" >"$results/$name.log" 2>&1 &
  running[$name]=$!
}

# The projects run side by side, because most tests use one core. In a whole run the two that take longest are several hosts: one for each namespace that is named here, and one for everything else.
declare -A parts=([SensorSim.GpuTests]="Rendering Runs" [SensorSim.IntegrationTests]=Cli)
for folder in tests/*Tests/; do
  project=$(basename "$folder")
  if [[ -z ${parts[$project]:-} || $# -gt 0 ]]; then
    start "$project" "$folder" "$@"
    continue
  fi
  others=
  for part in ${parts[$project]}; do
    start "$project.$part" "$folder" --filter "FullyQualifiedName~$project.$part."
    others+="${others:+&}FullyQualifiedName!~$project.$part."
  done
  start "$project.Others" "$folder" --filter "$others"
done

# count PROJECT NAME: one number of a project's result file; 0 when the test host died before writing it.
count() {
  local number
  number=$(sed -n "s/.*<Counters .*\b$2=\"\([0-9]*\)\".*/\1/p" "$results/$1.trx" 2>/dev/null || true)
  printf '%s' "${number:-0}"
}

passed=0 failed=0 skipped=0
for project in "${!running[@]}"; do
  status=0
  wait "${running[$project]}" || status=$?
  unset "running[$project]"
  project_passed=$(count "$project" passed)
  project_failed=$(count "$project" failed)
  skipped=$((skipped + $(count "$project" total) - project_passed - project_failed))
  # A host that ends badly without naming a test still counts as a failure.
  [[ $status -eq 0 || $project_failed -gt 0 ]] || project_failed=1
  [[ $status -eq 0 ]] || cat "$results/$project.log"
  printf '%s: %d passed, %d failed\n' "$project" "$project_passed" "$project_failed"
  passed=$((passed + project_passed))
  failed=$((failed + project_failed))
done

[[ $((passed + failed)) -gt 0 ]] || printf 'No test ran.\n' >&2
[[ $skipped -eq 0 ]] || printf '%d skipped\n' "$skipped"
printf '%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
