#!/usr/bin/env bash
# Tests of bin/cb itself that start no JVM: finding a JDK, usage, hashing.
set -uo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
passed=0
failed=0

check() { # name, expected, observed
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "✗ $1: expected '$2', observed '$3'"
  fi
}

fake_jdk() { # folder, version
  mkdir -p "$1/bin"
  printf '#!/bin/sh\nexit 99\n' | tee "$1/bin/java" >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# shellcheck source=/dev/null
source "$HERE/cb" >/dev/null
set +e
fake_jdk "$WORK/a/jdk17" 17.0.15
fake_jdk "$WORK/a/jdk21" 21.0.2
fake_jdk "$WORK/b/jdk25" 25
fake_jdk "$WORK/old" 1.8.0_292
mkdir -p "$WORK/a/empty"

check "reads an old version number" 8 "$(jdk_major "$WORK/old")"
check "reads a version without dots" 25 "$(jdk_major "$WORK/b/jdk25")"
check "sees that a folder is no JDK" "" "$(jdk_major "$WORK/a/empty")"
check "takes the newest JDK" "$WORK/b/jdk25" "$(JAVA_HOME='' CB_JDK_DIRS="$WORK/a:$WORK/b" find_jdk)"
check "prefers JAVA_HOME when new enough" "$WORK/a/jdk21" "$(JAVA_HOME="$WORK/a/jdk21" CB_JDK_DIRS="$WORK/b" find_jdk)"
check "passes over an old JAVA_HOME" "$WORK/b/jdk25" "$(JAVA_HOME="$WORK/a/jdk17" CB_JDK_DIRS="$WORK/b" find_jdk)"
check "finds none" "" "$(JAVA_HOME="$WORK/a/jdk17" CB_JDK_DIRS="$WORK/none" find_jdk)"
sentence=$(JAVA_HOME='' CB_JDK_DIRS="$WORK/none" use_jdk 2>&1)
check "says what to do without a JDK" 1 "$(echo "$sentence" | grep -c 'set JAVA_HOME')"
check "refuses an unknown command with status 2" 2 "$("$HERE/cb" nonsense >/dev/null 2>&1; echo $?)"
check "refuses an unknown option with status 2" 2 "$("$HERE/cb" build --nonsense >/dev/null 2>&1; echo $?)"
check "explains build" 1 "$("$HERE/cb" build --help | grep -c 'Usage: bin/cb build')"
check "hashes by content, not by time" "$(content_hash bin)" "$(touch "$HERE/cb"; content_hash bin)"

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
