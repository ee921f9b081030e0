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
  0) said='No findings.' ;;
  1) said='There are findings.' ;;
  *) said='Not every report could be checked.' ;;
esac
printf '%s\n\n' "$said" >> "$summary"
postmirth check --color never ${options[@]+"${options[@]}"} "$@" 2>&1 | head -c 200000 | unfolded 'Findings' text >> "$summary"

# Only reports that hold pictures of ours can hold old ones.
reports=()
while IFS= read -r -d '' report; do reports+=("$report"); done < <(find "$@" -type f -name '*.md' -print0 | sort -z)
illustrated=()
for report in ${reports[@]+"${reports[@]}"}; do
  if grep -q '<!-- postmirth:[a-z]' "$report"; then illustrated+=("$report"); fi
done
if [ "${POSTMIRTH_EMBED:-true}" = true ] && [ ${#illustrated[@]} -gt 0 ]; then
  told=$(postmirth embed --check "${illustrated[@]}" 2>&1)
  found=$?
  note $found
  printf '%s\n' "$told"
  if [ $found != 0 ]; then
    printf '%s\n' "$told" | unfolded 'Pictures that are out of date: run postmirth embed' text >> "$summary"
  fi
fi

# A summary shows no picture of a file, but draws Mermaid; the pictures themselves are files for an artifact.
mkdir -p "$pictures"
shown=0
for report in ${reports[@]+"${reports[@]}"}; do
  if [ $shown -ge "${POSTMIRTH_SHOWN:-10}" ]; then break; fi
  folder=$pictures/$(dirname "$report")
  name=$(basename "$report" .md)
  mkdir -p "$folder"
  # What is no postmortem has no picture; the check above has said so.
  postmirth draw "$report" -o "$folder/$name.mmd" > /dev/null 2>&1 || continue
  postmirth draw "$report" -o "$folder/" > /dev/null 2>&1 || true
  unfolded "<code>$report</code>" mermaid < "$folder/$name.mmd" >> "$summary"
  shown=$((shown + 1))
done
exit "$status"
