# The whole test run: Java modules, console, scenes, browser acceptance; one summary line from what the runners report.

help_test() {
  cat <<'TEXT'
用法 Usage: bin/cb test [--fast]

跑全部测试 · runs every test: Java modules, console, scene tests, and the browser tests against a fresh city.
  --fast   不启动整座城市的浏览器测试 · leave out the browser tests that start a whole city
最后一行 last line: N passed, N failed, N skipped. Exit status 0 only when nothing failed.
TEXT
}

PASSED=0
FAILED=0
SKIPPED=0
TROUBLE=()

run_test() {
  local fast=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --fast) fast=yes ;;
      *) fail "bin/cb test: 不认识的选项 · unknown option $1 — see bin/cb test --help" 2 ;;
    esac
    shift
  done
  mkdir -p "$STAMPS" "$ROOT/target/test"
  use_jdk
  require mvn "Maven 3.8.7+"
  step "JDK 查找 · bin/cb" test_cb
  step "Java" test_java
  run_build --quiet
  step "console" test_console
  step "场景 scenes" test_scenes
  [ -n "$fast" ] || step "浏览器 browser" test_browser
  local trouble
  for trouble in "${TROUBLE[@]}"; do echo "✗ $trouble"; done
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" -eq 0 ] && [ ${#TROUBLE[@]} -eq 0 ]
}

step() {
  local name=$1 started=$SECONDS
  shift
  echo "── $name"
  "$@" || TROUBLE+=("$name")
  echo "── $name: $((SECONDS - started)) s · so far $PASSED passed, $FAILED failed, $SKIPPED skipped"
}

count() {
  PASSED=$((PASSED + $1))
  FAILED=$((FAILED + $2))
  SKIPPED=$((SKIPPED + $3))
}

# Adds the counts of the last "N passed, N failed, N skipped" line of file $1.
count_summary() {
  local line
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$1" | tail -1) || true
  [ -n "$line" ] || { count 0 1 0; return 1; }
  # shellcheck disable=SC2046
  count $(echo "$line" | tr -cs '0-9\n' ' ')
}

test_cb() {
  bash "$ROOT/bin/lib/selftest.sh" | tee "$ROOT/target/test/cb.log"
  count_summary "$ROOT/target/test/cb.log"
}

test_java() {
  local status=0 hash
  hash=$(java_hash)
  rm -rf "$ROOT"/*/target/surefire-reports
  maven -Dmaven.test.failure.ignore=true verify >"$ROOT/target/test/maven.log" 2>&1 || status=1
  grep -E '^\[(ERROR|WARNING)\].*(Tests run|FAIL|ERROR)|^\[INFO\] Tests run:.*Time|^\[ERROR\]' "$ROOT/target/test/maven.log" | head -200 || true
  if [ $status -ne 0 ]; then
    count 0 1 0
    echo "全文 · full log: target/test/maven.log"
  else
    echo "$hash" >"$STAMPS/java.sha256" # verify has packaged everything: there is nothing left to build
  fi
  count_reports "$ROOT"/*/target/surefire-reports
  return $status
}

# Adds up the counts in the surefire reports of the given folders.
count_reports() {
  local sums
  sums=$(find "$@" -name 'TEST-*.xml' -exec grep -hm1 '<testsuite ' {} + 2>/dev/null | awk '
    function n(key,   m) { if (match($0, " " key "=\"[0-9]+\"")) { m = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", m); return m + 0 } return 0 }
    { t += n("tests"); f += n("failures") + n("errors"); s += n("skipped") }
    END { print t - f - s, f + 0, s + 0 }') || true
  # shellcheck disable=SC2086
  count ${sums:-0 0 0}
}

test_console() {
  [ -f "$ROOT/console/package.json" ] || return 0
  local status=0 report="$ROOT/target/test/console.json"
  lint_console || status=1
  has_script test || return $status
  rm -f "$report"
  (cd "$ROOT/console" && npm run --silent test -- --reporter=default --reporter=json --outputFile="$report") || status=1
  if [ -f "$report" ]; then
    count "$(json_number "$report" numPassedTests)" "$(json_number "$report" numFailedTests)" "$(json_number "$report" numPendingTests)"
  fi
  return $status
}

json_number() { grep -o "\"$2\":[0-9]*" "$1" | head -1 | cut -d: -f2 | grep . || echo 0; }

test_scenes() {
  local folders=("$ROOT"/scenes/*/)
  [ -d "${folders[0]}" ] || return 0
  local status=0
  (launch scene test "${folders[@]%/}") 2>&1 | tee "$ROOT/target/test/scenes.log" || status=1
  count_summary "$ROOT/target/test/scenes.log" || status=1
  return $status
}

test_browser() {
  local status=0
  ls "$ROOT"/acceptance/src/test/java/org/citybrain/acceptance/browser/*Test.java >/dev/null 2>&1 || return 0
  find_browser || return 1
  rm -rf "$ROOT"/acceptance/target/surefire-reports
  (use_jdk
  MAVEN_OPTS="${MAVEN_OPTS:-} $(jdk_quiet "$JAVA_HOME")"
  export MAVEN_OPTS
  guarded launch with-city --residents 3000 -- mvn -B -q -f "$ROOT/pom.xml" -pl acceptance -am -Dcb.groups=browser \
    -Dcb.excluded= -Dmaven.test.failure.ignore=true -Dsurefire.failIfNoSpecifiedTests=false test) || status=1
  count_reports "$ROOT/acceptance/target/surefire-reports"
  return $status
}

# Chromium for the browser tests: the system's; as root it is installed when missing.
find_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then
      CB_CHROMIUM=${CB_CHROMIUM:-$(command -v "$name")}
      export CB_CHROMIUM
      return 0
    fi
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "安装 Chromium · installing Chromium (apt-get) …"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && find_browser && return 0
  fi
  echo "浏览器测试需要 Chromium: 请安装, 或用 CB_CHROMIUM 指定 · the browser tests need Chromium: install it or set CB_CHROMIUM" >&2
  return 1
}
