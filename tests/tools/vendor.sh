#!/usr/bin/env bash
# Fetches the libraries in templates/vendor/ from npm, at the versions that stand here.
set -euo pipefail
cd "$(dirname "$0")/../../templates/vendor"

temml=0.13.5
mermaid=11.17.2

packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
npm install --prefix "$packages" --ignore-scripts --no-save --no-audit --no-fund "temml@$temml" "mermaid@$mermaid"
from=$packages/node_modules

rm -rf temml-* mermaid-*
mkdir -p "temml-$temml" "mermaid-$mermaid/chunks"
cp "$from"/temml/dist/{temml.min.js,Temml-Local.css,Temml.woff2} "temml-$temml/"
cp "$from/temml/LICENSE" "temml-$temml/LICENSE.txt"
cp "$from/mermaid/dist/mermaid.esm.min.mjs" "mermaid-$mermaid/"
cp -r "$from/mermaid/dist/chunks/mermaid.esm.min" "mermaid-$mermaid/chunks/"
cp "$from/mermaid/LICENSE" "mermaid-$mermaid/LICENSE.txt"
find . -name '*.map' -delete
