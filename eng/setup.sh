#!/usr/bin/env bash
# Installs the system packages of the named groups (see packages.txt) that are not there yet.
# The group onnx is ONNX Runtime, for style.onnx: not a system package, so it comes from npm into artifacts/onnxruntime (about 50 MB).
# Usage: eng/setup.sh [runtime|video|test|bench|onnx]...      default: runtime
# SENSORSIM_SETUP=skip goes on without installing anything.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
groups=("${@:-runtime}")

log=$root/artifacts/setup.log

fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}

# A library counts when the dynamic linker knows it; anything else is a path.
is_present() {
  case $1 in
    /*) compgen -G "$1" >/dev/null ;;
    *) [[ $libraries == *"$1 "* ]] ;;
  esac
}

missing_packages() {
  local libraries group package probe
  libraries=$(/sbin/ldconfig -p 2>/dev/null || true)
  while read -r group package probe _; do
    [[ " ${groups[*]} " == *" $group "* ]] || continue
    is_present "$probe" || printf '%s\n' "$package"
  done <"$root/eng/packages.txt"
}

install_packages() {
  local by_hand="apt-get install --no-install-recommends $*"
  local as_root=()
  command -v apt-get >/dev/null ||
    fail "missing: $*" "This system has no apt-get. Install what corresponds to these Debian 12 packages, or set SENSORSIM_SETUP=skip."
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || fail "missing: $*" "Not root, and no sudo. As root: $by_hand"
    as_root=(sudo)
    [[ -t 0 ]] || as_root+=(-n)
  fi
  printf 'setup: installing %s\n' "$*" >&2 || true
  # Reinstalling mends a package whose files were removed by hand.
  # An update that fails in part (one stale source among many) need not stop the installation.
  "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --reinstall --no-install-recommends "$@" >>"$log" 2>&1 ||
    fail "$(tail -n 3 "$log")" "Could not install them: no network, or no right to use sudo? By hand: sudo $by_hand"
}

onnxruntime=$root/artifacts/onnxruntime
has_onnxruntime() {
  cmp -s "$root/eng/onnxruntime/package-lock.json" "$onnxruntime/package-lock.json" && compgen -G "$onnxruntime/node_modules/onnxruntime-node/bin/napi-v6/linux/*/libonnxruntime.so.1" >/dev/null
}

# Versions and digests are those of eng/onnxruntime/package-lock.json. No script of a package runs.
install_onnxruntime() {
  local by_hand="npm ci --ignore-scripts in a copy of eng/onnxruntime, then SENSORSIM_ONNXRUNTIME=…/libonnxruntime.so.1"
  command -v npm >/dev/null || fail "ONNX Runtime comes from npm, which is not installed: apt-get install npm" "Or name a library that you have: SENSORSIM_ONNXRUNTIME=…/libonnxruntime.so.1"
  printf 'setup: installing ONNX Runtime (npm, onnxruntime-node)\n' >&2 || true
  rm -rf "$onnxruntime" "$onnxruntime.new"
  mkdir -p "$onnxruntime.new"
  cp "$root"/eng/onnxruntime/package*.json "$onnxruntime.new/"
  npm ci --ignore-scripts --no-audit --no-fund --silent --prefix "$onnxruntime.new" >"$log" 2>&1 ||
    fail "$(tail -n 3 "$log")" "Could not install ONNX Runtime: no network? By hand: $by_hand"
  # Libraries of other systems are four times the size of this one's.
  rm -rf "$onnxruntime.new"/node_modules/onnxruntime-node/bin/napi-v6/{darwin,win32}
  mv "$onnxruntime.new" "$onnxruntime"
}

command -v dotnet >/dev/null || fail "The .NET 10 SDK is not in PATH. See https://dotnet.microsoft.com/download"
[[ ${SENSORSIM_SETUP:-} != skip ]] || exit 0
wants_onnxruntime() {
  [[ " ${groups[*]} " == *" onnx "* ]] && ! has_onnxruntime
}

mapfile -t missing < <(missing_packages)
[[ ${#missing[@]} -gt 0 ]] || wants_onnxruntime || exit 0

mkdir -p "$root/artifacts"
exec 9>"$root/artifacts/setup.lock"
flock 9
! wants_onnxruntime || install_onnxruntime 9>&-
mapfile -t missing < <(missing_packages) # another call may have installed them while this one waited
[[ ${#missing[@]} -gt 0 ]] || exit 0
install_packages "${missing[@]}" 9>&-
mapfile -t missing < <(missing_packages)
[[ ${#missing[@]} -eq 0 ]] ||
  fail "installed, but not where eng/packages.txt expects them: ${missing[*]}" "SENSORSIM_SETUP=skip goes on without this check."
