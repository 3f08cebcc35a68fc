import type { AlertTexts } from './alert-texts.js';

export const en: AlertTexts = {
  'wellhub.unknown-user-status': [
    'Wellhub registered a person with a plan that we do not know',
    'If you sell different offers, ask Wellhub what this plan means; that there are several is set in the settings of the business.',
  ],
  'wellhub.unknown-user': [
    'Wellhub told of somebody who never signed up here',
    'For one person there is nothing to do. If there are many, check in Wellhub’s portal whether the addresses are those of this gym.',
  ],
  'wellhub.status-not-applied': [
    'A cancellation or a change of plan came to the wrong address and was not applied',
    'Compare both addresses in Wellhub’s portal with those in the settings here, and ask Wellhub to send it again.',
  ],
  'wellhub.webhooks-refused': [
    'Messages of Wellhub were refused: the signature does not fit',
    'Enter the same secret here and in Wellhub’s portal. Check-ins among these messages are not paid. A single one may be somebody who guesses: close the alert.',
  ],
  'wellhub.invalid-event': [
    'A message of Wellhub was incomplete',
    'Show its time to Wellhub’s support. If it was a check-in, validate the person at the front desk.',
  ],
  'wellhub.unknown-event': [
    'Wellhub sent a kind of message that we do not know',
    'If it should count, tell us and Wellhub’s support. Until then, validate the person at the front desk.',
  ],
  'wellhub.odd-time': [
    'A check-in came with an impossible time',
    'The time at which it arrived counted. Check the clock of the server; if it is right, tell Wellhub.',
  ],
  'wellhub.unassigned-gym': [
    'Something came for a gym of Wellhub that is not set up here',
    'Enter its number at the right gym, in the settings. If it is not yours, ask Wellhub to take it off your account.',
  ],
  'wellhub.wrong-hook': [
    'A message about one gym came to the address of another',
    'It was handled. Enter each gym’s own address in Wellhub’s portal, or the same one for all.',
  ],
  'wellhub.integration-requested': [
    'A gym asked Wellhub to work with you',
    'Add the gym with its Wellhub number, or decline in Wellhub’s portal.',
  ],
  'wellhub.webhooks-missing': [
    'Messages of Wellhub may have been lost while the system was away',
    'Under Check-ins, Messages that may be missing, look for the check-ins of that time. Validate at the front desk who else came in, and ask whoever runs the server for more room.',
  ],
  'account.same-email': [
    'Two accounts have one e-mail, written in two ways',
    'Only the first one can log in. Merge the two members.',
  ],
  'wellhub.credentials-refused': [
    'Wellhub does not accept our key for this gym',
    'Nothing is validated or paid. Test the connection in the settings and enter a new key, or ask Wellhub to allow the gym. After that the check-ins are validated by themselves.',
  ],
  'check-in.at-risk': [
    'A check-in is close to its end without being validated',
    'If the person is in the gym, validate them at the front desk or let them scan their code. If there are many, see whether Wellhub answers.',
  ],
  'check-in.overdue': [
    'A check-in has run out, and Wellhub did not answer',
    'We keep trying until the end of the day. If nothing changes, tell Wellhub’s support the time and the gym.',
  ],
  'gate.provisional-failed': [
    'Somebody came in while Wellhub was away, and it refused them afterwards',
    'Decide whether to talk to the person. If it happens often, change in the settings what the door does while Wellhub does not answer.',
  ],
  'access.rule-without-door': [
    'An access rule has no door any more',
    'All devices that it names were removed, so it is switched off. Name other devices in the rule, or delete it.',
  ],
  'gate.card-tries': [
    'Many unknown cards at one door within a minute',
    'The card reader paused for a minute; codes still open. Look at the door: the reader may misread, or somebody tries numbers.',
  ],
  'control-id.command-failed': [
    'A device did not take its settings',
    'It may be set up otherwise than it is shown here. Send the settings again, or set the device up in the gym.',
  ],
  'control-id.wrong-device': [
    'A device called with the number of another one',
    'The door stays shut for its scans. Two devices may share one address: give each its own. If the device was exchanged, change its number in the settings.',
  ],
  'control-id.wrong-direction': [
    'A turnstile turned to the other side',
    'It was opened for an entry. Check at the turnstile which way it turns, and change the entry side in its settings.',
  ],
  'control-id.silent': [
    'A Control iD device has not called for ten minutes',
    'Look at its power and its network, and whether it reaches us from the gym.',
  ],
  'control-id.contingency': [
    'A Control iD device decides alone, and our codes do not open there',
    'Look at the internet of the gym. What it let through is fetched when it is back.',
  ],
  'control-id.exception-mode': [
    'A Control iD device reports an exception mode and may let everybody or nobody through',
    'Look at the door: it was switched there, or the fire alarm did.',
  ],
  'control-id.former-address': [
    'A Control iD device still scans at an address that ends within six hours',
    'Open its set-up: send the settings, or run the script there. Else the door refuses everyone then.',
  ],
  'control-id.logs-restarted': [
    'A Control iD device was reset and counts its logs from the beginning',
    'Add it as a new device and set it up with its address. What it logs now is taken as known.',
  ],
  'control-id.clock': [
    'The clock of a Control iD device moved by more than two minutes',
    'Set its time: under Doors, the set-up of the device has the step for it.',
  ],
  'control-id.no-turns': [
    'A turnstile no longer reports who passes',
    'Nobody can be shown as having turned. Look at its connection and at the reports in its set-up.',
  ],
  'gate.unknown-codes': [
    'Many unknown codes at one door within a minute',
    'Look at the door: the reader may read something else, or somebody uses the key of the device. Then make a new key.',
  ],
  'gate.admitted-without-database': [
    'People came in while the system was away',
    'Their visits are stored. Look through the entries of that time.',
  ],
  'gate.nearly-full': [
    'A gym is nearly full',
    'Under People inside, end the visits of people who left without a scan. How many may be inside is set in the access rules of the gym.',
  ],
  'gate.occupancy-drift': [
    'The number of people inside was wrong and was corrected',
    'Nothing to do if it happens once. If it happens again, tell us.',
  ],
  'gate.anti-passback': [
    'Somebody came in who was inside already',
    'Look under People inside: perhaps a card was handed back, or the person left without a scan. Then end the visit.',
  ],
  'booking.unknown-to-wellhub': [
    'Wellhub does not know a booking that we answered',
    'Tell the person that the place is not booked, and see whether the class still exists at Wellhub.',
  ],
  'booking.refused': [
    'Wellhub refused our answer to a booking twice',
    'Answer again on the bookings page, or settle it in Wellhub’s portal.',
  ],
  'usage.quarantined': [
    'Wellhub refused a report of use',
    'The others were sent. Under Check-ins, Usage reported to Wellhub, is the answer. Whoever sent it corrects the cause and sends a new one.',
  ],
  'usage.credentials-refused': [
    'Wellhub does not accept our key for reports of use',
    'Nothing is sent. Enter a new key at the connection to Wellhub.',
  ],
  'usage.lagging': [
    'Reports of use have waited for over an hour',
    'See whether there is an alert about the key, and whether Wellhub answers.',
  ],
  'usage.month-end': [
    'Reports of use of last month have not been sent yet',
    'Wellhub takes them until the 5th. Settle it today.',
  ],
  'gym.time-zone-unusable': [
    'The time zone of a gym cannot be used',
    'Until then UTC counts. Choose the zone in the settings, then close the alert.',
  ],
  'secrets.unreadable': [
    'A stored secret cannot be read',
    'Enter it again (key or secret of Wellhub, signature of events), and talk to whoever runs the server.',
  ],
  'delivery.failed': [
    'An event did not reach your system, not even at the last try',
    'Mend the receiver and send it again, under Developers. Events are kept for 30 days.',
  ],
  'subscription.disabled': [
    'A receiver of events said that it wants no more of them',
    'A mistake? Switch it on again under Developers and resend. If not, remove it.',
  ],
  'partition.missing': [
    'A part of a database table could not be made in time',
    'The technical record has the reason. If a right is missing in the database, run the migration as the owner of the tables. It is tried again every 15 minutes.',
  ],
  'worker.failing': [
    'A background task has been failing for a minute',
    'Its work waits. The log has each failure, and /health/details the state of every task. The alert closes when the task works again.',
  ],
  'worker.stuck': [
    'A background task has stopped in the middle of its work',
    'Restart the process that is named: another one goes on with its work. Tell whoever looks after the system what the log said before.',
  ],
  'worker.behind': [
    'Work that is due has waited too long',
    'See whether another task fails, and whether the database, Wellhub or the mail server is slow. Else start one more process.',
  ],
  'worker.missing': [
    'No process does the background work',
    'Nobody validates check-ins or sends mail. Start a process with ROLE=worker or ROLE=all: it does at once what was stored meanwhile.',
  ],
  'wellhub.spool-kept-aside': [
    'Messages of Wellhub that were kept on disk could not be read',
    'If a key is missing, add it to SECRETS_KEY and start again. If the file is damaged, keep it for support and validate the people of that time at the front desk.',
  ],
  'gate.spool-kept-aside': [
    'Admissions that were kept on disk could not be read',
    'If a key is missing, add it to SECRETS_KEY and start again. If the file is damaged, keep it: the people have entered, but their visits are not recorded.',
  ],
};
