# Finds the JDK that builds and runs CityBrain: JAVA_HOME if it is 21 or newer, else the newest one in the usual
# install folders. Versions are read from each JDK's `release` file; no java is started to find out.

JDK_MINIMUM=21

# Prints the major version of the JDK in folder $1, or nothing when it is no JDK.
jdk_major() {
  local line version
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case "$line" in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version//\"/}
        version=${version#1.}
        version=${version%%[.+_-]*}
        case "$version" in '' | *[!0-9]*) ;; *) echo "$version" ;; esac
        return 0 ;;
    esac
  done <"$1/release"
}

# Prints the option that keeps libraries' use of sun.misc.Unsafe unspoken, where the JDK in folder $1 knows it: from 23 on.
jdk_quiet() {
  local major
  major=$(jdk_major "$1")
  if [ "${major:-0}" -ge 23 ]; then echo --sun-misc-unsafe-memory-access=allow; fi
}

jdk_folders() {
  if [ -n "${CB_JDK_DIRS:-}" ]; then
    local dir
    for dir in ${CB_JDK_DIRS//:/ }; do printf '%s\n' "$dir"/*; done
    return
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* /usr/local/java/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# Prints the folder of the JDK to use, or nothing.
find_jdk() {
  local dir major best='' best_major=0
  if [ -n "${JAVA_HOME:-}" ]; then
    major=$(jdk_major "$JAVA_HOME")
    if [ "${major:-0}" -ge "$JDK_MINIMUM" ]; then
      echo "$JAVA_HOME"
      return
    fi
  fi
  while IFS= read -r dir; do
    major=$(jdk_major "$dir")
    if [ "${major:-0}" -ge "$JDK_MINIMUM" ] && [ "$major" -gt "$best_major" ]; then
      best=$dir
      best_major=$major
    fi
  done < <(jdk_folders)
  [ -z "$best" ] || echo "$best"
}

use_jdk() {
  local found
  found=$(find_jdk)
  [ -n "$found" ] || fail "找不到 JDK $JDK_MINIMUM 或更新版本: 请安装后设置 JAVA_HOME · no JDK $JDK_MINIMUM or newer found: install one and set JAVA_HOME"
  export JAVA_HOME="$found"
}
