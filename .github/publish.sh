#!/usr/bin/env bash
# What the action does: builds the tool, shows the vault's problems as annotations, and builds the site.
# The environment says which VAULT, its BASE_URL (or none), and on what to FAIL_ON: error, warning or never.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
site=${RUNNER_TEMP:?}/transformers-site
options=()
if [ -n "${BASE_URL:-}" ]; then options+=(--base-url "$BASE_URL"); fi

case "${FAIL_ON:=error}" in
  error | warning) fail_on=$FAIL_ON ;;
  never) fail_on=error ;;
  *) echo "::error::'fail-on' is error, warning or never, not '$FAIL_ON'."; exit 2 ;;
esac

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
(cd "$source" && dotnet publish src/Transformers.Cli --configuration Release --output "$RUNNER_TEMP/transformers" --verbosity quiet)
tool=$RUNNER_TEMP/transformers/Transformers.Cli

# 1 is a problem in the notes; whatever is more could not be done at all.
status=0
"$tool" check "${options[@]}" --format github --fail-on "$fail_on" -- "$VAULT" || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
if [ "$status" -eq 1 ] && [ "$FAIL_ON" != never ]; then
  echo "::error::The site was not published, as the notes have problems (see the annotations). 'fail-on: never' publishes it all the same."
  exit 1
fi

built=0
"$tool" build "${options[@]}" --output "$site" --verbosity normal -- "$VAULT" 2> /dev/null || built=$?
if [ "$built" -gt 1 ]; then exit "$built"; fi
echo "path=$site" >> "${GITHUB_OUTPUT:-/dev/null}"
