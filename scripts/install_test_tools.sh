#!/usr/bin/env bash
# Install what the tests drive: a browser, PDF readers, a JDK for veraPDF, Unicode's test files.
set -euo pipefail
python=$1

missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v curl >/dev/null || missing+=(curl)
command -v javac >/dev/null || missing+=(default-jdk-headless)
[ -e /usr/lib/softhsm/libsofthsm2.so ] || command -v softhsm2-util >/dev/null || missing+=(softhsm2)
[ -e /usr/share/unicode/BidiCharacterTest.txt ] || missing+=(unicode-data)

[ ${#missing[@]} = 0 ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
  exit 0
fi
if [[ " ${missing[*]} " == *" chromium "* ]]; then
  "$python" -m playwright install chromium
  missing=("${missing[@]/chromium/}")
fi
left=$(echo "${missing[@]}" | xargs)
if [ -n "$left" ]; then
  echo "The tests also need: $left" >&2
  echo "Debian or Ubuntu: sudo apt-get install $left · macOS: brew install poppler openjdk softhsm" >&2
  exit 1
fi
