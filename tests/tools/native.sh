#!/usr/bin/env bash
# Compiles the tool ahead of time into a folder, and holds what it writes against what the framework-dependent build writes: the same bytes,
# for notes/, a generated vault, and the vaults beside the checkout where there are any. A member that reflection alone would find reads as
# empty in a natively compiled template, without a warning: this is what would show it.
# Needs a release build of the solution, and gcc and zlib's headers. Usage: tests/tools/native.sh FOLDER
set -euo pipefail
out=$(realpath -m "${1:?name the folder for the executable}")
cd "$(dirname "$0")/../.."

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
dotnet publish src/Transformers.Cli --configuration Release --runtime linux-x64 --artifacts-path "$build/artifacts" --output "$out" \
  -p:PublishAot=true -p:CppCompilerAndLinker=gcc -p:CopyOutputSymbolsToPublishDirectory=false

tests/Transformers.Benchmarks/bin/Release/net10.0/Transformers.Benchmarks generate --notes 300 --output "$build/generated"
for vault in notes "$build/generated" ../shared/vaults/*; do
  test -d "$vault" || continue
  "$out/Transformers.Cli" build "$vault" --output "$build/native" --verbosity quiet || test $? = 1
  src/Transformers.Cli/bin/Release/net10.0/Transformers.Cli build "$vault" --output "$build/managed" --verbosity quiet || test $? = 1
  diff -rq "$build/native" "$build/managed"
  echo "native and managed: the same $(find "$build/native" -type f | wc -l) files of $vault"
  rm -rf "$build/native" "$build/managed"
done
