#!/usr/bin/env bash
# The performance table: this program beside VTK and Blender (Debian packages), on one machine, in one run.
# Usage: tests/peers/run.sh [SCENE.glb…] [--rounds N] [--frames N] [--out FOLDER] [--without-blender]
# A scene of 600 untextured objects, made by the script, is measured after those that are given. Programs take turns within a round, so that a
# machine that slows down slows all of them; ratios are formed per round. On a machine with a hardware GPU the table of tests/peers/gpu.sh follows.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(cd "$here/../.." && pwd)

scenes=() rounds=3 frames=60 out=$root/artifacts/peers blender=true
while [[ $# -gt 0 ]]; do
  case $1 in
    --rounds) rounds=$2 && shift ;;
    --frames) frames=$2 && shift ;;
    --out) out=$2 && shift ;;
    --without-blender) blender=false ;;
    -h | --help) sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}" && exit 0 ;;
    -*) printf 'Unknown option %s\n' "$1" >&2 && exit 2 ;;
    *) [[ -f $1 ]] || { printf '%s: there is no such file\n' "$1" >&2 && exit 2; } && scenes+=("$1") ;;
  esac
  shift
done

"$root/eng/setup.sh" runtime bench
mkdir -p "$out"
results=$out/results.jsonl
: >"$results"
scratch=$(mktemp -d -p /dev/shm)
# Datasets stay until the end: file systems make new files more slowly where many were just deleted.
datasets=$(mktemp -d)
trap 'rm -rf "$scratch" "$datasets"' EXIT
python3 "$here/many_objects.py" "$scratch/many-objects.glb"
scenes+=("$scratch/many-objects.glb")

# record NAME COMMAND…: keeps the lines of JSON that the command prints; a program that cannot run here is reported, not fatal.
record() {
  local name=$scene_name-$1 log=$scratch/log
  shift
  printf '  %s\n' "$name" >&2
  if ! "$@" --picture "$out/$name.png" >"$log" 2>"$log.errors" ||
    ! grep '^{' "$log" | sed "s/^{/{\"scene\": \"$scene_name\", \"round\": $round, /" >>"$results"; then
    printf '    did not run:\n' >&2
    tail -q -n 2 "$log" "$log.errors" | sed 's/^/    /' >&2
  fi
}

run_ours() {
  record "sensorsim-$1x" /usr/bin/python3 "$here/sensorsim_peer.py" "${common[@]}" --msaa "$1" --out "$datasets/$scene_name-$round-$1x"
}

run_vtk() {
  record "vtk-$1x" xvfb-run -a /usr/bin/python3 "$here/vtk_peer.py" "${common[@]}" --msaa "$1"
}

run_blender() {
  record "$1-$2" xvfb-run -a blender --background --python-exit-code 1 --python "$here/blender_peer.py" -- \
    "${common[@]}" --engine "$1" --samples "$2" --scratch "$scratch"
}

# run_cameras N: small views from so many cameras, batched into one submission.
run_cameras() {
  record "cameras-$1" /usr/bin/python3 "$here/sensorsim_peer.py" "$scene" --width 128 --height 128 --frames 256 --msaa 1 --views "$1" --batch "$1" \
    --case labels --label "labels, $1 cameras of 128x128" --out "$datasets/unused"
}

for ((round = 1; round <= rounds; round++)); do
  for scene in "${scenes[@]}"; do
    scene_name=$(basename "$scene" .glb)
    common=("$scene" --width 640 --height 480 --frames "$frames")
    printf 'round %d of %d, %s\n' "$round" "$rounds" "$scene_name" >&2
    for samples in 1 4; do
      run_vtk "$samples"
      run_ours "$samples"
    done
    for cameras in 1 16 64; do
      run_cameras "$cameras"
    done
    if $blender; then
      run_blender eevee 1
      run_blender cycles 16
    fi
  done
done

/usr/bin/python3 "$here/report.py" "$results" | tee "$out/report.md"
"$here/gpu.sh" "${scenes[0]}" | tee "$out/gpu.md"
printf '\nPictures and raw figures: %s\n' "$out" >&2
