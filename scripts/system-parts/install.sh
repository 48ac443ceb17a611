#!/bin/sh
# Installs the Debian packages named on the command line without letting any of
# them start a service, and puts back the machine's own policy afterwards.
# Needs root; scripts/test.ts calls it.
set -eu
policy=${BELLWETHER_POLICY_FILE:-/usr/sbin/policy-rc.d}
kept=$policy.before-bellwether

put_back() {
  rm -f "$policy"
  if [ -e "$kept" ] || [ -L "$kept" ]; then mv "$kept" "$policy"; fi
}

if [ -e "$policy" ] || [ -L "$policy" ]; then mv "$policy" "$kept"; fi
trap put_back EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
# 101 is invoke-rc.d's word for "forbidden by policy".
printf '#!/bin/sh\nexit 101\n' >"$policy"
chmod 755 "$policy"

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends "$@"
