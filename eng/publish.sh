#!/usr/bin/env bash
# Makes one folder that runs on a Linux x64 machine without .NET, without a shader compiler and without this clone.
# Usage: eng/publish.sh [FOLDER]      default: artifacts/sensorsim-linux-x64
# On a machine without the libraries either: LD_LIBRARY_PATH=FOLDER/lib FOLDER/sensorsim …
# Compiled ahead of time and not compressed: every command starts a quarter of a second sooner, for twice the size.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
folder=$(realpath -m "${1:-$root/artifacts/sensorsim-linux-x64}")
"$root/eng/setup.sh" runtime
cd "$root"

if [[ -e $folder && ! -e $folder/sensorsim ]]; then
  printf 'publish: %s exists and is not an earlier publish; name another folder.\n' "$folder" >&2
  exit 2
fi
rm -rf "$folder"
dotnet publish src/SensorSim.Cli -c Release -r linux-x64 --self-contained --nologo -v quiet -o "$folder" \
  -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:DebugType=embedded \
  -p:PublishDocumentationFiles=false
[[ ! -d scenarios ]] || cp -r scenarios "$folder/"
"$folder/sensorsim" shaders compile --out "$folder/shader-cache"

# The native libraries of packages.txt and what they load, except the C and C++ runtimes that every system has.
mkdir "$folder/lib"
while read -r group _ probe _; do
  [[ $group == runtime && $probe == lib* ]] || continue
  library=$(/sbin/ldconfig -p | sed -n "s/.*$probe .*x86-64.*=> //p" | head -n 1)
  { printf '%s\n' "$library"; ldd "$library" | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p'; }
done <eng/packages.txt | sort -u |
  grep -v -E '/(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\+\+)\.so' |
  xargs cp -L -t "$folder/lib"

# ONNX Runtime comes along where eng/setup.sh onnx has installed it.
cp -L "$root"/artifacts/onnxruntime/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1 "$folder/lib/" 2>/dev/null ||
  printf 'publish: without ONNX Runtime (style.onnx): eng/setup.sh onnx installs it\n' >&2

du -sh "$folder" >&2
