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
check "keeps a new JDK quiet" --sun-misc-unsafe-memory-access=allow "$(jdk_quiet "$WORK/b/jdk25")"
check "starts JDK 21 without options that it does not know" "" "$(jdk_quiet "$WORK/a/jdk21")"
check "sees that a folder is no JDK" "" "$(jdk_major "$WORK/a/empty")"
check "takes the newest JDK" "$WORK/b/jdk25" "$(JAVA_HOME='' CB_JDK_DIRS="$WORK/a:$WORK/b" find_jdk)"
check "prefers JAVA_HOME when new enough" "$WORK/a/jdk21" "$(JAVA_HOME="$WORK/a/jdk21" CB_JDK_DIRS="$WORK/b" find_jdk)"
check "passes over an old JAVA_HOME" "$WORK/b/jdk25" "$(JAVA_HOME="$WORK/a/jdk17" CB_JDK_DIRS="$WORK/b" find_jdk)"
check "finds none" "" "$(JAVA_HOME="$WORK/a/jdk17" CB_JDK_DIRS="$WORK/none" find_jdk)"
sentence=$(JAVA_HOME='' CB_JDK_DIRS="$WORK/none" use_jdk 2>&1)
check "says what to do without a JDK" 1 "$(echo "$sentence" | grep -c 'set JAVA_HOME')"
check "refuses an unknown command with status 2" 2 "$("$HERE/cb" nonsense >/dev/null 2>&1; echo $?)"
check "refuses an unknown option with status 2" 2 "$("$HERE/cb" build --nonsense >/dev/null 2>&1; echo $?)"
check "refuses an option of lint with status 2" 2 "$("$HERE/cb" lint --nonsense >/dev/null 2>&1; echo $?)"
check "refuses an option of format with status 2" 2 "$("$HERE/cb" format --nonsense >/dev/null 2>&1; echo $?)"
check "explains build" 1 "$("$HERE/cb" build --help | grep -c 'Usage: bin/cb build')"
check "hashes by content, not by time" "$(content_hash bin)" "$(touch "$HERE/cb"; content_hash bin)"

# a fresh clone, as far as help and a build that is stopped need it
mkdir -p "$WORK/fresh/launcher/src/main" "$WORK/fresh/matching/src/main" "$WORK/tools"
cp -r "$HERE" "$WORK/fresh/bin"
cp -r "$HERE/../launcher/src/main/resources" "$WORK/fresh/launcher/src/main/"
cp -r "$HERE/../matching/src/main/resources" "$WORK/fresh/matching/src/main/"
for command in demo run bench "bench linkage" connect exchange-run scene sample prove; do
  # shellcheck disable=SC2086
  check "explains $command without a build" 1 "$(JAVA_HOME='' CB_JDK_DIRS="$WORK/none" "$WORK/fresh/bin/cb" $command --help 2>&1 | grep -c "Usage: bin/cb ${command}")"
done
check "makes nothing for the sake of help" "" "$(ls -d "$WORK"/fresh/target 2>/dev/null)"
check "tells its version" 1 "$("$WORK/fresh/bin/cb" --version | grep -c "CityBrain $VERSION")"

printf '#!/bin/sh\nsleep 300 &\necho $! >"%s/build.pid"\nwait\n' "$WORK" >"$WORK/tools/mvn"
chmod +x "$WORK/tools/mvn"
JAVA_HOME="$WORK/a/jdk21" PATH="$WORK/tools:$PATH" "$WORK/fresh/bin/cb" build --java-only >/dev/null 2>&1 &
build=$!
for _ in $(seq 100); do [ -s "$WORK/build.pid" ] && break; sleep 0.1; done
kill -TERM $build
wait $build
check "ends with the signal's status when it is stopped" 143 $?
left=$(cat "$WORK/build.pid")
for _ in $(seq 100); do kill -0 "$left" 2>/dev/null || break; sleep 0.1; done
check "leaves no build running when it is stopped" gone "$(kill -0 "$left" 2>/dev/null && echo running || echo gone)"

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
