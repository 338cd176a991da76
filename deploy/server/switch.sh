#!/bin/sh
# Puts another release in the place of the one that runs, one server after the other, without a failed
# request: switch.sh FOLDER. If the first does not become healthy, the release before is put back.
set -eu
release=$1
current=/opt/cost-simulator
before=$(readlink "$current")

# At once, so that nobody finds nothing there.
link() {
  ln --symbolic --force --no-dereference "$1" "$2.new"
  mv --no-target-directory "$2.new" "$2"
}

# Waits until it answers; gives up when it keeps ending, or takes more than a minute.
restart() {
  # What has ended before is not counted: neither below nor by systemd, which might not start it again.
  systemctl reset-failed "$1"
  systemctl restart "$1"
  port=${1#*@}
  for _ in $(seq 60); do
    if curl --silent --fail --max-time 10 --output /dev/null "http://127.0.0.1:${port%.service}/health"; then return 0; fi
    if [ "$(systemctl show --value --property NRestarts "$1")" -ge 3 ]; then return 1; fi
    sleep 1
  done
  return 1
}

# Pages that are open ask for files of the release before.
link "$before" "$current.before"
link "$release" "$current"
for unit in $(systemctl list-units --plain --no-legend --all 'cost-simulator@*' | cut -d ' ' -f 1); do
  if ! restart "$unit"; then
    echo "$release does not become healthy: $before is put back" >&2
    link "$before" "$current"
    restart "$unit"
    exit 1
  fi
done
# nginx reads a part of its configuration from the release.
nginx -t -q
systemctl reload nginx
