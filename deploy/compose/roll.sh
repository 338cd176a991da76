#!/bin/sh
# Puts another image in the place of the one that runs, without a failed request: roll.sh IMAGE. New
# replicas start beside the old ones; if one does not become healthy they are removed, and the old ones go on.
set -eu
IMAGE=$1
export IMAGE
folder=$(dirname "$0")

# Compose is a command of docker's, or one of its own where it is older.
if docker compose version > /dev/null 2>&1; then
  compose() { docker compose --file "$folder/docker-compose.yml" "$@"; }
else
  compose() { docker-compose --file "$folder/docker-compose.yml" "$@"; }
fi

# Waits for one replica; gives up when it is unhealthy, keeps ending, or takes more than a minute.
await_health() {
  for _ in $(seq 60); do
    case $(docker inspect "$1" --format '{{.State.Health.Status}} {{.RestartCount}}') in
      healthy*) return 0 ;;
      unhealthy* | *" "[3-9]) return 1 ;;
    esac
    sleep 1
  done
  return 1
}

old=$(compose ps --quiet app)
count=$(echo "$old" | wc -l)
compose up --detach --no-deps --no-recreate --scale "app=$((2 * count))" app
new=$(compose ps --quiet app | grep --invert-match --fixed-strings "$old")

for replica in $new; do
  if ! await_health "$replica"; then
    echo "$IMAGE does not become healthy: the old replicas go on" >&2
    echo "$new" | xargs docker rm --force
    exit 1
  fi
done

# nginx looks up the addresses of all; only then the old ones are told to leave.
compose kill -s HUP nginx
echo "$old" | xargs docker stop --time 40 &
leaving=$!
# They listen for five seconds more. Then nginx lets go of its idle connections to them.
sleep 6
compose kill -s HUP nginx
wait "$leaving"
echo "$old" | xargs docker rm
compose kill -s HUP nginx

# What is started from here on is of the same image.
settings=$folder/.env
touch "$settings"
sed -i '/^IMAGE=/d' "$settings"
echo "IMAGE=$IMAGE" >> "$settings"
