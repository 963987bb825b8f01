#!/usr/bin/env bash
# Frames per second on a hardware GPU: three sizes, four stages, batches of 1, 16 and 256 views, and the device's copy rate beside them.
# Usage: tests/peers/gpu.sh [SCENE.glb]
# The device is proved first (selftest). On a machine without a hardware GPU it says so and exits 0.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
program=$here/../../sensorsim
scene=${1:-builtin:warehouse-aisle}
"$program" devices --json | python3 -c 'import json, sys
sys.exit(not any(device["type"] in ("discrete", "integrated") and not device["unsuitability"] for device in json.load(sys.stdin)["devices"]))' ||
  { printf 'There is no hardware GPU here: its table is left out.\n' && exit 0; }
"$program" selftest --device gpu >&2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# measure WIDTH HEIGHT BATCH FRAMES CASE…: one line of JSON.
measure() {
  local width=$1 height=$2 batch=$3 frames=$4 options=()
  shift 4
  for name in "$@"; do options+=(--case "$name"); done
  "$program" bench --device gpu --json --scene "$scene" --width "$width" --height "$height" --batch "$batch" --views 256 --frames "$frames" "${options[@]}" |
    python3 -c 'import json, sys; print(json.dumps(json.load(sys.stdin)))' >>"$scratch/results.jsonl"
}

for size in '128 128' '640 480' '1920 1080'; do
  for batch in 1 16 256; do
    # A batch lies in the device's memory at once: the largest only of small views.
    [[ $batch == 256 && $size != '128 128' ]] && continue
    # shellcheck disable=SC2086 # two numbers
    measure $size "$batch" 512 on-device labels sensor
  done
  # shellcheck disable=SC2086 # the run chooses its own batches
  measure $size 1 512 dataset copy
done
python3 "$here/gpu_report.py" "$scratch/results.jsonl"
