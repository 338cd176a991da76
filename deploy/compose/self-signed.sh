#!/bin/sh
# Makes a certificate for trying the stack: self-signed.sh FOLDER HOST. Browsers do not trust it.
set -eu
folder=$1
host=$2
mkdir -p "$folder"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=$host" \
  -addext "subjectAltName=DNS:$host,IP:127.0.0.1" \
  -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2> /dev/null
# nginx reads it as its own user, without root's rights.
chmod 0640 "$folder/privkey.pem"
if [ "$(id -u)" = 0 ]; then chown 101:101 "$folder/privkey.pem"; fi
