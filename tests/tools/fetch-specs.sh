#!/usr/bin/env bash
# Fetches the specifications whose examples ConformanceTests runs: CommonMark from npm, GitHub Flavored Markdown from Debian's or
# Ubuntu's source of cmark-gfm. They are under CC-BY-SA and are not kept here; artifacts/ is ignored by git.
set -euo pipefail
cd "$(dirname "$0")/../.."

commonmark=0.31.2
out=$PWD/artifacts/specs
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -s "$out/commonmark.txt" ]; then
  (cd "$work" && npm pack --silent "commonmark-spec@$commonmark" > /dev/null && tar xzf commonmark-spec-*.tgz)
  cp "$work/package/spec.txt" "$out/commonmark.txt"
fi

if [ ! -s "$out/gfm.txt" ]; then
  # The machine's own sources, asked for source packages instead; its lists stay as they are.
  mkdir -p "$work/sources" "$work/lists/partial"
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -e "$file" ]; then sed -E 's/^Types:.*/Types: deb-src/' "$file" > "$work/sources/$(basename "$file")"; fi
  done
  if [ -s /etc/apt/sources.list ]; then sed -E -n 's/^deb /deb-src /p' /etc/apt/sources.list > "$work/sources/list.list"; fi
  apt=(apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$work/sources" -o "Dir::State::lists=$work/lists" -o APT::Sandbox::User=root)
  "${apt[@]}" update
  (cd "$work" && "${apt[@]}" source --download-only cmark-gfm && tar xzf cmark-gfm_*.orig.tar.gz --wildcards '*/test/spec.txt')
  cp "$work"/cmark-gfm-*/test/spec.txt "$out/gfm.txt"
fi

grep -m1 '^version:' "$out/commonmark.txt" "$out/gfm.txt"
