# shellcheck shell=bash
# Sourced by tools/run and tools/test: which packages they need, and how to get them.

build_packages=(gcc libc6-dev meson ninja-build pkgconf gettext python3
  libgtk-4-dev libadwaita-1-dev libsqlite3-dev libxml2-dev libintelrdfpmath-dev libarchive-dev libsodium-dev libjpeg-dev libpoppler-glib-dev
  adwaita-icon-theme librsvg2-common fonts-cantarell)
test_packages=(xvfb xauth xdotool x11-utils imagemagick at-spi2-core dbus metacity procps
  python3-gi gir1.2-atspi-2.0 gir1.2-gtk-4.0 python3-xlib python3-pikepdf poppler-utils qpdf
  desktop-file-utils appstream libgtk-4-bin libglib2.0-bin man-db)

# What the same things are called to pkg-config and on PATH, for systems without apt.
build_modules=(gtk4 libadwaita-1 sqlite3 libxml-2.0 cairo-pdf pangocairo pangoft2 fontconfig zlib libjpeg poppler-glib libarchive libsodium)
build_commands=(cc meson ninja pkg-config msgfmt python3)
test_commands=(Xvfb xauth xdotool xprop import dbus-run-session metacity pdftotext qpdf
  desktop-file-validate appstreamcli gtk4-builder-tool)

_missing_packages ()
{
  local package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

_missing_elsewhere ()
{
  local thing what=$1
  for thing in "${build_commands[@]}"; do command -v "$thing" >/dev/null || echo "the command $thing"; done
  if command -v pkg-config >/dev/null; then
    for thing in "${build_modules[@]}"; do
      pkg-config --exists "$thing" || echo "the development files of $thing (pkg-config)"
    done
  fi
  [ "$what" = test ] || return 0
  for thing in "${test_commands[@]}"; do command -v "$thing" >/dev/null || echo "the command $thing"; done
}

# need_packages build|test: installs with apt what is missing. On other systems, or without the right to install, it
# names what is missing and returns 1.
need_packages ()
{
  local wanted=("${build_packages[@]}") missing as_root=()
  [ "$1" = test ] && wanted+=("${test_packages[@]}")

  if ! command -v apt-get >/dev/null; then
    missing=$(_missing_elsewhere "$1")
    [ -z "$missing" ] && return 0
    { echo "Missing, and this system has no apt to install it with:"
      printf '%s\n' "$missing" | sed 's/^/  /'
      echo "On Debian 12 the packages are: ${wanted[*]}"; } >&2
    return 1
  fi

  missing=$(_missing_packages "${wanted[@]}" | tr '\n' ' ')
  [ -z "${missing// /}" ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as_root=(sudo)
    else
      { echo "These packages are missing and you may not install them: ${missing}"
        echo "Ask an administrator to run:  apt-get install --no-install-recommends ${missing}"; } >&2
      return 1
    fi
  fi
  echo "Installing: ${missing}" >&2
  # shellcheck disable=SC2086 # a list of words
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -ec '
    log=$(mktemp)
    trap "rm -f $log" EXIT
    apt-get update -qq >/dev/null 2>&1 || true
    apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }
    ' install ${missing} </dev/null || {
      echo "apt could not install: ${missing}" >&2
      return 1
    }
}

# configure DIR OPTION…: a meson build folder that is there and works, made anew when it is stale.
configure ()
{
  local dir=$1
  shift
  if [ -f "$dir/build.ninja" ] && meson configure "$dir" "$@" >/dev/null 2>&1; then
    return 0
  fi
  rm -rf "$dir"
  meson setup "$dir" "$@" >"$dir.log" 2>&1 || { cat "$dir.log" >&2; return 1; }
}
