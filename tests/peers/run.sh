#!/usr/bin/env bash
# Frames per second of this program beside VTK and Blender (Debian packages), on one machine, in one run.
# Usage: tests/peers/run.sh SCENE.glb [--rounds N] [--frames N] [--out FOLDER] [--without-blender]
# Programs take turns within a round, so that a machine that slows down slows all of them; ratios are formed per round.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(cd "$here/../.." && pwd)

scene='' rounds=3 frames=60 out=$root/artifacts/peers blender=true
while [[ $# -gt 0 ]]; do
  case $1 in
    --rounds) rounds=$2 && shift ;;
    --frames) frames=$2 && shift ;;
    --out) out=$2 && shift ;;
    --without-blender) blender=false ;;
    -*) printf 'Unknown option %s\n' "$1" >&2 && exit 2 ;;
    *) scene=$1 ;;
  esac
  shift
done
[[ -f $scene ]] || { sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2; }

"$root/eng/setup.sh" runtime bench
mkdir -p "$out"
results=$out/results.jsonl
: >"$results"
scratch=$(mktemp -d -p /dev/shm)
# Datasets stay until the end: file systems make new files more slowly where many were just deleted.
datasets=$(mktemp -d)
trap 'rm -rf "$scratch" "$datasets"' EXIT
common=("$scene" --width 640 --height 480 --frames "$frames")

# record NAME COMMAND…: keeps the lines of JSON that the command prints; a program that cannot run here is reported, not fatal.
record() {
  local name=$1 log=$scratch/log
  shift
  printf '  %s\n' "$name" >&2
  if ! "$@" --picture "$out/$name.png" >"$log" 2>"$log.errors" ||
    ! grep '^{' "$log" | sed "s/^{/{\"round\": $round, /" >>"$results"; then
    printf '    did not run:\n' >&2
    tail -q -n 2 "$log" "$log.errors" | sed 's/^/    /' >&2
  fi
}

run_ours() {
  record "sensorsim-$1x" /usr/bin/python3 "$here/sensorsim_peer.py" "${common[@]}" --msaa "$1" --out "$datasets/$round-$1x"
}

run_vtk() {
  record "vtk-$1x" xvfb-run -a /usr/bin/python3 "$here/vtk_peer.py" "${common[@]}" --msaa "$1"
}

run_blender() {
  record "$1-$2" xvfb-run -a blender --background --python-exit-code 1 --python "$here/blender_peer.py" -- \
    "${common[@]}" --engine "$1" --samples "$2" --scratch "$scratch"
}

for ((round = 1; round <= rounds; round++)); do
  printf 'round %d of %d\n' "$round" "$rounds" >&2
  run_vtk 1
  run_ours 1
  run_vtk 4
  run_ours 4
  if $blender; then
    for engine in eevee cycles; do
      run_blender "$engine" 1
      run_blender "$engine" 16
    done
  fi
done

/usr/bin/python3 "$here/report.py" "$results" | tee "$out/report.md"
printf '\nPictures and raw figures: %s\n' "$out" >&2
