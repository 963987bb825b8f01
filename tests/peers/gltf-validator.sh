#!/usr/bin/env bash
# Which broken glTF files Khronos' validator (npm gltf-validator) and this program find: makes a file for each defect of gltf-defects.json,
# runs both and prints the table; exit 1 where they disagree and gltf-defects.json does not say why.
# Usage: tests/peers/gltf-validator.sh
# Without npm, or where the package cannot be installed, it says so and exits 0.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(cd "$here/../.." && pwd)
command -v npm >/dev/null && command -v node >/dev/null || { printf 'skipped: npm and node are not installed\n' && exit 0; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
npm install --silent --no-audit --no-fund --prefix "$scratch" gltf-validator >"$scratch/log" 2>&1 ||
  { printf 'skipped: gltf-validator cannot be installed: %s\n' "$(tail -n 1 "$scratch/log")" && exit 0; }
mkdir "$scratch/files"
python3 "$here/broken_gltf.py" "$scratch/files"
cp "$here/validate_gltf.cjs" "$scratch"
node "$scratch/validate_gltf.cjs" "$scratch"/files/*.glb >"$scratch/validator.jsonl"
for file in "$scratch"/files/*.glb; do
  "$root/sensorsim" inspect --json "$file" >"$scratch/summary" 2>"$scratch/error" && refused=false || refused=true
  python3 -c 'import json, sys
refused, file, summary, error = sys.argv[1:]
found = [open(error, encoding="utf-8").read().strip()] if refused == "true" else json.load(open(summary, encoding="utf-8"))["defects"]
print(json.dumps({"file": file, "refused": refused == "true", "defects": found}))' "$refused" "$file" "$scratch/summary" "$scratch/error"
done >"$scratch/ours.jsonl"
python3 "$here/gltf_report.py" "$here/gltf-defects.json" "$scratch/validator.jsonl" "$scratch/ours.jsonl"
