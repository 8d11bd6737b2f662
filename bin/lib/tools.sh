# lint and format.

help_lint() {
  cat <<'TEXT'
用法 Usage: bin/cb lint

检查 Java 排版、控制台的类型与规则 · checks Java formatting, and the console's types and rules. Changes nothing.
TEXT
}

help_format() {
  cat <<'TEXT'
用法 Usage: bin/cb format

自动排版 Java 与控制台源码 · formats the Java and console sources in place.
TEXT
}

# lint and format take no words: one that is written is a slip, or meant for another command.
refuse_words() { # command, words
  [ $# -eq 1 ] || fail "bin/cb $1: 不认识的选项 · unknown option $2 — see bin/cb $1 --help" 2
}

run_lint() {
  refuse_words lint "$@"
  local status=0
  mkdir -p "$STAMPS"
  use_jdk
  require mvn "Maven 3.8.7+"
  echo "Java: spotless …"
  maven -q spotless:check || status=1
  lint_console || status=1
  [ $status -eq 0 ] && echo "没有问题 · nothing to complain about"
  return $status
}

lint_console() {
  [ -f "$ROOT/console/package.json" ] || return 0
  install_console
  local script status=0
  for script in check lint; do
    has_script "$script" || continue
    echo "console: $script …"
    (cd "$ROOT/console" && npm run --silent "$script") || status=1
  done
  return $status
}

run_format() {
  refuse_words format "$@"
  mkdir -p "$STAMPS"
  use_jdk
  require mvn "Maven 3.8.7+"
  maven -q spotless:apply
  [ -f "$ROOT/console/package.json" ] || return 0
  install_console
  if has_script format; then (cd "$ROOT/console" && npm run --silent format); fi
}

has_script() { grep -qE "^[[:space:]]*\"$1\"[[:space:]]*:" "$ROOT/console/package.json"; }
