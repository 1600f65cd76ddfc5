#!/bin/sh
# Makes .venv/ with every extra: system packages (as root; else the one line to run is printed), then pinned wheels.
set -eu
cd "$(dirname "$0")/.."
if command -v dpkg-query >/dev/null; then
    missing=""
    for package in $(grep -v '^#' packaging/debian-packages.txt); do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        if [ "$(id -u)" = 0 ]; then
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
        else
            echo "Some system packages are missing. Run this once, then make again:" >&2
            echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
            exit 1
        fi
    fi
fi
[ -x .venv/bin/python ] || python3.11 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
# PySide's own Python, as files: else each start unpacks and compiles it anew (13 ms, 1 MB).
SBK_EMBED=0 .venv/bin/python -c "import PySide6.QtCore"
.venv/bin/python packaging/subset_fonts.py
touch .venv/.ready
