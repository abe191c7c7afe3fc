#!/usr/bin/env bash
# Packs the tool, installs it from a folder as its only feed, and uses it as a stranger would: in an empty folder, then as the action does.
# Usage: tests/tools/package.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/packages"

NUGET_PACKAGES='' dotnet pack src/Transformers.Cli --configuration Release --output "$work/feed" --verbosity quiet
cat > "$work/nuget.config" << END
<configuration><packageSources><clear /><add key="feed" value="$work/feed" /></packageSources></configuration>
END
dotnet tool install Transformers.Cli --tool-path "$work/tools" --configfile "$work/nuget.config"
transformers=$work/tools/transformers

"$transformers" --version
(cd "$work" && git init --quiet repository && "$transformers" init repository/notes && "$transformers" init repository/notes | grep -c '^kept' | grep -qx 3)
(cd "$work/repository" && "$transformers" build notes --strict && "$transformers" check notes --fail-on warning)
test -f "$work/repository/site/reading-list/index.html"
test -f "$work/repository/.github/workflows/publish.yml"

unset NUGET_PACKAGES
mkdir "$work/temp"
(cd "$work/repository" && RUNNER_TEMP="$work/temp" GITHUB_OUTPUT="$work/output" VAULT=notes BASE_URL=https://example.org/notes FAIL_ON=warning bash "$OLDPWD/.github/publish.sh")
grep -qx "path=$work/temp/transformers-site" "$work/output"
grep -q '<loc>https://example.org/notes/reading-list/</loc>' "$work/temp/transformers-site/sitemap.xml"
echo "[[Nowhere]]" > "$work/repository/notes/broken.md"
if (cd "$work/repository" && RUNNER_TEMP="$work/temp" VAULT=notes FAIL_ON=warning bash "$OLDPWD/.github/publish.sh" > "$work/annotations"); then
  echo "a warning was published, although it should not be"
  exit 1
fi
grep -q '^::warning file=notes/broken.md,line=1,.*title=KB001' "$work/annotations"
echo "packed, installed, and used: $(ls "$work/feed")"
