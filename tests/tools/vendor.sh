#!/usr/bin/env bash
# Fetches the libraries in templates/vendor/ from npm, at the versions that stand here.
set -euo pipefail
cd "$(dirname "$0")/../../templates/vendor"

temml=0.13.5
mermaid=11.17.2
stix=5.3.0
subset_font=2.9.0

packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
npm install --prefix "$packages" --ignore-scripts --no-save --no-audit --no-fund "temml@$temml" "mermaid@$mermaid" "@fontsource/stix-two-math@$stix" "subset-font@$subset_font"
from=$packages/node_modules

rm -rf temml-* mermaid-* stix-two-math-*
mkdir -p "temml-$temml" "mermaid-$mermaid/chunks" "stix-two-math-$stix"
cp "$from"/temml/dist/{temml.min.js,Temml-Local.css,Temml.woff2} "temml-$temml/"
cp "$from/temml/LICENSE" "temml-$temml/LICENSE.txt"
cp "$from/mermaid/dist/mermaid.esm.min.mjs" "mermaid-$mermaid/"
cp -r "$from/mermaid/dist/chunks/mermaid.esm.min" "mermaid-$mermaid/chunks/"
cp "$from/mermaid/LICENSE" "mermaid-$mermaid/LICENSE.txt"
cp "$from/@fontsource/stix-two-math/LICENSE" "stix-two-math-$stix/LICENSE.txt"
cp ../../tests/tools/math-font.mjs "$packages/"
node "$packages/math-font.mjs" "$from/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2" "stix-two-math-$stix/formulas.woff2"
find . -name '*.map' -delete
