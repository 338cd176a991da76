#!/bin/sh
# Makes a certificate for trying it: self-signed.sh FOLDER HOST [OWNER]. Browsers do not trust it. The key is
# its owner's, by default the user and group that nginx has in its container.
set -eu
folder=$1
host=$2
owner=${3:-101:101}
mkdir -p "$folder"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=$host" \
  -addext "subjectAltName=DNS:$host,IP:127.0.0.1" \
  -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2> /dev/null
chmod 0640 "$folder/privkey.pem"
# Who is not root keeps it himself.
if [ "$(id -u)" = 0 ]; then chown "$owner" "$folder/privkey.pem"; fi
