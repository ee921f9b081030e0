#!/usr/bin/env bash
# Checks reports, checks that the pictures in them are current, and shows both in the summary of the job. Ends with the
# highest exit status of `postmirth`.
#   [POSTMIRTH_PROFILE=team] [POSTMIRTH_FAIL_ON=error] [POSTMIRTH_EMBED=false] .github/action/run.sh PATH...
set -uo pipefail

if [ $# = 0 ]; then
  echo "expected the folders or files to check" >&2
  exit 2
fi
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
pictures=${POSTMIRTH_PICTURES:-postmirth-pictures}
options=()
if [ -n "${POSTMIRTH_PROFILE:-}" ]; then options+=(--profile "$POSTMIRTH_PROFILE"); fi
if [ -n "${POSTMIRTH_FAIL_ON:-}" ]; then options+=(--fail-on "$POSTMIRTH_FAIL_ON"); fi
status=0

note() {
  if [ "$1" -gt "$status" ]; then status=$1; fi
}

# A part of the summary that can be unfolded. The fence is longer than any that a report is likely to hold.
unfolded() {
  printf '<details><summary>%s</summary>\n\n`````%s\n' "$1" "$2"
  cat
  printf '`````\n\n</details>\n\n'
}

printf '## Postmortems\n\n' >> "$summary"

# Once for the annotations, once for people.
postmirth check --format github ${options[@]+"${options[@]}"} "$@"
found=$?
note $found
case $found in
  0) said='No finding fails the job.' ;;
  1) said='There are findings.' ;;
  *) said='Not every report could be checked.' ;;
esac
printf '%s\n\n' "$said" >> "$summary"
postmirth check --color never ${options[@]+"${options[@]}"} "$@" 2>&1 | head -c 200000 | unfolded 'Findings' text >> "$summary"

if [ "${POSTMIRTH_EMBED:-true}" = true ]; then
  told=$(postmirth embed --again --check "$@" 2>&1)
  found=$?
  note $found
  if [ -n "$told" ]; then printf '%s\n' "$told"; fi
  if [ $found = 1 ]; then
    printf '%s\n' "$told" | unfolded 'Pictures that are out of date: run postmirth embed' text >> "$summary"
  fi
fi

# A summary shows no picture of a file, but draws Mermaid; the pictures themselves are files for an artifact. What has
# no picture was named by the check above.
postmirth draw "$@" -o "$pictures/" > /dev/null 2>&1
postmirth draw "$@" --chart incident --format mermaid -o "$pictures/" > /dev/null 2>&1
shown=0
for drawn in "$pictures"/*.mmd; do
  if [ $shown -ge "${POSTMIRTH_SHOWN:-10}" ] || [ ! -e "$drawn" ]; then break; fi
  report=$(basename "$drawn" -incident.mmd)
  unfolded "<code>$report</code>" mermaid < "$drawn" >> "$summary"
  shown=$((shown + 1))
done
exit "$status"
