#!/usr/bin/env bash
# Builds a project or solution in Release, unless nothing has changed since the last build.
# A plugin that does not compile is named and left out, for everything else to go on; a solution needs all of them.
# Usage: eng/build.sh [PROJECT]      default: the program with its plugins
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
target=${1:-src/SensorSim.Cli}
stamp=artifacts/build/$(basename "$target").stamp
log=${stamp%.stamp}.log
left_out=${stamp%.stamp}.left-out
output=src/SensorSim.Cli/bin/Release/net10.0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export HOME=${HOME:-$root/artifacts/home}

# Name, size and time of every file that goes into the build: also sees files that were removed or moved back in time.
fingerprint() {
  local inputs=(src)
  local input
  for input in plugins profiles shaders Directory.*.props Directory.*.targets global.json .editorconfig; do
    [[ ! -e $input ]] || inputs+=("$input")
  done
  [[ $target != *.sln ]] || inputs+=(tests eng "$target")
  find "${inputs[@]}" \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' | sort | sha256sum
}

is_fresh() {
  [[ -e $stamp && -e $output/sensorsim.dll && $(<"$stamp") == "$(fingerprint)" ]]
}

# say FORMAT ARGUMENT...: to standard error. Nothing stops because it is full or closed.
say() {
  printf "$@" >&2 2>/dev/null || true
}

# compile PLUGIN...: builds without these plugins.
# Analyzers are for who works on the program, and a third of the time: they run once all of it has been built with its tests.
compile() {
  local plugin patterns= analyzers=true
  for plugin; do patterns+="$root/plugins/$plugin/*.csproj;"; done
  [[ $target == *.sln || -e artifacts/build/SensorSim.sln.stamp ]] || analyzers=false
  # The compiler server outlives the build and must not inherit the lock.
  SensorSimLeftOutPlugins=$patterns dotnet build "$target" -c Release -p:RunAnalyzers=$analyzers --nologo -v minimal -clp:NoSummary 2>&1 9>&- | follow >"$log"
}

# Hands on what a build says, but for what went well: of that a line each quarter of a minute, for who waits.
follow() {
  local line built=0 said=$SECONDS
  while IFS= read -r line; do
    case $line in
      *' -> '*) built=$((built + 1)) ;;
      *' Restored '* | *'Determining projects to restore'* | '') ;;
      *) printf '%s\n' "$line" ;;
    esac
    ((SECONDS - said >= 15)) || continue
    said=$SECONDS
    if ((built == 0)); then say 'sensorsim: packages are there, the compiler begins\n'; elif ((built == 1)); then say 'sensorsim: 1 project built\n'; else say 'sensorsim: %d projects built\n' "$built"; fi
  done
}

# The errors in the log, each once, with paths inside the clone.
errors() {
  local line
  while IFS= read -r line; do printf '%s\n' "${line//"$root/"/}"; done <"$log" | grep -a ': error ' | sort -u
}

# Plugins whose files or project the errors name, except those given, which are left out already.
plugins_with_errors() {
  errors | sed -n 's|^\(.*\[\)\?plugins/\([^/]*\)/.*|\2|p' | sort -u | grep -v -x -F -e "$(printf '%s\n' "$@")"
}

# Leaves a plugin's manifest and its errors where the program looks for plugins: it says them, where plugins matter.
# Without a manifest the program cannot know the plugin, so it is said here.
leave_out() {
  local folder=$output/plugins/$1
  if [[ -e plugins/$1/plugin.json ]]; then
    say "sensorsim: the plugin %s does not compile and is left out; 'plugins list' says why\n" "$1"
  else
    say 'sensorsim: the plugin %s does not compile and is left out:\n%s\n' "$1" "$(sed 's/^/  /' "$left_out.$1")"
  fi
  mkdir -p "$folder"
  mv "$left_out.$1" "$folder/build-errors.txt"
  [[ ! -e plugins/$1/plugin.json ]] || cp "plugins/$1/plugin.json" "$folder/"
}

! is_fresh || exit 0

lock=artifacts/build/lock
if ! mkdir -p artifacts/build 2>/dev/null || ! [[ -w artifacts/build && ( ! -e $lock || -w $lock ) ]]; then
  say 'sensorsim: %s has to be built, because it is new or sources have changed, and %s cannot write to %s; let its owner build, or use a clone of your own\n' \
    "$target" "$(id -un 2>/dev/null || id -u)" "$root/artifacts/build"
  exit 1
fi
exec 9>"$lock"
flock 9
! is_fresh || exit 0

if [[ -e $output/sensorsim.dll ]]; then
  say 'sensorsim: sources have changed, building %s: half a minute, or two where much has\n' "$target"
else
  say 'sensorsim: building %s for the first time: packages, then the compiler, one to three minutes\n' "$target"
fi
# What the compiler says when it is interrupted looks like a failure.
trap 'say "sensorsim: the build was stopped; the next call begins it again\n"; exit 130' INT
before=$(fingerprint)
rm -f "$stamp" "$left_out"*
broken=()
until compile "${broken[@]}"; do
  found=()
  [[ $target == *.sln ]] || mapfile -t found < <(plugins_with_errors / "${broken[@]}")
  if [[ ${#found[@]} -eq 0 ]]; then
    say '%s\n' "$(<"$log")"
    say 'sensorsim: the build failed (log: %s)\n' "$root/$log"
    exit 1
  fi
  for plugin in "${found[@]}"; do
    errors | grep -F "plugins/$plugin/" | sed -n '1,5{s/ \[[^][]*\]$//;p}' >"$left_out.$plugin"
  done
  broken+=("${found[@]}")
done
for plugin in "${broken[@]}"; do leave_out "$plugin"; done
printf '%s' "$before" >"$stamp"
