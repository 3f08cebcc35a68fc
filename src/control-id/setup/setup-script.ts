import {
  onlineMode,
  otherServers,
  remoteConfigurations,
  serverRecord,
} from './device-configuration.js';
import type { DeviceSetup } from './setup-steps.js';

/**
 * The steps as a program for a POSIX shell with `curl`. What is put into it has no quotes and no `$` but its own: an
 * origin of ours, letters and digits of the secret, names of settings, and a time zone of the tz database.
 */
export function setupScript({ settings, address, timeZone }: DeviceSetup): string {
  const [online, ...configurations] = remoteConfigurations({ settings, address });
  const server = JSON.stringify(serverRecord(address));
  const client = JSON.stringify({
    online_client: { server_id: '@SERVER_ID@', ...online?.['online_client'] },
  });
  const rest = [...configurations, onlineMode(settings)].map((body) => JSON.stringify(body));
  return `#!/bin/sh
# Sets up one Control iD device for Gatehouse. It holds the secret of the device: delete it afterwards.
#   DEVICE=http://192.168.0.129 LOGIN=admin PASSWORD=... sh setup.sh
set -eu
: "\${DEVICE:?the address of the device, such as http://192.168.0.129}"
: "\${LOGIN:?the log-in of the device}" "\${PASSWORD:?the password of the device}"
DEVICE=\${DEVICE%/}
case $DEVICE in http://*|https://*) ;; *) DEVICE=http://$DEVICE ;; esac

fail() { echo "$1" >&2; exit 1; }
call() { # path, body
  printf '%s' "$2" | curl --fail --silent --show-error --max-time 20 --request POST \\
    --header 'Content-Type: application/json' --data-binary @- "$DEVICE/$1" || fail "The device refused $1"
}
text() { printf '%s' "$1" | sed 's/[\\\\"]/\\\\&/g'; }
number() { n=$(TZ='${timeZone}' date "+$1"); n=\${n#0}; echo "\${n:-0}"; }

echo 'Log in'
ANSWER=$(call login.fcgi "{\\"login\\":\\"$(text "$LOGIN")\\",\\"password\\":\\"$(text "$PASSWORD")\\"}")
SESSION=$(printf '%s' "$ANSWER" | sed -n 's/.*"session"[^"]*"\\([^"]*\\)".*/\\1/p')
[ -n "$SESSION" ] || fail 'The device gave no session: check LOGIN and PASSWORD'
configure() { call "set_configuration.fcgi?session=$SESSION" "$1" >/dev/null; }

echo 'Set the clock'
call "set_system_time.fcgi?session=$SESSION" "{\\"day\\":$(number %d),\\"month\\":$(number %m),\\"year\\":$(number %Y),\\"hour\\":$(number %H),\\"minute\\":$(number %M),\\"second\\":$(number %S)}" >/dev/null

echo 'Make a record of the server'
ANSWER=$(call "create_objects.fcgi?session=$SESSION" '${server}')
SERVER_ID=$(printf '%s' "$ANSWER" | sed -n 's/.*"ids"[^[]*\\[[^0-9]*\\([0-9]*\\).*/\\1/p')
[ -n "$SERVER_ID" ] || fail 'The device gave no id for the record'

echo 'Configure'
configure "$(printf '%s' '${client}' | sed "s/@SERVER_ID@/$SERVER_ID/")"
${rest.map((body) => `configure '${body}'`).join('\n')}
${REMOVE_OTHERS}
echo 'Done. Now scan an unknown card: the device must say that it is unknown.'
`;
}

/** A device that does not let us has more records than it needs, and no other harm. */
const OTHERS = JSON.stringify(otherServers('@SERVER_ID@')).replace('"@SERVER_ID@"', '@SERVER_ID@');
const REMOVE_OTHERS = `
echo 'Remove records of earlier runs'
(call "destroy_objects.fcgi?session=$SESSION" "$(printf '%s' '${OTHERS}' | sed "s/@SERVER_ID@/$SERVER_ID/")") >/dev/null 2>&1 ||
  echo 'The device kept them: they do no harm'`;
