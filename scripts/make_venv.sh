#!/usr/bin/env bash
# Make a virtual environment, or say what a bare machine still needs.
set -euo pipefail
python=$1 venv=$2

[ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

if ! command -v "$python" >/dev/null || ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv
  else
    echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
  fi
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Python 3.11 or newer is needed; $("$python" --version) was found. Try: make run PYTHON=python3.12" >&2
  exit 1
fi
"$python" -m venv --clear "$venv"
