#!/usr/bin/env bash
# Depth, normals and ids of a glTF file beside Blender's (Debian package), pixel by pixel; exit 1 where they disagree.
# Usage: tests/peers/labels.sh SCENE.glb [--views N]
# Without Blender it says so and exits 0: set it up with eng/setup.sh bench.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(cd "$here/../.." && pwd)
scene=${1:-} views=2
[[ ${2:-} == --views ]] && views=$3
[[ -f $scene ]] || { sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2; }
command -v blender >/dev/null || { printf 'skipped: Blender is not installed (Debian package blender)\n' && exit 0; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$root/sensorsim" render --scene "$scene" --views "$views" --msaa 1 --labels instance,normal,position --out "$scratch/dataset" >"$scratch/log" 2>&1 ||
  { cat "$scratch/log" >&2 && exit 1; }
blender --background --python-exit-code 1 --python "$here/blender_labels.py" -- "$(readlink -f "$scene")" "$scratch/dataset" --scratch "$scratch" >"$scratch/blender" 2>&1 ||
  { tail -20 "$scratch/blender" >&2 && exit 1; }
sed -n 's/^LABELS //p' "$scratch/blender" | python3 "$here/label_report.py"
