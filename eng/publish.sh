#!/usr/bin/env bash
# Makes one folder that runs on a Linux x64 machine without .NET, without a shader compiler and without this clone.
# Usage: eng/publish.sh [FOLDER]      default: artifacts/sensorsim-linux-x64
# On a machine without the libraries either: LD_LIBRARY_PATH=FOLDER/lib FOLDER/sensorsim …
# Compiled ahead of time and not compressed: every command starts a quarter of a second sooner, for twice the size.
set -euo pipefail
say() { printf 'publish: %s\n' "$*" >&2; }
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
folder=$(realpath -m "${1:-$root/artifacts/sensorsim-linux-x64}")
cd "$root"

# An empty folder is as good as none; anything else must be an earlier publish.
if [[ -e $folder && ! -e $folder/sensorsim ]] && { [[ ! -d $folder ]] || [[ -n $(ls -A "$folder") ]]; }; then
  printf 'publish: %s exists and is not an earlier publish; name another folder.\n' "$folder" >&2
  exit 2
fi

say 'system packages'
eng/setup.sh runtime

# Built beside it and then renamed: what lies there stays whole until the new one is.
mkdir -p "$(dirname "$folder")"
new=$(mktemp -d "$(dirname "$folder")/.publish-XXXXXX")
chmod 755 "$new"
trap 'rm -rf "$new"' EXIT
say 'the program (minutes)'
dotnet publish src/SensorSim.Cli -c Release -r linux-x64 --self-contained --nologo -v quiet -o "$new" \
  -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:DebugType=embedded
[[ ! -d scenarios ]] || cp -r scenarios "$new/"
say shaders
"$new/sensorsim" shaders compile --out "$new/shader-cache"

# The native libraries of packages.txt and what they load, except the C and C++ runtimes that every system has.
say 'native libraries'
mkdir "$new/lib"
while read -r group _ probe _; do
  [[ $group == runtime && $probe == lib* ]] || continue
  library=$(/sbin/ldconfig -p | sed -n "s/.*$probe .*x86-64.*=> //p" | head -n 1)
  { printf '%s\n' "$library"; ldd "$library" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p'; }
done <eng/packages.txt | sort -u |
  grep -v -E '/(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\+\+)\.so' |
  xargs cp -L -t "$new/lib"

# ONNX Runtime comes along where eng/setup.sh onnx has installed it.
cp -L "$root"/artifacts/onnxruntime/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1 "$new/lib/" 2>/dev/null ||
  printf 'publish: without ONNX Runtime (style.onnx): eng/setup.sh onnx installs it\n' >&2

rm -rf "$folder"
mv "$new" "$folder"
say "$(du -sh "$folder")"
