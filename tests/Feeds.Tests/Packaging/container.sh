# Runs the image's last stage without Docker: in file system, process and network namespaces of its own, with nothing of this machine but what is mounted here, read-only.
# $1 an empty folder, $2 the .NET runtime, $3 /app, $4 the content, $5 the stage's RUN, $6 its USER, $7 its WORKDIR, $8 its ENV; then the words of its command, and behind -- those of its health check.
set -eu
root=$1 dotnet=$2 app=$3 content=$4 run=$5 user=$6 workdir=$7 environment=$8
shift 8

ip link set lo up
mount -t tmpfs tmpfs "$root"
for folder in bin sbin lib lib64 usr; do
  if [ -L "/$folder" ]; then cp -P "/$folder" "$root/$folder"
  elif [ -d "/$folder" ]; then mkdir "$root/$folder"; mount --rbind -o ro "/$folder" "$root/$folder"
  fi
done
mkdir -p "$root/dotnet" "$root/app" "$root$workdir/content" "$root/etc" "$root/proc" "$root/dev" "$root/tmp"
mount --bind -o ro "$dotnet" "$root/dotnet"
mount --bind -o ro "$app" "$root/app"
mount --bind -o ro "$content" "$root$workdir/content"
mount -t proc -o ro proc "$root/proc"
for device in null urandom; do touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
# The user that the image brings.
echo "$user:x:1654:1654::/home/$user:/bin/sh" > "$root/etc/passwd"
echo "$user:x:1654:" > "$root/etc/group"
chroot "$root" /bin/sh -c "$run"
mount --bind "$root/state" "$root/state"
mount -o remount,bind,ro "$root"

inside="chroot $root setpriv --reuid 1654 --regid 1654 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all
  env -i -C $workdir PATH=/dotnet:/usr/bin:/bin HOME=/home/$user $environment"

command=
while [ "$1" != -- ]; do command="$command $1"; shift; done
shift
if $inside touch /proof /app/proof "$workdir/content/proof" /tmp/proof 2>/dev/null; then echo "something can be written"; exit 1; fi
$inside $command > "$root.log" &
server=$!
# Waits for a command to succeed while the server runs.
await() {
  tries=0
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    if [ $tries -gt 300 ] || ! kill -0 $server 2>/dev/null; then echo "never: $*"; cat "$root.log"; exit 1; fi
    sleep 0.1
  done
}
await $inside "$@"
echo "healthy"
$inside wget -q -O - http://127.0.0.1:8080/atom.xml | grep -c '<entry>'
ls "$root/state"
# It is healthy a moment before it says that it serves.
await grep -q Serving "$root.log"
kill -TERM $server
wait $server
cat "$root.log"
