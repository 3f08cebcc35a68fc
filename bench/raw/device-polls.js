const ANSWER = { status: 200 };

/** What a Control iD device without anything to do gets, whatever its address: no command, and its count of logs. */
export function answerPoll(url, body) {
  return url.includes('/device_is_alive.fcgi') ? { ...ANSWER, body: JSON.parse(body) } : ANSWER;
}
