#!/usr/bin/env bash
# The command beside ripgrep and grep on the same file: `maske mask --profile fast`, `maske mask` with everything on,
# `rg -c -j1` and `grep -cE` with one e-mail pattern, in the C locale. Masked text goes to /dev/null; the counts go to a file
# and are shown, because grep stops at the first match when it sees that its output is /dev/null.
#
#   bench/compare.sh [--repeat MEGABYTES] [--maske PROGRAM] [--json OUT] FILE [RUNS]
#
# In turns, because what else a machine does comes and goes; medians of RUNS (5) by the clock and of processor time, MB/s (10^6
# bytes, by the clock) and the ratio to rg of both. --repeat puts FILE behind itself until MEGABYTES are reached, in a
# temporary folder that goes away at the end. A first turn that does not count brings the file into the page cache. What is
# not installed is said and left out; without maske, FILE or a clock nothing runs (status 2). Linux, bash 5.
# Test: tests/bench/scripts_test.py.
set -euo pipefail
export LC_ALL=C

readonly PATTERN='[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}'
readonly HERE=${BASH_SOURCE[0]%/*}
maske=${MASKE:-$HERE/../build/release/maske}
repeat=0 json='' file='' runs=5

die() {
  printf 'compare.sh: %s\n' "$*" >&2
  exit 2
}
usage='usage: bench/compare.sh [--repeat MEGABYTES] [--maske PROGRAM] [--json OUT] FILE [RUNS]'

number() {
  [[ $2 =~ ^[1-9][0-9]{0,5}$ ]] || die "$1 takes a number from 1 to 999999; $usage"
}

operands=()
while (($# > 0)); do
  case $1 in
    --repeat | --maske | --json)
      (($# > 1)) || die "$1 takes a value; $usage"
      case $1 in
        --repeat) number "$1" "$2" && repeat=$2 ;;
        --maske) maske=$2 ;;
        --json) json=$2 ;;
      esac
      shift
      ;;
    -h | --help)
      printf '%s\n' "$usage"
      exit 0
      ;;
    -*) die "there is no option $1; $usage" ;;
    *) operands+=("$1") ;;
  esac
  shift
done
((${#operands[@]} == 1 || ${#operands[@]} == 2)) || die "$usage"
file=${operands[0]}
if ((${#operands[@]} == 2)); then
  number RUNS "${operands[1]}"
  runs=${operands[1]}
fi
[[ -f $file && -r $file && -s $file ]] || die "$file: no file that can be read, or an empty one"
maske=$(command -v "$maske") || die "there is no maske at ${MASKE:-build/release/maske}: build it, or name it with --maske"
for tool in awk cat mktemp mv sort stat tail truncate; do
  command -v "$tool" >/dev/null || die "$tool is not installed"
done
[[ -n ${EPOCHREALTIME:-} ]] || die "this bash has no EPOCHREALTIME: bash 5 is needed"

names=('maske mask --profile fast' 'maske mask')
for tool in rg grep; do
  if ! command -v "$tool" >/dev/null; then
    printf 'compare.sh: %s is not installed: left out%s\n' "$tool" \
      "$([[ $tool == rg ]] && printf ' (Debian: apt-get install ripgrep)')" >&2
    continue
  fi
  case $tool in
    rg) names+=('rg -c -j1') ;;
    grep) names+=('grep -cE') ;;
  esac
done

work=''
cleanup() { if [[ -n $work ]]; then rm -rf -- "$work"; fi; }
trap cleanup EXIT
trap 'exit 130' INT TERM
work=$(mktemp -d)
if ((repeat > 0)); then
  size=$(stat -c %s -- "$file")
  times=$(((repeat * 1000000 + size - 1) / size))
  cat -- "$file" >"$work/text"
  while (($(stat -c %s "$work/text") < times * size)); do
    cat "$work/text" "$work/text" >"$work/twice"
    mv "$work/twice" "$work/text"
  done
  truncate -s $((times * size)) "$work/text"
  file=$work/text
fi
bytes=$(stat -c %s -- "$file")

# work_of NAME: does it once. grep and rg end with 1 when no line matches, which is a result too.
work_of() {
  local status=0
  case $1 in
    'maske mask --profile fast') "$maske" mask --profile fast --binary -- "$file" >/dev/null || status=$? ;;
    'maske mask') "$maske" mask --binary -- "$file" >/dev/null || status=$? ;;
    'rg -c -j1') rg --no-config -c -j1 -a -e "$PATTERN" -- "$file" >"$work/rg" || status=$? ;;
    'grep -cE') grep -c -a -E -e "$PATTERN" -- "$file" >"$work/grep" || status=$? ;;
  esac
  if [[ $1 != maske* ]] && ((status == 1)); then status=0; fi
  return "$status"
}

# Microseconds by the clock and of processor time.
declare -A clock_of processor_of
TIMEFORMAT='%3U %3S'
for ((run = 0; run <= runs; ++run)); do
  for name in "${names[@]}"; do
    begin=${EPOCHREALTIME/[.,]/}
    status=0
    { time work_of "$name"; } 2>"$work/time" || status=$?
    if ((status != 0)); then
      cat "$work/time" >&2
      die "$name ended with status $status"
    fi
    end=${EPOCHREALTIME/[.,]/}
    if ((run == 0)); then continue; fi
    clock_of[$name]+="$((end - begin)) "
    processor_of[$name]+="$(tail -n 1 "$work/time" | awk '{ print ($1 + $2) * 1000000 }') "
  done
done

# median_of VALUES...
median_of() {
  local values
  mapfile -t values < <(printf '%s\n' "$@" | sort -n)
  printf '%s\n' "${values[${#values[@]} / 2]}"
}

# row NAME CLOCK PROCESSOR RG_CLOCK RG_PROCESSOR COUNT FORMAT
row() {
  awk -v name="$1" -v us="$2" -v cpu="$3" -v rg="$4" -v rg_cpu="$5" -v lines="$6" -v format="$7" -v bytes="$bytes" '
    function ratio(a, b) { return a > 0 && b > 0 ? sprintf("%.3f", a / b) : "-" }
    BEGIN {
      if (us < 1) us = 1
      if (format == "json")
        printf "{\"name\":\"%s\",\"ms\":%.3f,\"processor_ms\":%.3f,\"mb_per_s\":%.4f}", name, us / 1e3, cpu / 1e3, bytes / us
      else
        printf "%-26s %10.1f %10.1f %10.1f %9s %11s %10s\n", name, us / 1e3, cpu / 1e3, bytes / us, ratio(rg, us), ratio(rg_cpu, cpu), lines
    }'
}

rg_clock=0 rg_processor=0
if [[ -n ${clock_of[rg -c -j1]:-} ]]; then
  # shellcheck disable=SC2086 # a list of numbers
  rg_clock=$(median_of ${clock_of[rg -c -j1]}) rg_processor=$(median_of ${processor_of[rg -c -j1]})
fi
printf '%s bytes, medians of %s runs, taken in turns\n' "$bytes" "$runs"
printf '%-26s %10s %10s %10s %9s %11s %10s\n' '' 'ms, clock' processor MB/s 'to rg' 'processor' lines
rows=()
for name in "${names[@]}"; do
  # shellcheck disable=SC2086
  clock=$(median_of ${clock_of[$name]}) processor=$(median_of ${processor_of[$name]})
  case $name in
    rg*) lines=$(cat "$work/rg") ;;
    grep*) lines=$(cat "$work/grep") ;;
    *) lines='' ;;
  esac
  row "$name" "$clock" "$processor" "$rg_clock" "$rg_processor" "$lines" text
  rows+=("$(row "$name" "$clock" "$processor" 0 0 '' json)")
done
if [[ -n $json ]]; then
  (
    IFS=,
    printf '{"bytes":%s,"runs":%s,"speeds":[%s]}\n' "$bytes" "$runs" "${rows[*]}"
  ) >"$json"
fi
