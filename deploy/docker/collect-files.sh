#!/bin/sh
# Collects what the image is made of in a folder: node and the libraries it names, a user, and the
# application from the folder that it is run in. Run by the Dockerfile.
set -eu
to=$1

mkdir -p "$to/etc" "$to/tmp" "$to/usr/local/bin" "$to/var/lib/dpkg/status.d" "$to/app/logs"
cp "$(command -v node)" "$to/usr/local/bin/node"
# "name => path (address)", and the loader's path alone.
ldd "$(command -v node)" | grep -o '/[^ ]*' | while read -r library; do
  cp --dereference --parents "$library" "$to"
done
# Scanners look up the libraries by the records that they have in this place.
for package in libc6 libgcc-s1 libstdc++6; do
  dpkg-query --status "$package" > "$to/var/lib/dpkg/status.d/$package"
done
cp /etc/os-release "$to/etc/os-release"
echo 'root:x:0:0:root:/root:/sbin/nologin
node:x:1000:1000:node:/app:/sbin/nologin' > "$to/etc/passwd"
echo 'root:x:0:
node:x:1000:' > "$to/etc/group"
cp -R . "$to/app/"

# Everybody may read and nobody write, but to /tmp and the logs; all times are the same, so that two
# builds are.
chmod -R u=rwX,go=rX "$to"
chmod 1777 "$to/tmp"
chown 1000:1000 "$to/app/logs"
find "$to" -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH:-0}" {} +
