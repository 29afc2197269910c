#!/usr/bin/env bash
# Prints one line per merge between two tags: short hash, date, labels, title.
# Labels are read from a "Labels:" trailer in the merge message; a merge without one prints "-".
set -euo pipefail

if [ "$#" -ne 2 ]; then
  echo "usage: collect_changes.sh OLD_TAG NEW_TAG" >&2
  exit 2
fi

git log --first-parent --merges --date=short \
  --format='%h%x09%ad%x09%(trailers:key=Labels,valueonly,separator=%x2C)%x09%s' \
  "$1..$2" | awk -F '\t' 'BEGIN { OFS = "\t" } { if ($3 == "") $3 = "-"; print }'
