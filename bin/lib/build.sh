# Builds what has changed. A part is skipped when a hash over the content of its sources equals the one kept from its
# last good build; nothing depends on file times.

help_build() {
  cat <<'TEXT'
用法 Usage: bin/cb build [--force] [--java-only] [--quiet]

构建有变化的部分: Java 模块与控制台 · builds the Java modules and the console where their sources changed.
  --force      全部重建 · build even what is unchanged
  --java-only  不构建控制台 · leave the console alone
  --quiet      没有变化时不出声 · say nothing when there is nothing to do
TEXT
}

run_build() {
  local force='' java_only='' quiet=''
  while [ $# -gt 0 ]; do
    case "$1" in
      --force) force=yes ;;
      --java-only) java_only=yes ;;
      --quiet) quiet=yes ;;
      *) fail "bin/cb build: 不认识的选项 · unknown option $1 — see bin/cb build --help" 2 ;;
    esac
    shift
  done
  mkdir -p "$STAMPS"
  [ -z "$force" ] || rm -f "$STAMPS"/*.sha256
  exec 8>"$STAMPS/lock"
  if command -v flock >/dev/null; then
    flock -n 8 || { echo "等待另一个构建 · waiting for another build" >&2; flock 8; }
  fi
  build_java "$quiet"
  [ -n "$java_only" ] || build_console "$quiet"
  exec 8>&-
}

# Prints the files of the given paths that belong to the project: tracked, or new and not ignored.
project_files() {
  if git -C "$ROOT" rev-parse --git-dir >/dev/null 2>&1; then
    (cd "$ROOT" && git ls-files -z -c -o --exclude-standard -- "$@")
  else
    (cd "$ROOT" && find "$@" -type f -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 2>/dev/null || true)
  fi
}

# Prints one hash over names and content.
content_hash() {
  project_files "$@" | (cd "$ROOT" && while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done) |
    LC_ALL=C sort -z | (cd "$ROOT" && xargs -0 -r sha256sum) | sha256sum | cut -d' ' -f1
}

java_sources() { (cd "$ROOT" && printf '%s\n' pom.xml .mvn */pom.xml && find . -mindepth 2 -maxdepth 2 -name src -not -path './console/*' | sed 's,^\./,,'); }

java_hash() {
  local sources
  mapfile -t sources < <(java_sources)
  content_hash "${sources[@]}"
}

changed() { [ "$(cat "$STAMPS/$1.sha256" 2>/dev/null)" != "$2" ]; }

build_java() {
  local hash started=$SECONDS
  hash=$(java_hash)
  if ! changed java "$hash" && [ -f "$ROOT/launcher/target/launcher-$VERSION.jar" ]; then
    [ -n "$1" ] || echo "Java: 没有变化 · unchanged"
    return
  fi
  require mvn "Maven 3.8.7+"
  use_jdk
  echo "Java: 正在构建 · building with $JAVA_HOME (first time 3–6 min) …"
  rm -rf "$ROOT"/*/target/lib
  maven -q -Dmaven.test.skip=true package || fail "Java: 构建失败, 原因见上 · the build failed, see above"
  echo "$hash" >"$STAMPS/java.sha256"
  echo "Java: 完成 · built in $((SECONDS - started)) s"
}

build_console() {
  local hash lock started=$SECONDS
  [ -f "$ROOT/console/package.json" ] || return 0
  hash=$(content_hash console)
  if ! changed console "$hash" && [ -d "$ROOT/console/dist" ]; then
    [ -n "$1" ] || echo "console: 没有变化 · unchanged"
    return
  fi
  echo "console: 正在构建 · building (first time 1–2 min) …"
  install_console
  if ! guarded npm --prefix "$ROOT/console" run --silent build >"$STAMPS/console.log" 2>&1; then
    cat "$STAMPS/console.log"
    fail "console: 构建失败, 原因见上 · the build failed, see above"
  fi
  echo "$hash" >"$STAMPS/console.sha256"
  echo "console: 完成 · built in $((SECONDS - started)) s"
}

# Installs the console's packages when its lock file changed.
install_console() {
  local lock
  require npm "Node.js 20+ (npm)"
  lock=$(content_hash console/package.json console/package-lock.json console/.npmrc)
  if changed console-packages "$lock" || [ ! -x "$ROOT/console/node_modules/.bin/tsc" ]; then
    (cd "$ROOT/console" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) ||
      fail "console: npm ci 失败, 原因见上 · npm ci failed, see above"
    echo "$lock" >"$STAMPS/console-packages.sha256"
  fi
}

require() {
  command -v "$1" >/dev/null || fail "需要 $2, 但没有找到 $1 · $2 is needed, but there is no $1 on this machine: install it"
}

# Maven without colours and without its own libraries' warnings about a new JDK.
maven() { guarded maven_here "$@"; }

maven_here() {
  (cd "$ROOT" && MAVEN_OPTS="${MAVEN_OPTS:--Xmx1500m}" mvn -B -Dstyle.color=never "$@" 2>&1) |
    sed 's/\x1b\[[0-9;]*m//g; /^$/d' |
    { grep -vE '^WARNING: (A terminally deprecated|sun\.misc\.Unsafe|Please consider reporting|A restricted method|java\.lang\.System::load|Use --enable-native)' || true; }
  return "${PIPESTATUS[0]}"
}
