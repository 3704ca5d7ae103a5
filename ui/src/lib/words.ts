import type { Code, DecisionKind, Problem } from './bindings'

/** What a person reads: what is wrong and where, then what to do. */
export interface Words {
  what: string
  next: string
}

/**
 * The one table from code to words. The desk's own sentence names the reference, line or field,
 * so it stands as `what` wherever it knows more than this table does (`title` absent).
 */
const WORDS: Record<Code, { title?: string; next: string }> = {
  blank: { next: 'Fill it in and try again.' },
  'too-long': { next: 'Shorten it and try again.' },
  'unseen-character': { next: '' },
  'unknown-zone': { next: 'Pick a time zone from the list.' },
  'out-of-range': { next: 'Change the number and try again.' },
  'not-an-identifier': { next: 'Change it and try again.' },
  'bad-rule': { next: 'Write one like FREQ=WEEKLY;INTERVAL=2;BYDAY=TU, or choose another rhythm.' },
  'begins-in-the-past': { next: 'Choose a later first day.' },
  'never-skipped': { next: 'Choose what a day off does to it.' },
  'agenda-too-long': { next: 'Give the review more time, or its items less.' },
  'unknown-month': { next: 'Pick a month from the list.' },
  'ends-before-it-starts': { next: 'Change one of the two days.' },
  unknown: { next: 'Reload the screen; it may have changed meanwhile.' },
  'not-entitled': { next: 'Ask somebody who holds one of these roles.' },
  'name-taken': { next: '' },
  'nothing-changed': { next: 'Change something, or leave it as it stands.' },
  'reason-missing': { next: 'Say in a sentence why; it stands in the change log.' },
  'needs-decision': { next: 'Change only what holds it shorter, or propose it as a decision.' },
  'wrong-kind': { next: 'Choose the kind of decision that this change is.' },
  'too-many-steps': { next: 'Propose the next step only.' },
  'rules-block': { next: 'Mend what does not hold, then propose it again.' },
  'evidence-missing': { next: 'Show it, or wait until it holds.' },
  'nobody-approves': { next: '' },
  'own-proposal': { next: 'Ask whoever else may approve it.' },
  'entitled-since': { next: 'Somebody who held the role before may vote, or propose it anew.' },
  'role-for-oneself': { next: 'Ask the other keeper to give it.' },
  'not-the-proposer': { next: 'Ask for it to be withdrawn, or refuse it.' },
  'voted-already': { next: 'Nothing needs to be done.' },
  'consult-first': { next: 'Wait until they have said what they think.' },
  'out-of-turn': { next: 'Wait for its turn.' },
  'not-approved': { next: 'Wait for the approvals that are missing.' },
  'decision-over': { next: '' },
  'decision-lapsed': { next: '' },
  'decision-stale': { next: 'Look at what changed, then propose it anew.' },
  'words-erased': { next: 'Propose it anew.' },
  'nothing-to-undo': { next: 'Nothing needs to be done.' },
  'tier-not-allowed': { next: 'Choose tier 3 or lower.' },
  'rule-stays-on': { next: 'Leave it on.' },
  'finding-gone': { next: 'Nothing needs to be done.' },
  'limit-unusable': { next: 'Write another limit, or leave it blank.' },
  twice: { next: 'Take one of the two out.' },
  'unknown-currency': { next: 'Write a code like EUR or USD.' },
  'negative-amount': { next: 'Write the amount without its sign.' },
  'no-such-step': { next: 'Choose one of the steps offered.' },
  'has-left': { next: 'Choose somebody who is here.' },
  'holds-already': { next: 'Nothing needs to be done.' },
  'holds-not': { next: 'Nothing needs to be done.' },
  'named-twice': { next: 'Let each person stand in the order once.' },
  'away-already': { next: '' },
  'member-already': { next: 'Nothing needs to be done.' },
  'no-member': { next: 'Nothing needs to be done.' },
  disbanded: { next: '' },
  'has-key': { next: '' },
  'key-taken': { next: 'Make a new key for this person.' },
  'no-such-key': { next: 'Reload the screen; the key may have been retired.' },
  'keys-unreadable': { next: 'Write one fingerprint a line, as reports print them.' },
  'last-keeper': { next: '' },
  'too-few-statements': { next: '' },
  'not-a-number': { next: 'Write digits with at most one point.' },
  'not-a-period': { next: 'Choose one of the periods offered.' },
  'period-ahead': { next: 'Wait until it has begun.' },
  'observed-already': { next: 'Correct it and say why it was wrong.' },
  'not-observed': { next: 'Record it instead.' },
  'baseline-backwards': { next: 'Begin with that period or a later one.' },
  'metric-retired': { next: 'Choose a metric that is still measured.' },
  'meaning-fixed': { next: 'Leave these three, or define another metric.' },
  'counted-by-desk': { next: 'Define another metric for values that somebody types.' },
  'counted-otherwise': { next: 'Leave unit, direction and workflows as it is counted.' },
  'thresholds-cross': { next: 'Change one of the two.' },
  'own-statement': { next: '' },
  'statement-foreign': { next: 'Open the workspace it was made for, and take it in there.' },
  'statement-key-ended': { next: '' },
  'statement-altered': { next: '' },
  'statement-again': { next: '' },
  'statement-elsewhere': { next: '' },
  'statement-expired': { next: '' },
  'statement-unseen': { next: '' },
  'statement-says-no': { next: 'Ask why before anybody else signs.' },
  'statement-unreadable': { next: '' },
  'request-expired': { next: '' },
  'request-changed': {
    title: 'The request has changed since you read it.',
    next: 'Read it again.',
  },
  'request-differs': { next: '' },
  'already-open': { next: 'Go on in the open review.' },
  'no-occurrence': { next: 'Choose a review from the list.' },
  'too-early': { next: 'Open it on that day.' },
  missed: { next: 'Hold the review that is due now.' },
  closed: { next: '' },
  'not-closed': { next: 'Close it first.' },
  'no-such-item': { next: 'Reload the review.' },
  'note-missing': { title: 'This outcome needs a note.', next: 'Say in a sentence what you saw.' },
  'items-left': { next: 'Give every item an outcome, then close.' },
  'attendance-missing': { next: 'State who was there, then close.' },
  'no-quorum': { next: 'State a delegate for a missing role, or hold the review another time.' },
  'not-the-chair': { next: 'Let the chair sign in.' },
  'chair-away': { next: 'Let somebody who was there take the chair.' },
  'chairs-already': { next: 'Nothing needs to be done.' },
  'not-held-then': { next: 'Correct one of the two times.' },
  'own-countersignature': { next: 'Let another person who may countersign sign in.' },
  countersigned: { next: 'Nothing needs to be done.' },
  'due-in-the-past': { next: '' },
  'action-over': { next: '' },
  'action-open': { next: 'Nothing needs to be done.' },
  'action-held': { next: '' },
  'stop-instead': { next: 'Stop it; nobody has to sign that.' },
  'stopped-already': { next: 'Confirm under Exceptions that it acts no more.' },
  'not-running': { next: '' },
  'drill-under-way': { next: '' },
  'stop-has-a-name': { next: 'Nothing needs to be done.' },
  'stop-lifted': { next: 'Nothing needs to be done.' },
  'confirmed-already': { next: 'Nothing needs to be done.' },
  'stop-unconfirmed': { next: 'Look in that system, then confirm it under Stops and drills.' },
  'exception-resolved': { next: 'Nothing needs to be done.' },
  'not-their-team': { next: 'Choose a team of yours.' },
  'no-stop-list': { next: 'Choose its place under Settings, This machine.' },
  'clock-behind': { next: 'Nothing can be approved or closed until then.' },
  'clock-jumped': { next: 'Check the date at the foot, then acknowledge it.' },
  'nothing-to-declare': { next: 'Nothing needs to be done.' },
  'too-many': { next: 'Split it into two.' },
  'moved-on': { next: 'Discard your changes to see it as it stands now.' },
  'marks-block': { next: 'Go through the marks with F8.' },
  'no-such-text': { next: 'Reload the change log.' },
  'signed-out': { title: 'Nobody is signed in.', next: 'Sign in, then try again.' },
  locked: { title: 'The desk is locked.', next: 'Unlock it with your passphrase, then try again.' },
  'passphrase-wrong': {
    title: 'This passphrase does not open the key.',
    next: 'Check capitals and keyboard layout, and type it again.',
  },
  'no-workspace': { title: 'No workspace is open.', next: 'Open one first.' },
  'not-an-address': { next: '' },
  'no-file': { next: 'Capture the file itself as evidence.' },
  'attached-already': { next: 'Nothing needs to be done.' },
  'not-attached': { next: 'Reload the screen; it may have been taken off meanwhile.' },
  'another-file': { next: 'Choose the file that was captured, or capture this one anew.' },
  'file-too-large': { next: '' },
  'not-kept': { next: 'Keep the file first, where it still is what it was.' },
  'file-elsewhere': { next: 'Choose the file.' },
  'file-unreadable': { next: 'Close it elsewhere, or copy it to a folder of yours.' },
  'looking-back': { next: '' },
  'no-such-moment': { next: '' },
  'read-only': { next: 'Open a whole copy of the file to go on working.' },
  'file-newer': { next: 'Update Countersign, then open it again. The file was not touched.' },
  'file-foreign': { next: 'Choose a file that ends in .countersign.' },
  'file-damaged': { next: 'Put back a backup; what can be read stays readable.' },
  'file-locked': { next: 'Close it in the other window or program, then try again.' },
  'file-missing': { next: 'Look where it was moved to, and open it from there.' },
  'file-exists': { next: 'Choose another name; nothing was overwritten.' },
  'disk-full': { next: 'Make room on the disk, then try again. Nothing half-written was kept.' },
  'disk-failed': { next: 'Check the disk and its connection, then try again.' },
  'file-read-only': { next: 'Choose a folder you may write to, or change the rights of this one.' },
  'profile-unusable': {
    next: 'Give yourself the right to write to that folder, then start again.',
  },
  'no-profile': { next: 'Give your account a home folder, or set COUNTERSIGN_PROFILE.' },
  'changed-meanwhile': { next: 'Look at what changed, then change yours again.' },
  'unreadable-value': { next: 'Write it as the sentence says.' },
  cancelled: { title: 'It was stopped.', next: 'Nothing was changed.' },
  'entry-unreadable': { next: 'Verify the file; a backup may hold the entry whole.' },
  'head-unreadable': { next: 'Write each head as size:root, as reports print it.' },
  'ledger-broken': { next: 'Verify the file, and work on from a whole copy.' },
  'tables-inconsistent': { next: 'Verify the file, and work on from a whole copy.' },
  'machine-not-enrolled': { next: '' },
  'restore-undeclared': { next: 'Let the executive sponsor declare it under Verification.' },
  'sealing-failed': { next: 'Try again; if it stays, restart Countersign.' },
  'store-refused': { next: 'Nothing was changed. Reload the screen and try again.' },
  'wrong-key-file': { next: 'Choose the key file of a person of this workspace.' },
  'export-failed': { next: 'Choose another place and try again.' },
  'export-unpublished': { next: 'Choose another place and export it again.' },
  'key-file-unreadable': { next: 'Choose a key file that Countersign saved (.pem).' },
  'key-missing-here': {
    next: 'Bring the key file to this machine, or sign in where the key is kept.',
  },
  'passphrase-short': { next: 'A short sentence that only you know does well.' },
  'import-unreadable': { next: 'Save it as CSV (UTF-8) and choose it again.' },
  'import-changed': { next: 'Look at the preview again, then take it in.' },
  'not-granted': {
    title: 'The choice of this file has expired.',
    next: 'Choose the file again.',
  },
  'bad-request': {
    title: 'The desk did not understand this window.',
    next: 'Reload the screen; if it stays, update Countersign.',
  },
  internal: {
    title: 'Something broke inside Countersign. Nothing half-written was kept.',
    next: 'Try again; if it stays, close and reopen the workspace.',
  },
}

/** Whether a refusal carries this code. */
export function isCode(fault: unknown, code: Code): boolean {
  return isProblem(fault) && fault.code === code
}

/** The kind of decision that would do what was refused; none where no decision would. */
export function kindOf(fault: unknown): DecisionKind | undefined {
  return isProblem(fault) ? fault.kind : undefined
}

/** A refusal in words; what is no refusal of the desk counts as its own breakage. */
export function say(fault: unknown): Words {
  if (!isProblem(fault)) return { what: WORDS.internal.title ?? '', next: WORDS.internal.next }
  const words = isKnown(fault.code) ? WORDS[fault.code] : undefined
  return { what: words?.title ?? fault.says, next: words?.next ?? '' }
}

export function isKnown(code: string): code is Code {
  return Object.hasOwn(WORDS, code)
}

function isProblem(fault: unknown): fault is Problem {
  return typeof fault === 'object' && fault !== null && 'code' in fault && 'says' in fault
}
