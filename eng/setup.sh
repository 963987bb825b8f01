#!/usr/bin/env bash
# Installs the system packages of the named groups (see packages.txt) that are not there yet.
# Usage: eng/setup.sh [runtime|test|bench]...      default: runtime
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

command -v dotnet >/dev/null || fail "The .NET 10 SDK is not in PATH. See https://dotnet.microsoft.com/download"
[[ ${SENSORSIM_SETUP:-} != skip ]] || exit 0
mapfile -t missing < <(missing_packages)
[[ ${#missing[@]} -gt 0 ]] || exit 0

mkdir -p "$root/artifacts"
exec 9>"$root/artifacts/setup.lock"
flock 9
mapfile -t missing < <(missing_packages) # another call may have installed them while this one waited
[[ ${#missing[@]} -gt 0 ]] || exit 0
install_packages "${missing[@]}" 9>&-
mapfile -t missing < <(missing_packages)
[[ ${#missing[@]} -eq 0 ]] ||
  fail "installed, but not where eng/packages.txt expects them: ${missing[*]}" "SENSORSIM_SETUP=skip goes on without this check."
