#!/bin/sh
# GitHub's command line, as far as examples use it, on the played GitHub at $PLAYED. Arguments of `pr` are noted.
set -eu
issues=$PLAYED/repos/$VIK_REPOSITORY/issues
call() { curl -fsS -H "Authorization: Bearer ${GH_ENTERPRISE_TOKEN:-$GH_TOKEN}" "$@"; }

case "$1 $2" in
'issue list')
  for last in "$@"; do :; done
  # gh names the web address `url`.
  call "$issues?state=open&labels=vik" | jq 'map(.url = .html_url)' | jq "$last"
  ;;
'issue comment')
  jq --null-input --rawfile body "$5" '{ $body }' | call --data @- "$issues/$3/comments" > /dev/null
  ;;
'issue edit')
  issue=$3
  shift 3
  while [ $# -gt 0 ]; do
    case $1 in
    --add-label) call --data "{\"labels\":[\"$2\"]}" "$issues/$issue/labels" > /dev/null ;;
    --remove-label) call -X DELETE "$issues/$issue/labels/$2" > /dev/null ;;
    esac
    shift 2
  done
  ;;
'pr view') exit 1 ;;
'pr create')
  for word in "$@" "at ${GH_HOST:-github.com}"; do printf '%s\n' "$word"; done > "$NOTES/pull-request-$VIK_ISSUE_ID"
  ;;
*) echo "no such command: $*" >&2 && exit 2 ;;
esac
