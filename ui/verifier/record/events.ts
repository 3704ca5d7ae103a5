/** The events a verifier understands: their form and what they do (FORMAT.md section 6). */
import { utf8, hex } from '../format/bytes'
import { canonical } from '../format/canonical'
import * as form from '../format/form'
import { sha256 } from '../format/hash'
import type { JsonObject } from '../format/json'
import { judgeCheckpoint } from './checkpoint'
import { enrol, enrolNew, replace, retire } from './enrolment'
import { type At, placeOf } from './ledger'

/** Reads an event and gives what it does, or is Unreadable. */
type Known = (event: JsonObject) => (at: At) => void

function known<T>(shape: form.Form<T>, does: (at: At, given: T) => void): Known {
  return (event) => {
    const given = shape(event)
    return (at) => does(at, given)
  }
}

const NEW_KEY = { key: form.keyId, public: form.bytes(32) }
const POSSESSED = { ...NEW_KEY, possession: form.bytes(64) }

const KNOWN: Record<string, Known> = {
  'workspace.created': known(
    form.object({
      demo: form.bool,
      machine: form.object(NEW_KEY),
      founder: form.object({ ...NEW_KEY, person: form.somebody }),
    }),
    (at, { demo, founder, machine }) => {
      if (at.entry.by !== founder.person) {
        at.ledger.findings.fault('entry.creation', at.where, 'The founder did not sign it.')
      }
      at.ledger.demo = demo
      enrol(at, founder.person, founder)
      enrol(at, 'machine', machine)
    },
  ),
  'key.enrolled': known(form.object({ ...POSSESSED, person: form.somebody }), (at, given) =>
    enrolNew(at, given.person, given, given.possession),
  ),
  'machine.enrolled': known(form.object(POSSESSED), (at, given) =>
    enrolNew(at, 'machine', given, given.possession),
  ),
  'key.replaced': known(
    form.object(
      { ...POSSESSED, person: form.somebody, old: form.keyId },
      { statements: form.listOf((value) => value) },
    ),
    replace,
  ),
  'key.retired': known(form.object({ person: form.person, key: form.keyId }), retire),
  'text.erased': known(form.object({ seq: form.count, path: form.text }), (at, { seq, path }) => {
    const place = placeOf(seq, path)
    if (seq < at.entry.seq && at.ledger.committed.has(place)) {
      at.ledger.erased.add(place)
    } else {
      const says = `It erases a text of entry ${seq} that is not there.`
      at.ledger.findings.fault('text.erasure', at.where, says)
    }
  }),
  'checkpoint.recorded': known(
    form.object({ note: form.text }, { cosigned_by: form.listOf(form.person) }),
    ({ ledger, where, place }, { note, cosigned_by }) => {
      const cosigners = cosigned_by ?? []
      const asked = { where, most: place - 1, inUse: true, cosigners, recorded: true }
      judgeCheckpoint(ledger, utf8(note), asked)
    },
  ),
  'restore.declared': known(
    form.object({ lost: form.object({ size: form.count, root: form.bytes(32) }) }),
    ({ ledger, where }, { lost }) =>
      ledger.findings.note(
        `${where}: a gap. An older copy was put back; what came after it, up to entry ${lost.size}, was declared lost.`,
      ),
  ),
  'clock.acknowledged': known(
    form.object({ before: form.time, after: form.time }),
    ({ ledger, where }, { before, after }) =>
      ledger.findings.note(`${where}: the machine’s clock went from ${before} to ${after}.`),
  ),
  'export.made': known(form.object({}, { manifest: form.hash }), () => {}),
  'decision.proposed': known(form.anyObject, ({ ledger }, event) => {
    const decision = event.get('decision')
    if (typeof decision !== 'string' || ledger.proposals.has(decision)) return
    ledger.proposals.set(decision, hex(sha256(utf8(canonical(event)))))
  }),
  'decision.voted': known(form.anyObject, ({ ledger, where, statements }, event) => {
    const votes = [...statements.values()].filter(({ kind }) => kind === 'vote')
    const [vote] = votes
    const covered = ledger.proposals.get(vote?.about ?? '')
    const over = vote && vote.about === event.get('decision') && vote.hash === covered
    if (votes.length !== 1 || !over) {
      const says = 'It carries no signed vote over exactly what was proposed before it.'
      ledger.findings.fault('vote.subject', where, says)
    }
  }),
}

/** What an event does; nothing for one that a verifier need not understand. */
export const doing = (type: string, event: JsonObject): ((at: At) => void) | undefined =>
  Object.hasOwn(KNOWN, type) ? KNOWN[type]?.(event) : undefined
