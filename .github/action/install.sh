#!/usr/bin/env bash
# Puts the program on the PATH of the job: one that is there already, else the release of the tag that the action is used
# at, else one built of the action's own sources.
#   POSTMIRTH_REPOSITORY=owner/name POSTMIRTH_REF=v0.1.0 .github/action/install.sh
set -euo pipefail

source=$(cd "$(dirname "$0")/../.." && pwd)
bin=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/postmirth-bin
mkdir -p "$bin"
echo "$bin" >> "${GITHUB_PATH:-/dev/null}"

if command -v postmirth > /dev/null; then
  postmirth --version
  exit
fi

target=
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) target=x86_64-unknown-linux-musl ;;
  Linux-aarch64) target=aarch64-unknown-linux-musl ;;
  Darwin-x86_64) target=x86_64-apple-darwin ;;
  Darwin-arm64) target=aarch64-apple-darwin ;;
  MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
esac

if [ -n "$target" ] && [[ ${POSTMIRTH_REF:-} =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  name=postmirth-$POSTMIRTH_REF-$target
  case $target in *windows*) archive=$name.zip ;; *) archive=$name.tgz ;; esac
  releases=https://github.com/$POSTMIRTH_REPOSITORY/releases/download/$POSTMIRTH_REF
  cd "$bin"
  curl --fail --silent --show-error --location --retry 3 --remote-name "$releases/$archive"
  curl --fail --silent --show-error --location --retry 3 --remote-name "$releases/SHA256SUMS"
  grep " [ *]*$archive\$" SHA256SUMS > wanted
  if command -v sha256sum > /dev/null; then sha256sum --check wanted; else shasum -a 256 --check wanted; fi
  case $archive in *.zip) unzip -qo "$archive" ;; *) tar -xzf "$archive" ;; esac
  mv "$name"/postmirth* .
else
  cargo install --locked --path "$source" --root "$bin/built"
  mv "$bin"/built/bin/postmirth* "$bin"
fi
"$bin/postmirth" --version
