// Made by `cargo xtask bindings` from the operations the desk declares. Do not edit.
import { call } from "./transport";

export type AbandonSample = { 
/**
 * Which sample.
 */
sample: string, 
/**
 * Why.
 */
why: string, };
export type AbsenceRow = { 
/**
 * Reference.
 */
absence: string, 
/**
 * Who.
 */
person: string, 
/**
 * Their name.
 */
name: string, 
/**
 * First day away.
 */
from: string, 
/**
 * Last day away, where one is known.
 */
to: string | null, 
/**
 * Why, where it was said.
 */
reason: string | null, 
/**
 * When it is.
 */
state: AbsenceState, 
/**
 * Who acts in their place, role by role: today, or on its first day when it is to come.
 */
cover: Array<Covered>, };
export type AbsenceState = "now" | "coming" | "past";
export type AcknowledgeClock = { 
/**
 * Opens the key of who says so.
 */
passphrase: Passphrase, };
export type ActingRow = { 
/**
 * Who.
 */
person: string, 
/**
 * Their name.
 */
name: string, 
/**
 * Name of the holder in whose place they act; none who holds it.
 */
instead_of: string | null, };
export type ActionField = "id" | "time" | "workflow" | "person" | "action" | "instruction" | "data-sources" | "data-as-of" | "system" | "target" | "written" | "source-system" | "rule" | "before" | "after" | "generated" | "edited" | "sent" | "confidence" | "drivers" | "approver" | "approved-at" | "approval-reason" | "permit" | "send-count" | "export-rows" | "export-to" | "segment" | "score" | "discount" | "status" | "errors" | "retries" | "outcome";
export type ActionKind = "summarise" | "recommend" | "generate-internal-text" | "generate-external-message" | "send-external-message" | "enrich-firmographic-field" | "enrich-regulated-field" | "create-draft-record" | "merge-records" | "change-stage" | "change-amount-or-close-date" | "change-score-or-threshold" | "change-routing" | "export-data" | "change-permission" | "apply-discount" | "publish" | "pause-itself";
export type ActionRow = { 
/**
 * Reference.
 */
action: string, 
/**
 * What is to be done; none once erased.
 */
what: string | null, 
/**
 * Who does it, by reference.
 */
who: string, 
/**
 * Who does it, by name.
 */
who_name: string, 
/**
 * Whether they have left, so that it waits to be handed over.
 */
who_left: boolean, 
/**
 * The last day on which it is in time.
 */
due: string, 
/**
 * Days from today to that day; negative when it is past.
 */
days: number, 
/**
 * Where it stands.
 */
state: ActionState, 
/**
 * The cadence whose reviews carry it in.
 */
cadence: string, 
/**
 * The review it was raised in.
 */
review: string | null, 
/**
 * The item of that review.
 */
item: string | null, 
/**
 * The exception or decision it came out of.
 */
source: string | null, 
/**
 * Who raised it.
 */
raised_by: string, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
raised_at: string, 
/**
 * What came of it, or why it was dropped.
 */
words: string | null, 
/**
 * When it was done or dropped.
 */
ended_at: string | null, };
export type ActionState = "open" | "late" | "done" | "dropped";
export type ActionsShown = "mine" | "open" | "late" | "over";
export type ActionsView = { 
/**
 * Those to be done, the soonest due first.
 */
open: Array<ActionRow>, 
/**
 * Those done or dropped, the latest first.
 */
over: Array<ActionRow>, 
/**
 * The cadences whose reviews can carry one in.
 */
cadences: Array<CadencePick>, };
export type AddPerson = { 
/**
 * Name.
 */
name: string, 
/**
 * Where to reach them; may be blank.
 */
contact: string, 
/**
 * Roles held from today.
 */
roles: Array<string>, };
export type AddWorkflow = { 
/**
 * Name.
 */
name: string, 
/**
 * What the AI does; may be blank.
 */
ai_does: string, 
/**
 * What the human does; may be blank.
 */
human_does: string, 
/**
 * Phase of the sales process.
 */
phase: Phase | null, 
/**
 * What sort of work it does.
 */
kind: Kind | null, 
/**
 * Owner, a person's reference.
 */
owner: string | null, 
/**
 * Vendor; may be blank.
 */
vendor: string, };
export type Addendum = { 
/**
 * When.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * The words; none once erased.
 */
text: string | null, 
/**
 * The entry.
 */
entry: number, };
export type AiActionRow = { 
/**
 * Its number in the batch, from 1.
 */
number: number, 
/**
 * The line of the file it began on.
 */
line: number, 
/**
 * Its cells, in the order of the batch's columns; of a rejected row code and reason.
 */
cells: Array<string>, };
export type AiActions = { 
/**
 * The batch they are of.
 */
batch: BatchRow, 
/**
 * The rows from the one asked for on.
 */
rows: Array<AiActionRow>, };
export type AiActionsQuery = { 
/**
 * Which batch.
 */
batch: string, 
/**
 * Which of its rows.
 */
part: RowPart, 
/**
 * The number of the first row, from 1.
 */
first: number, 
/**
 * At most so many.
 */
count: number, };
export type AnswerItem = { 
/**
 * In which review.
 */
review: string, 
/**
 * Which item.
 */
item: string, 
/**
 * What was found.
 */
outcome: Outcome, 
/**
 * Why; may be blank where it is fine.
 */
note: string, 
/**
 * Seconds spent on it.
 */
seconds: number, 
/**
 * Verdicts on tiers, of an item that asks for them; those given earlier stand beside them.
 */
tiers: Array<TierGiven>, };
export type ApplyDecision = { 
/**
 * Which.
 */
decision: string, };
export type AskAgain = { 
/**
 * Which, by reference.
 */
of: string, 
/**
 * Why.
 */
why: string, 
/**
 * The period to answer for.
 */
within: CoverageQuery, };
export type AskShown = { 
/**
 * In a word.
 */
state: AskState, 
/**
 * The day on which they attested.
 */
on: string | null, 
/**
 * The last day on which attesting is in time, or on which their attestation counts.
 */
until: string | null, };
export type AskState = "late" | "waits" | "attested";
export type Asks = { "kind": "key-replacement" } & NewKeyAsked | { "kind": "vote" } & VoteAsked | { "kind": "seed" } & SeedAsked | { "kind": "attestation" } & AttestationAsked | { "kind": "countersignature" } & CountersignatureAsked;
export type AssignException = { 
/**
 * Which.
 */
exception: string, 
/**
 * Who; none gives it back to the roles.
 */
person: string | null, };
export type AttachEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * What it bears out.
 */
to: AttachTo, };
export type AttachTo = { 
/**
 * A reference.
 */
reference: string, 
/**
 * An item of that review.
 */
item: string | null, };
export type AttendanceRow = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * The required roles they hold, by name.
 */
roles: Array<string>, 
/**
 * Whether they took part; none while not stated.
 */
presence: Presence | null, 
/**
 * Who came in their place.
 */
delegate: string | null, 
/**
 * Whether they chair.
 */
chair: boolean, };
export type AttestPolicy = { 
/**
 * Which.
 */
policy: string, 
/**
 * The hash of the version that was read: only that is signed.
 */
hash: string, 
/**
 * Opens one's key.
 */
passphrase: Passphrase, };
export type AttestationAsked = { 
/**
 * The policy.
 */
policy: string, 
/**
 * The version.
 */
version: number, 
/**
 * What it is called.
 */
title: string, 
/**
 * What sort of policy it is.
 */
kind_words: string, 
/**
 * Who attests it.
 */
whom: string, 
/**
 * When it is attested again.
 */
again: string, 
/**
 * What it says.
 */
sections: Array<SectionShown>, 
/**
 * SHA-256 of the version as it was entered, in hex: what is signed.
 */
subject: string, };
export type AttestationRequested = { 
/**
 * Its file.
 */
file: Written, 
/**
 * What it asks.
 */
request: RequestView, };
export type AttributeStop = { 
/**
 * Which stop.
 */
stop: string, };
export type BackUp = { 
/**
 * Where it goes.
 */
grant: Grant, };
export type BaselineRow = { 
/**
 * The first period that is held against it.
 */
from: string, 
/**
 * As people read it.
 */
shown: string, 
/**
 * Why this value; none once erased.
 */
reason: string | null, 
/**
 * Who set it.
 */
by: string, 
/**
 * The entry.
 */
entry: number, 
/**
 * Whether it is the one in force now.
 */
in_force: boolean, };
export type BatchGap = { 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * How many days it has.
 */
days: number, };
export type BatchPreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * The sheets to choose from; with several and none chosen nothing else is read yet.
 */
sheets: Array<string>, 
/**
 * Whether the columns are those chosen before for a log of the same heads.
 */
remembered: boolean, 
/**
 * How its bytes are read.
 */
encoding: string, 
/**
 * What parts its cells; nothing in a workbook.
 */
delimiter: string | null, 
/**
 * Each column and what becomes of it; where none is the time, nothing else is read yet.
 */
columns: Array<LogColumn>, 
/**
 * The zone of times that name none.
 */
zone: string, 
/**
 * Whether dates are read day first, where that matters.
 */
day_first: boolean | null, 
/**
 * Whether dates could be read either way, so that somebody has to say which.
 */
asks_order: boolean, 
/**
 * Rows under the head.
 */
rows: number, 
/**
 * Rows that would be taken in.
 */
accepted: number, 
/**
 * Rows that would be left out.
 */
left_out: number, 
/**
 * How many of those come a second time.
 */
duplicates: number, 
/**
 * The time of the first row.
 */
first: string | null, 
/**
 * The time of the last row.
 */
last: string | null, 
/**
 * Days between them without a row.
 */
empty_days: number, 
/**
 * The longest runs of such days.
 */
gaps: Array<BatchGap>, 
/**
 * The first rows as they would be kept.
 */
kept: Array<AiActionRow>, 
/**
 * Names that are nobody's in the workspace.
 */
strangers: Array<Stranger>, 
/**
 * The words of the column that says the kind of action, the most frequent first; none where that
 * is not kept as it is written.
 */
words: Array<LogWord>, 
/**
 * How many words there are beside those, of the ones that were told apart.
 */
more_words: number, 
/**
 * Rows that would be taken in and whose kind of action the register does not know.
 */
unknown_kind: number, 
/**
 * The first of the rows that would be left out.
 */
rejected: Array<RejectedRow>, 
/**
 * The batch that was taken in from this very file.
 */
taken_in_as: string | null, 
/**
 * The entry that did.
 */
taken_in_before: number | null, };
export type BatchRow = { 
/**
 * Reference.
 */
batch: string, 
/**
 * The entry that took it in.
 */
entry: number, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who took it in, by name.
 */
by_name: string, 
/**
 * The system its rows come from; none once erased.
 */
source: string | null, 
/**
 * How it was asked for them.
 */
query: string | null, 
/**
 * When they were pulled, where that was stated.
 */
pulled_at: string | null, 
/**
 * By whom.
 */
pulled_by: string | null, 
/**
 * The workflow that all rows are of, where no column says which.
 */
workflow: string | null, 
/**
 * The file's name; none once erased.
 */
file: string | null, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * How its bytes were read.
 */
encoding: string, 
/**
 * How many rows were taken in.
 */
count: number, 
/**
 * How many were rejected.
 */
rejected: number, 
/**
 * How many of those came a second time.
 */
duplicates: number, 
/**
 * The time of its first row.
 */
first: string | null, 
/**
 * The time of its last row.
 */
last: string | null, 
/**
 * Days between them without a row.
 */
empty_days: number, 
/**
 * The longest runs of such days.
 */
gaps: Array<BatchGap>, 
/**
 * Base64 of the root that binds its rows.
 */
root: string, 
/**
 * The columns that were taken in, in the order of the cells.
 */
columns: Array<LogColumn>, 
/**
 * The words of the log in whose place the rows hold a kind of action.
 */
kinds: Array<WordReadAs>, 
/**
 * The other batches of the same source whose times meet its own.
 */
overlaps: Array<string>, 
/**
 * The entry that purged its rows.
 */
purged: number | null, };
export type BatchTaken = { 
/**
 * The batch.
 */
batch: BatchRow, 
/**
 * The first of the rows that were left out.
 */
rejected: Array<RejectedRow>, };
export type BatchesView = { 
/**
 * Each batch.
 */
rows: Array<BatchRow>, 
/**
 * The workflows that a log may be of.
 */
workflows: Array<WorkflowPick>, };
export type BinShown = { 
/**
 * The category, or the values from and to.
 */
name: string, 
/**
 * How many in the baseline.
 */
before: number, 
/**
 * How many in what is held against it.
 */
now: number, 
/**
 * The share of the baseline, 0 to 1.
 */
before_share: number, 
/**
 * The share of what is held against it.
 */
now_share: number, 
/**
 * What it adds to the index.
 */
adds: number, };
export type BringKeyFile = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * Opens it.
 */
passphrase: Passphrase, };
export type CadenceDraft = { 
/**
 * Its identifier, the first word of its reviews' names.
 */
cadence: string, 
/**
 * What its reviews are called.
 */
name: string, 
/**
 * How often.
 */
rhythm: CadenceRhythm, 
/**
 * Local time a review begins, `10:00`.
 */
time: string, 
/**
 * IANA time zone of that time.
 */
zone: string, 
/**
 * What a day off does to a review; what is usual where nothing is said.
 */
on_holiday: OnHoliday | null, 
/**
 * Minutes a review takes.
 */
minutes: number, 
/**
 * The role that chairs.
 */
chair: string, 
/**
 * The roles that must take part.
 */
required: Array<string>, 
/**
 * How many of them make a quorum.
 */
quorum: number, 
/**
 * The role whose countersignature its reviews need.
 */
countersigned_by: string | null, 
/**
 * First day on which a review may fall.
 */
from: string, 
/**
 * What each review answers, in order.
 */
checklist: Array<ItemDraft>, };
export type CadencePick = { 
/**
 * Identifier.
 */
cadence: string, 
/**
 * What its reviews are called.
 */
name: string, };
export type CadencePreview = { 
/**
 * Its rhythm in words.
 */
rhythm: string, 
/**
 * First day on which it may begin.
 */
earliest: string, 
/**
 * What differs from the terms in force; nothing where there are none yet.
 */
changes: Array<ChangeShown>, 
/**
 * What waits past its time, and goes on waiting as it was.
 */
late: Array<Coming>, 
/**
 * The next five.
 */
next: Array<Coming>, 
/**
 * What would have come among the next five, and does so no more.
 */
gone: Array<Coming>, };
export type CadenceRhythm = { "every": "business-day" } | { "every": "day", 
/**
 * The days.
 */
on: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[], } | { "every": "week", 
/**
 * The day.
 */
on: "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun", } | { "every": "month", 
/**
 * The day.
 */
on: DayOfMonth, } | { "every": "quarter", 
/**
 * The day.
 */
on: DayOfQuarter, } | { "every": "rule", 
/**
 * The rule, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`.
 */
rule: string, };
export type CadenceRow = { 
/**
 * As it is set, to be changed and set anew.
 */
terms: CadenceDraft, 
/**
 * The same with evidence beside its questions, where it is an audit and pulls none yet.
 */
offered: CadenceDraft | null, 
/**
 * Its rhythm in words.
 */
rhythm: string, 
/**
 * Who chairs, by name.
 */
chair: string, 
/**
 * Since when these terms hold, RFC 3339 with the offset of the cadence's zone.
 */
since: string, 
/**
 * The entry that set them.
 */
entry: number, 
/**
 * What is next.
 */
next: Array<Coming>, };
export type CadencesView = { 
/**
 * By identifier.
 */
cadences: Array<CadenceRow>, 
/**
 * Figures that may stand beside an item, with what they say.
 */
figures: Array<FigureChoice>, 
/**
 * What of the record may stand beside an item as a table, with what it is called.
 */
pulls: Array<PulledChoice>, 
/**
 * Metrics that may stand beside an item: those still measured.
 */
metrics: Array<MetricChoice>, 
/**
 * Roles that may chair, take part and countersign, by name.
 */
roles: Array<RoleChoice>, 
/**
 * The workspace's own zone, to start a cadence from.
 */
zone: string, 
/**
 * Month, 1 to 12, in which fiscal years start.
 */
fiscal_start: number, };
export type CalendarView = { 
/**
 * The days of the week on which people work, `Mon` to `Sun`.
 */
business_days: Array<string>, 
/**
 * The holidays, by date.
 */
holidays: Array<HolidayRow>, };
export type CallShown = { 
/**
 * When it was begun.
 */
at: string, 
/**
 * How it stands.
 */
state: CallState, 
/**
 * How often it was tried.
 */
tries: number, 
/**
 * What went wrong the last time.
 */
trouble: string | null, };
export type CallState = "under-way" | "taken" | "failed";
export type CallStopList = { 
/**
 * The address; blank calls nothing from now on.
 */
address: string, };
export type CaptureEvidence = { 
/**
 * What it shows.
 */
title: string, 
/**
 * How firm it is.
 */
class: EvidenceClass, 
/**
 * The address it is found at; blank where a file is given.
 */
url: string, 
/**
 * The file it is.
 */
grant: Grant | null, 
/**
 * Whether the file is kept in the workspace.
 */
keep: boolean, 
/**
 * The last day on which it counts, `2027-05-31`.
 */
expires: string | null, 
/**
 * What it bears out.
 */
to: AttachTo | null, };
export type CardPick = { 
/**
 * Of which workflow.
 */
workflow: string, 
/**
 * What that is called; none once erased.
 */
name: string | null, };
export type CertificationGiven = { 
/**
 * Which.
 */
standard: Standard, 
/**
 * The last day it is valid, `YYYY-MM-DD`.
 */
expires: string | null, 
/**
 * What shows it; may be blank.
 */
evidence: string, };
export type CertificationShown = { 
/**
 * Which.
 */
standard: Standard, 
/**
 * What people call it.
 */
words: string, 
/**
 * The last day it is valid, `YYYY-MM-DD`.
 */
expires: string | null, 
/**
 * What shows it.
 */
evidence: string | null, 
/**
 * How it stands on the day the view is of.
 */
validity: Validity, };
export type ChairRow = { 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who chaired until then.
 */
from: string, 
/**
 * Who from then on.
 */
to: string, 
/**
 * Why; none once erased.
 */
reason: string | null, 
/**
 * The entry.
 */
entry: number, };
export type ChangeGiven = { "of": "workflow", 
/**
 * Which.
 */
workflow: string, 
/**
 * The entry that had last changed it when the person looked.
 */
seen: number, 
/**
 * The facts that change.
 */
given: Array<Given>, 
/**
 * Where it is to stand; as it does, when absent. A launch and a restart end live.
 */
status: Status | null, 
/**
 * What changes in the system itself.
 */
outside: Array<OutsideGiven>, } | { "of": "raci", 
/**
 * Which; none for a new one.
 */
matrix: string | null, 
/**
 * The entry whose state was worked on; 0 for a new one.
 */
seen: number, 
/**
 * As it is to be.
 */
terms: RaciTerms, } | { "of": "rights", 
/**
 * As they are to be.
 */
rights: Array<RightGiven>, } | { "of": "rules", 
/**
 * Rules that are switched, by whether they are to be on.
 */
switched: Array<RuleSwitched>, 
/**
 * Numbers that are set.
 */
numbers: Array<NumberSet>, 
/**
 * Kinds of exception that go elsewhere.
 */
routes: Array<RouteSet>, } | { "of": "setting", 
/**
 * As it is to be.
 */
given: SettingGiven, } | { "of": "request", 
/**
 * What, in words.
 */
what: string, 
/**
 * The workflow that does it.
 */
workflow: string | null, 
/**
 * The permit wanted.
 */
permit: PermitGiven | null, } | { "of": "undo", 
/**
 * Which decision.
 */
decision: string, };
export type ChangeMetric = { 
/**
 * Which.
 */
metric: string, 
/**
 * What it is from now on.
 */
terms: MetricTerms, };
export type ChangeOf = "workflow" | "raci" | "rights" | "rules" | "request" | "undo";
export type ChangePerson = { 
/**
 * Who.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * Where to reach them; may be blank.
 */
contact: string, };
export type ChangeShown = { 
/**
 * What the fact is called.
 */
fact: string, 
/**
 * What it was; none where it was not answered.
 */
before: string | null, 
/**
 * What it is.
 */
after: string | null, };
export type CheckAsked = { "kind": "fairness", 
/**
 * Of which actions.
 */
rows: RowsAsked, 
/**
 * What says which segment an action is of.
 */
by: ActionField, 
/**
 * What counts as selected.
 */
picked: PickedAsked, } | { "kind": "drift", 
/**
 * The baseline.
 */
before: RowsAsked, 
/**
 * What is held against it.
 */
now: RowsAsked, 
/**
 * What may have moved.
 */
of: ActionField, 
/**
 * What says which segment an action is of, where each is looked at by itself.
 */
by: ActionField | null, } | { "kind": "service-level", 
/**
 * What was promised, in words.
 */
what: string, 
/**
 * The file: a row each of reference, due, done.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was looked at; refused when it has changed since.
 */
sha256: string | null, };
export type CheckFact = { 
/**
 * What.
 */
label: string, 
/**
 * What it is.
 */
says: string, };
export type CheckItem = { 
/**
 * Of which cadence.
 */
cadence: string, 
/**
 * Which item.
 */
item: string, };
export type CheckKind = "fairness" | "drift" | "service-level";
export type CheckListed = { 
/**
 * Reference.
 */
check: string, 
/**
 * What is checked.
 */
kind: CheckKind, 
/**
 * Of what, in a few words.
 */
title: string, 
/**
 * What it shows, in a few words, such as `ratio 0.59`.
 */
short: string, 
/**
 * Whether somebody should look: below four fifths, moved much, or something not on time.
 */
stands_out: boolean, 
/**
 * When it was made.
 */
at: string, 
/**
 * By whom.
 */
by_name: string, 
/**
 * The entry.
 */
entry: number, 
/**
 * The item it was made for, by title.
 */
item: string | null, };
export type CheckQuery = { 
/**
 * Which.
 */
check: string, };
export type CheckResult = { 
/**
 * What was checked.
 */
kind: CheckKind, 
/**
 * Of what, in a few words.
 */
title: string, 
/**
 * Which rows, and how they were told apart.
 */
facts: Array<CheckFact>, 
/**
 * What it shows.
 */
shows: string, 
/**
 * What it does not.
 */
not: Array<string>, 
/**
 * Rows that say nothing where it looks.
 */
left_out: number, 
/**
 * The segments of a check of fairness.
 */
segments: Array<SegmentShown>, 
/**
 * The groups of a check of drift: all rows first.
 */
groups: Array<GroupShown>, 
/**
 * What was kept, of a check of a service level.
 */
level: LevelShown | null, };
export type CheckRow = { 
/**
 * The rule, in words, or why it does not hold.
 */
says: string, 
/**
 * Whether it holds.
 */
holds: boolean, };
export type CheckValues = { 
/**
 * The rows that were read.
 */
rows: number, 
/**
 * Those that say nothing.
 */
blank: number, 
/**
 * Whether all that say something say a number.
 */
numbers: boolean, 
/**
 * The smallest and the largest of them.
 */
span: [number, number] | null, 
/**
 * What is said, the most often said first; only the first where there is much.
 */
values: Array<ValueCount>, 
/**
 * Whether there is more than is listed.
 */
more: boolean, };
export type CheckValuesQuery = { 
/**
 * Of which rows.
 */
rows: RowsAsked, 
/**
 * Which column.
 */
field: ActionField, };
export type CheckWanted = { 
/**
 * The item.
 */
item: CheckItem, 
/**
 * What kind of check.
 */
kind: CheckKind, 
/**
 * What the agenda calls it.
 */
title: string, 
/**
 * What its reviews are called.
 */
review: string, 
/**
 * The check that stands beside it, if there is one.
 */
last: string | null, };
export type ChecksView = { 
/**
 * Each check, the newest first.
 */
rows: Array<CheckListed>, 
/**
 * The items of checklists that ask for one.
 */
items: Array<CheckWanted>, };
export type ChooseFile = { 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * A name to start from, where one is to be saved.
 */
suggested: string | null, };
export type Chosen = { 
/**
 * Stands for the file.
 */
grant: Grant | null, 
/**
 * The file's name, to show.
 */
name: string | null, };
export type Class = "quality" | "business" | "risk" | "drift" | "adoption" | "operations";
export type ClockTrouble = { 
/**
 * `clock-behind` or `clock-jumped`.
 */
code: string, 
/**
 * What is wrong, in a sentence.
 */
says: string, };
export type CloseReview = { 
/**
 * Which.
 */
review: string, 
/**
 * Opens the chair's key.
 */
passphrase: Passphrase, 
/**
 * Seconds spent on each item in the end; may be empty.
 */
spent: Array<Spent>, 
/**
 * What the board is told of the period; may be blank.
 */
narrative: string, };
export type ColumnUse = { 
/**
 * Its place, from 1.
 */
place: number, 
/**
 * Its head.
 */
column: string, 
/**
 * The field it fills; none when left out.
 */
field: string | null, };
export type Coming = { 
/**
 * Its name.
 */
review: string, 
/**
 * When it is due, RFC 3339 with the offset of its zone.
 */
due: string, 
/**
 * When it was due before, where a change moves it.
 */
was: string | null, };
export type CompareQuery = { 
/**
 * The earlier moment.
 */
from: string, 
/**
 * The later one; the moment the desk shows, when absent.
 */
to: string | null, };
export type CompareView = { 
/**
 * The earlier moment.
 */
from: Past, 
/**
 * The later one.
 */
to: Past, 
/**
 * What differs, by sort of thing.
 */
groups: Array<ThingsChanged>, 
/**
 * How many things differ beyond those that are shown.
 */
more: number, };
export type Complemented = { 
/**
 * Which.
 */
metric: string, 
/**
 * Name; a dash once erased.
 */
name: string, 
/**
 * Its last value as people read it.
 */
latest: string | null, 
/**
 * The period of that, in short.
 */
latest_period: string | null, };
export type CompleteAction = { 
/**
 * Which.
 */
action: string, 
/**
 * What came of it; may be blank.
 */
words: string, };
export type ConfirmSample = { 
/**
 * Which sample.
 */
sample: string, 
/**
 * SHA-256 of what was read, in hex: only that is signed.
 */
subject: string, 
/**
 * In their words; may be blank.
 */
reason: string, 
/**
 * Opens the reviewer's key.
 */
passphrase: Passphrase, };
export type ConfirmStop = { 
/**
 * Which stop.
 */
stop: string, 
/**
 * Which of its systems, counted from 0.
 */
system: number, 
/**
 * How it was seen; may be blank.
 */
words: string, };
export type Copied = { 
/**
 * The entry that says so.
 */
entry: number | null, };
export type CorrectObservation = { 
/**
 * Which metric.
 */
metric: string, 
/**
 * Which period.
 */
period: string, 
/**
 * The value as is known now.
 */
value: string, 
/**
 * Why the earlier one was wrong.
 */
reason: string, 
/**
 * The review in whose call it is typed.
 */
review: string | null, };
export type CostBenefitGiven = { 
/**
 * ISO 4217.
 */
currency: string, 
/**
 * Once.
 */
set_up: string, 
/**
 * A year.
 */
cost_a_year: string, 
/**
 * A year.
 */
benefit_a_year: string, 
/**
 * How the benefit was estimated; may be blank.
 */
basis: string, };
export type CostBenefitShown = { 
/**
 * ISO 4217.
 */
currency: string, 
/**
 * Once.
 */
set_up: string | null, 
/**
 * A year.
 */
cost_a_year: string | null, 
/**
 * A year.
 */
benefit_a_year: string | null, 
/**
 * How the benefit was estimated.
 */
basis: string | null, 
/**
 * What a year brings beyond its cost.
 */
return_a_year: string | null, 
/**
 * Months until the set-up is earned.
 */
payback_months: string | null, };
export type CountersignReview = { 
/**
 * Which.
 */
review: string, 
/**
 * Opens the sponsor's key.
 */
passphrase: Passphrase, 
/**
 * What they state about the period; may be blank.
 */
statement: string, };
export type CountersignatureAsked = { 
/**
 * The review.
 */
review: string, 
/**
 * What its cadence is called, as the request tells.
 */
name: string, 
/**
 * Who closed it, by reference, as the request tells.
 */
by: string, 
/**
 * Their name, as the request tells it.
 */
by_name: string, 
/**
 * How many items had which outcome, in words.
 */
counted: string, 
/**
 * What was found on each item.
 */
items: Array<ItemTold>, 
/**
 * What the board is told; none where nothing was written.
 */
narrative: string | null, 
/**
 * The tree after the closing, `<size>:<root in hex>`.
 */
root: string, 
/**
 * SHA-256 of the closing, the answers and the tree, in hex: what is signed.
 */
subject: string, };
export type CountersignatureRequested = { 
/**
 * Its file.
 */
file: Written, 
/**
 * What it asks.
 */
request: RequestView, };
export type Coverage = "none" | "earlier" | "in-period" | "out-of-scope";
export type CoverageCount = { 
/**
 * How.
 */
coverage: Coverage, 
/**
 * How many.
 */
requirements: number, };
export type CoveragePeriod = { 
/**
 * What it is called: `2026-Q4`, or its two days.
 */
name: string, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * Whether it is over at the moment shown.
 */
over: boolean, };
export type CoverageQuery = { 
/**
 * A period, such as `2026-Q3` or `2026-11`.
 */
period: string | null, 
/**
 * Its first day instead, `2026-07-01`.
 */
from: string | null, 
/**
 * Its last day.
 */
to: string | null, };
export type Covered = { 
/**
 * Which role.
 */
role: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Name of the deputy; none when nobody acts.
 */
by: string | null, };
export type CreateWorkspace = { 
/**
 * Where its file goes.
 */
grant: Grant, 
/**
 * What it is called.
 */
name: string, 
/**
 * IANA time zone.
 */
zone: string, 
/**
 * Month the fiscal year starts in.
 */
fiscal_start: number, 
/**
 * The founder's name.
 */
founder: string, 
/**
 * Seals the founder's key.
 */
passphrase: Passphrase, 
/**
 * The executive sponsor, where one is named now.
 */
sponsor: Sponsor | null, 
/**
 * What it starts with, beside roles and the weekly call.
 */
sets: Array<StartUpSet>, };
export type CurvePoint = { 
/**
 * Items tested.
 */
items: number, 
/**
 * With as many errors as were found.
 */
limit: number, 
/**
 * With none.
 */
clean: number, };
export type DataRisk = "personal-data" | "customer-confidential" | "pricing" | "contract-terms" | "credentials";
export type DayOfMonth = { "the": "date", 
/**
 * 1 to 31.
 */
day: number, } | { "the": "weekday", 
/**
 * 1 to 4, or -1 for the last.
 */
nth: number, 
/**
 * Which weekday.
 */
day: "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun", } | { "the": "business-day", 
/**
 * 1 to 15 from the first on, or -1 to -15 from the last back.
 */
nth: number, };
export type DayOfQuarter = { "the": "in-month", 
/**
 * 1 to 3.
 */
month: number, 
/**
 * The day.
 */
on: DayOfMonth, } | { "the": "days-after-end", 
/**
 * 1 to 85.
 */
days: number, };
export type DecisionActs = { 
/**
 * Approve it.
 */
approve: Problem | null, 
/**
 * Refuse it.
 */
refuse: Problem | null, 
/**
 * Say what they think of it, where they are consulted.
 */
consult: Problem | null, 
/**
 * Withdraw it.
 */
withdraw: Problem | null, 
/**
 * Apply it once what stood in its way is gone.
 */
apply: Problem | null, 
/**
 * Propose to undo it.
 */
roll_back: Problem | null, };
export type DecisionForm = "pdf" | "excerpt";
export type DecisionKind = "launch" | "tier-or-stage" | "threshold" | "guardrail" | "rollback" | "restart" | "override-policy" | "pricing-exception" | "data-export" | "mass-send" | "template-approval" | "permission-or-routing" | "message-policy" | "vendor-approval" | "policy-adoption" | "rule-setting" | "raci-matrix" | "other";
export type DecisionQuery = { 
/**
 * Its reference.
 */
decision: string, };
export type DecisionRow = { 
/**
 * Reference.
 */
decision: string, 
/**
 * Which kind.
 */
kind: DecisionKind, 
/**
 * What people call the kind.
 */
kind_words: string, 
/**
 * What it is about; none once erased.
 */
title: string | null, 
/**
 * The workflow it is about, by reference.
 */
workflow: string | null, 
/**
 * That workflow's name.
 */
workflow_name: string | null, 
/**
 * Where it stands.
 */
state: DecisionState, 
/**
 * Who proposed it, by reference.
 */
by: string, 
/**
 * Their name.
 */
by_name: string, 
/**
 * When it was proposed.
 */
at: string, 
/**
 * When it lapses.
 */
until: string, 
/**
 * Roles heard before an approval counts, by name.
 */
hears: Array<string>, 
/**
 * Roles whose approval is wanted, by name; of any of them where one is enough.
 */
wants: Array<string>, 
/**
 * Approvals given.
 */
approvals: number, 
/**
 * Approvals that it takes.
 */
needed: number, 
/**
 * What whoever is signed in is asked; none where nothing.
 */
asked_of_me: Part | null, 
/**
 * The entry of the proposal.
 */
entry: number, };
export type DecisionState = "proposed" | "approved" | "rejected" | "lapsed" | "withdrawn" | "stale" | "applied" | "rolled-back";
export type DecisionView = { 
/**
 * Its row.
 */
row: DecisionRow, 
/**
 * Everything it changes.
 */
differences: Array<Difference>, 
/**
 * How many facts of the workflow stay as they are; none where it is about no workflow.
 */
stays: number | null, 
/**
 * What is asked for, where nothing in the register changes.
 */
request: RequestShown | null, 
/**
 * Why.
 */
rationale: string | null, 
/**
 * How it is undone.
 */
rollback_plan: string | null, 
/**
 * What its right asks to be shown, and what is.
 */
evidence: Array<EvidenceRow>, 
/**
 * The right it is decided by, as it stood when it was proposed.
 */
right: RightShown, 
/**
 * Who is asked, seat by seat.
 */
seats: Array<SeatRow>, 
/**
 * The votes given, in order.
 */
votes: Array<VoteRow>, 
/**
 * What the rules say of it now.
 */
rules: Array<CheckRow>, 
/**
 * SHA-256 of the proposal as entered, in hex: what a vote signs.
 */
subject: string, 
/**
 * What whoever is signed in may do about it.
 */
may: DecisionActs, 
/**
 * As of when the desk tells what it knows of the evidence: the moment that ended it; none while
 * it is open, for then that is now.
 */
known_at: string | null, 
/**
 * How it ended, where an entry ended it.
 */
settled: SettledRow | null, 
/**
 * The decision it undoes.
 */
undoes: string | null, 
/**
 * The decision that undid it.
 */
undone_by: string | null, 
/**
 * How that one was applied.
 */
undone: SettledRow | null, 
/**
 * The permit it issued.
 */
permit: string | null, };
export type DecisionsView = { 
/**
 * Those that may still come to something: what waits for whoever is signed in first, then
 * soonest lapsing.
 */
open: Array<DecisionRow>, 
/**
 * Those that ended, newest first.
 */
over: Array<DecisionRow>, 
/**
 * How many wait for whoever is signed in.
 */
waiting: number, 
/**
 * What can be decided, and whether whoever is signed in may propose it.
 */
kinds: Array<KindShown>, 
/**
 * Permits, newest first.
 */
permits: Array<PermitRow>, };
export type DeclareRestore = { 
/**
 * What happened.
 */
ground: string, 
/**
 * Opens the sponsor's key.
 */
passphrase: Passphrase, };
export type DefineMetric = { 
/**
 * What it is.
 */
terms: MetricTerms, };
export type DefineRole = { 
/**
 * Which role is renamed; none for a new one.
 */
role: string | null, 
/**
 * What people call it.
 */
name: string, };
export type Derived = "override-rate" | "approval-queue-time" | "sla-breaches" | "sample-error-rate" | "reviews-held" | "findings-open";
export type DescribeWorkflow = { 
/**
 * Which workflow.
 */
workflow: string, 
/**
 * The entry that had last changed it when the person looked; refused when it has changed since.
 */
seen: number, 
/**
 * What is given; the rest stays.
 */
given: Array<Given>, 
/**
 * Why; may be blank for a draft.
 */
why: string, };
export type DetachEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * What it bears out no longer.
 */
from: AttachTo, 
/**
 * Why.
 */
reason: string, };
export type Difference = { 
/**
 * What it is called.
 */
field: string, 
/**
 * As it stands; none where nothing does.
 */
before: string | null, 
/**
 * As it is to stand; none where nothing is to.
 */
after: string | null, 
/**
 * Whether it changes in the system itself and stands in no register.
 */
outside: boolean, };
export type Direction = "higher" | "lower";
export type DisbandTeam = { 
/**
 * Which.
 */
team: string, 
/**
 * Its last day, `YYYY-MM-DD`.
 */
on: string, };
export type DiscardRaciDraft = { 
/**
 * Which matrix.
 */
matrix: string, 
/**
 * The entry whose state was looked at.
 */
seen: number, };
export type DoubtfulRow = { 
/**
 * Its number in the batch.
 */
row: number, 
/**
 * What is wrong; none once erased.
 */
note: string | null, };
export type DraftPolicy = { 
/**
 * What it says.
 */
given: PolicyGiven, };
export type DrawSample = { 
/**
 * Which sample.
 */
sample: string, 
/**
 * SHA-256 of the plan and the root that were read, in hex: only that is signed.
 */
subject: string, 
/**
 * Opens the reviewer's key.
 */
passphrase: Passphrase, };
export type DrawShown = { 
/**
 * When, by whom, with which entry.
 */
signed: SignedBy, 
/**
 * The seed, in hex.
 */
seed: string, 
/**
 * The reviewer's signature, in base64.
 */
signature: string, 
/**
 * The entries that drew more.
 */
extended: Array<number>, };
export type DrillRow = { 
/**
 * The workflow.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
name: string | null, 
/**
 * Who answers for its kill switch.
 */
owner_name: string | null, 
/**
 * The day on which it was last seen to work.
 */
last: string | null, 
/**
 * The drill under way.
 */
under_way: string | null, 
/**
 * The last day on which the next one is in time.
 */
due: string, 
/**
 * Days from today to that day; negative when it is past.
 */
days: number, };
export type DropAction = { 
/**
 * Which.
 */
action: string, 
/**
 * Why.
 */
words: string, };
export type Earned = { 
/**
 * The next tier.
 */
to: Tier, 
/**
 * What the right to decide it asks to be shown, and what of it is there.
 */
proofs: Array<EvidenceRow>, 
/**
 * Who may propose it.
 */
propose: Array<RoleNamed>, };
export type EndRole = { 
/**
 * Who.
 */
person: string, 
/**
 * Which role.
 */
role: string, 
/**
 * The last day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Why; kept with the entry.
 */
why: string | null, };
export type EnrolKey = { 
/**
 * Whose.
 */
person: string, 
/**
 * Seals the new key; its owner types it.
 */
new_passphrase: Passphrase, 
/**
 * Opens the key of who enrols.
 */
passphrase: Passphrase, };
export type EnrolMachine = { 
/**
 * Opens the key of who enrols it.
 */
passphrase: Passphrase, };
export type EntryQuery = { 
/**
 * Which.
 */
entry: number, };
export type EntryView = { 
/**
 * The entry as the log lists it.
 */
row: LogRow, 
/**
 * What it changed, field by field.
 */
changed: Array<ThingChanged>, 
/**
 * The statements that it carries.
 */
statements: Array<StatementCarried>, 
/**
 * In whose place its signer stood on that day, in sentences.
 */
stood_in: Array<string>, };
export type EraseEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * Why.
 */
ground: string, 
/**
 * Opens the key of who erases.
 */
passphrase: Passphrase, };
export type EraseText = { 
/**
 * The entry that committed to them.
 */
entry: number, 
/**
 * Where in it.
 */
path: string, 
/**
 * Why.
 */
ground: string, 
/**
 * Opens the key of who erases.
 */
passphrase: Passphrase, };
export type EscalationShown = { 
/**
 * When.
 */
at: string, 
/**
 * To whom it went: `Security's lead`.
 */
to: string, };
export type EscalationStep = "person" | "role-lead" | "rev-ops" | "sponsor";
export type EvidenceAsked = "samples" | "no-open-high-exception" | "metrics-hold" | "drift-stable" | "drill-passed" | "rollback-plan";
export type EvidenceAttachment = { 
/**
 * Its reference, and which item of that review.
 */
to: AttachTo, 
/**
 * Who attached it, by reference.
 */
by: string, 
/**
 * Who attached it, by name.
 */
by_name: string, 
/**
 * The entry that did.
 */
entry: number, };
export type EvidenceChecked = { 
/**
 * What.
 */
found: FileFound, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * By whom.
 */
by_name: string, 
/**
 * The entry that says so.
 */
entry: number, };
export type EvidenceClass = "observed-fact" | "interpreted-signal" | "commitment";
export type EvidenceContent = "pointer" | "kept" | "erased";
export type EvidenceFile = { 
/**
 * What it is called; none once erased.
 */
name: string | null, 
/**
 * SHA-256 of its bytes when it was captured, in hex.
 */
sha256: string, 
/**
 * How many bytes it had.
 */
size: number, 
/**
 * Whether it is kept in the workspace.
 */
content: EvidenceContent, 
/**
 * Whether this machine remembers where it lies.
 */
here: boolean, 
/**
 * What was found when it was last looked at.
 */
checked: EvidenceChecked | null, };
export type EvidenceFound = { 
/**
 * Its reference, where it has one.
 */
reference: string | null, 
/**
 * What it is called, where that says more.
 */
name: string | null, 
/**
 * Where it stands, where that is neither by reference nor by entry.
 */
place: FoundPlace | null, 
/**
 * When it was done, RFC 3339 with the offset of the workspace's zone; none for what stands.
 */
at: string | null, 
/**
 * The entry that did it; none for what stands, and for what the desk counted.
 */
entry: number | null, 
/**
 * Whether it is of the period.
 */
inside: boolean, };
export type EvidenceGiven = { 
/**
 * For what.
 */
asked: EvidenceAsked, 
/**
 * In words; may be blank.
 */
words: string, 
/**
 * Where it lies, by reference.
 */
at: Array<string>, };
export type EvidenceMissing = { 
/**
 * What of it is missing: "1 of 12 has not attested version 2".
 */
says: string, 
/**
 * The policy that asks for it.
 */
reference: string | null, 
/**
 * Where it would be given, where no policy asks for it.
 */
place: FoundPlace | null, };
export type EvidencePiece = { 
/**
 * Reference.
 */
evidence: string, 
/**
 * What it shows; none once erased.
 */
title: string | null, 
/**
 * How firm it is.
 */
class: EvidenceClass, 
/**
 * The address, where it points at one; none once erased.
 */
url: string | null, 
/**
 * The file, where it points at one.
 */
file: EvidenceFile | null, 
/**
 * When it was captured, RFC 3339 with the offset of the workspace's zone.
 */
captured: string, 
/**
 * Who captured it, by reference.
 */
captured_by: string, 
/**
 * Who captured it, by name.
 */
captured_by_name: string, 
/**
 * The entry that did.
 */
entry: number, 
/**
 * The last day on which it counts.
 */
expires: string | null, 
/**
 * How it stands with that day.
 */
validity: EvidenceValidity, 
/**
 * What it is attached to.
 */
attached: Array<EvidenceAttachment>, };
export type EvidenceQuery = { 
/**
 * Only what is attached to this reference, and to any item of it; all of it, when absent.
 */
about: string | null, };
export type EvidenceRow = { 
/**
 * What.
 */
asked: EvidenceAsked, 
/**
 * The same in words.
 */
asked_words: string, 
/**
 * Whether it is there: the desk knows that it holds, or it has been shown.
 */
there: boolean, 
/**
 * What the desk knows of it, in words; none where it cannot know.
 */
known: string | null, 
/**
 * What it takes to earn it, in words.
 */
wants: string, 
/**
 * What the proposer says of it.
 */
words: string | null, 
/**
 * Where it lies, by reference.
 */
at: Array<string>, };
export type EvidenceValidity = "expired" | "expiring" | "valid" | "lasting";
export type EvidenceView = { 
/**
 * Each piece.
 */
rows: Array<EvidencePiece>, 
/**
 * The largest file that is kept in the workspace, in bytes.
 */
most_bytes: number, };
export type ExceptionAsked = { 
/**
 * At which step.
 */
step: EscalationStep, 
/**
 * The step in words: `Security's lead`.
 */
says: string, 
/**
 * Who, by name.
 */
names: Array<string>, 
/**
 * Whether who is signed in is among them.
 */
me: boolean, };
export type ExceptionKind = "data-security" | "privacy" | "workflow-disruption" | "anomaly" | "output-error" | "usability" | "bias" | "legal-or-claims" | "deliverability" | "metric-emergency" | "sequence-deviation" | "crm-hygiene";
export type ExceptionNamed = { 
/**
 * Which.
 */
exception: string, };
export type ExceptionRow = { 
/**
 * Reference.
 */
exception: string, 
/**
 * The entry that raised it.
 */
entry: number, 
/**
 * What sort of thing went wrong.
 */
kind: ExceptionKind, 
/**
 * How bad it is.
 */
severity: ExceptionSeverity, 
/**
 * How far it is.
 */
stage: ExceptionStage, 
/**
 * The workflow it is about.
 */
workflow: string | null, 
/**
 * What that is called; none once erased.
 */
workflow_name: string | null, 
/**
 * What happened; none once erased.
 */
what: string | null, 
/**
 * Where it lies, in another system.
 */
pointer: string | null, 
/**
 * The roles that are asked to see to it, by name; the first leads.
 */
routed_name: string, 
/**
 * The person who is to see to it.
 */
person: string | null, 
/**
 * Their name.
 */
person_name: string | null, 
/**
 * Who is asked now, at the step it has come to; none once it is resolved.
 */
asked: ExceptionAsked | null, 
/**
 * How its clock stands.
 */
time: ExceptionTime, 
/**
 * Whether who is signed in may see to it.
 */
mine: boolean, 
/**
 * Whether they may take it up again.
 */
may_reopen: boolean, 
/**
 * The severities they may set.
 */
may_set: Array<ExceptionSeverity>, 
/**
 * The review it came up in.
 */
review: string | null, 
/**
 * The stop that brought it about.
 */
stop: string | null, 
/**
 * The overrides that brought it about.
 */
overrides: Array<string>, 
/**
 * The batch whose AI actions brought it about.
 */
batch: string | null, 
/**
 * The permit that was used beyond what it allows.
 */
permit: string | null, 
/**
 * The metric that brought it about.
 */
metric: string | null, 
/**
 * The periods in which it did.
 */
periods: Array<string>, 
/**
 * The decisions that have to do with it.
 */
decisions: Array<string>, 
/**
 * The action items that came out of it.
 */
actions: Array<string>, 
/**
 * Who raised it.
 */
raised_by: string, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
raised_at: string, 
/**
 * Why, as its entry says.
 */
why: string | null, 
/**
 * What is left before it can be resolved, where something is.
 */
waits_for: string | null, 
/**
 * What was found and done.
 */
words: string | null, 
/**
 * Who resolved it.
 */
ended_by: string | null, 
/**
 * When it was resolved.
 */
ended_at: string | null, 
/**
 * Whether it is severe, so that a postmortem is wanted.
 */
severe: boolean, 
/**
 * What was learnt from it.
 */
postmortem: PostmortemShown | null, };
export type ExceptionSeverity = "normal" | "high" | "critical";
export type ExceptionStage = "open" | "acknowledged" | "waiting" | "reopened" | "resolved";
export type ExceptionTime = { 
/**
 * How it stands.
 */
state: TimeState, 
/**
 * What is left, in words: `5 h 20 min left`.
 */
says: string, 
/**
 * How much of its time is left, from 1 at the start to 0.
 */
share: number, 
/**
 * The hours it has.
 */
hours: number, 
/**
 * Whether all time counts, and not only that of business days.
 */
wall: boolean, 
/**
 * When it is or was due, RFC 3339; none while it waits.
 */
due: string | null, 
/**
 * When it goes a step up next.
 */
next: string | null, 
/**
 * When it went a step up, and to whom.
 */
steps: Array<EscalationShown>, 
/**
 * When its clock stood still, and why.
 */
pauses: Array<PauseShown>, 
/**
 * Its runs in order: from when it was raised, then from each time it was reopened.
 */
runs: Array<RunShown>, };
export type ExceptionWords = { 
/**
 * Which.
 */
exception: string, 
/**
 * The words.
 */
words: string, };
export type ExceptionsAbout = { 
/**
 * A workflow, a decision, a review or an action item.
 */
reference: string, };
export type ExceptionsShort = { 
/**
 * Those asked of who is signed in first, then the soonest due.
 */
rows: Array<ExceptionRow>, 
/**
 * How many are open.
 */
open: number, 
/**
 * How many of them are past due.
 */
late: number, 
/**
 * How many of them are asked of who is signed in.
 */
asked: number, };
export type ExceptionsView = { 
/**
 * Those to be seen to, the soonest due first; what waits comes last.
 */
open: Array<ExceptionRow>, 
/**
 * Those resolved, the latest first.
 */
over: Array<ExceptionRow>, };
export type ExportActions = { 
/**
 * Which of them.
 */
shown: ActionsShown, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportAudit = { 
/**
 * Which quarter, such as `2026-Q3`; the one that runs, when absent.
 */
period: string | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportCalendar = { 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportCoverage = { 
/**
 * Only this framework; all of them, when absent.
 */
framework: Framework | null, 
/**
 * In which period.
 */
within: CoverageQuery, 
/**
 * PDF or CSV.
 */
form: PaperForm, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportDecision = { 
/**
 * Which.
 */
decision: string, 
/**
 * To read, or to be verified without anything else.
 */
form: DecisionForm, 
/**
 * Leave out of an excerpt what people wrote; the signatures and the difference's marks stay.
 */
withhold_words: boolean, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportExceptions = { 
/**
 * Which, in this order.
 */
exceptions: Array<string>, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportList = { 
/**
 * Which list.
 */
list: Listed, 
/**
 * Its rows, in order; what is not known is left out.
 */
rows: Array<string>, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportLog = { 
/**
 * What is seen of it; where its page ends makes no difference.
 */
query: LogQuery, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportMetrics = { 
/**
 * As they stood after this entry; now, when absent.
 */
as_of: number | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportMinutes = { 
/**
 * Of which review.
 */
review: string, 
/**
 * PDF or Markdown.
 */
form: PaperForm, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportOperatingModel = { 
/**
 * Where it goes.
 */
grant: Grant, 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, };
export type ExportOverrides = { 
/**
 * Only those of this workflow; all of them, when absent.
 */
workflow: string | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportPack = { 
/**
 * Where it goes.
 */
grant: Grant, 
/**
 * Whether people's contact details stay out of it.
 */
withhold_contacts: boolean, 
/**
 * The period it is of, such as `2026-Q3`; the whole workspace, when absent.
 */
period: string | null, 
/**
 * As of which moment: an entry, a day or a time. When absent, the sign-off of the audit of that
 * quarter, or now where there is none.
 */
as_of: string | null, 
/**
 * The head its reader holds already, as size:root: entries up to it stay out.
 */
since: string | null, 
/**
 * Whose words are in it. When absent, those of its period; of the whole workspace, all of them.
 */
words: PackWords | null, 
/**
 * Whether the rows of action logs stay out of it.
 */
without_rows: boolean, };
export type ExportPolicies = { 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportPolicy = { 
/**
 * Which policy.
 */
policy: string, 
/**
 * Which version; when absent, the one in force, the one that was last, or the last one written.
 */
version: number | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportPopulation = { 
/**
 * Which batch.
 */
batch: string, 
/**
 * Which test.
 */
test: PopulationTest, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportPostmortem = { 
/**
 * From which.
 */
exception: string, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportRaci = { 
/**
 * Only this matrix; all of them, when absent. CSV holds one.
 */
matrix: string | null, 
/**
 * PDF or CSV.
 */
form: PaperForm, 
/**
 * Where it goes.
 */
grant: Grant, 
/**
 * As they stood after this entry; now, when absent.
 */
as_of: number | null, };
export type ExportRegister = { 
/**
 * PDF or CSV.
 */
form: PaperForm, 
/**
 * Where it goes.
 */
grant: Grant, 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, 
/**
 * What is seen of it on the screen; the whole page, when absent.
 */
seen: RegisterSeen | null, };
export type ExportSample = { 
/**
 * Which sample.
 */
sample: string, 
/**
 * Which part of it.
 */
form: SampleForm, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportScorecard = { 
/**
 * Of which workflow; of the whole program, when absent.
 */
workflow: string | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportSponsor = { 
/**
 * Which quarter, such as `2026-Q3`; the one that runs, when absent.
 */
period: string | null, 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportStops = { 
/**
 * Where it goes.
 */
grant: Grant, };
export type ExportSummary = { 
/**
 * Of what.
 */
of: SummaryOf, 
/**
 * Where it goes.
 */
grant: Grant, };
export type Fact = "name" | "bottleneck" | "outcome" | "phase" | "kind" | "ai-does" | "human-does" | "governance" | "owner" | "approver" | "kill-switch-owner" | "raci" | "tier-stated" | "permissions" | "write-stage" | "data-risks" | "guardrails" | "kpis" | "metrics" | "system-of-record" | "logs" | "rollback-plan" | "vendor" | "product" | "model" | "certifications" | "vendor-retention" | "vendor-training" | "cost-benefit" | "next-review";
export type Fate = "added" | "changed" | "skipped";
export type Fault = { 
/**
 * Stable code.
 */
code: string, 
/**
 * Which entry, where one is at fault.
 */
entry: number | null, 
/**
 * Where in it, or which table, key and column.
 */
place: string | null, 
/**
 * What is wrong, in a sentence.
 */
says: string, };
export type FieldChanged = { 
/**
 * Which.
 */
field: string, 
/**
 * What it was; none where it was nothing.
 */
before: string | null, 
/**
 * What it is; none where it is nothing.
 */
after: string | null, };
export type FigureChoice = { 
/**
 * Its identifier.
 */
figure: string, 
/**
 * What it says.
 */
label: string, };
export type FigureShown = { 
/**
 * Identifier, such as `workflows.live`.
 */
figure: string, 
/**
 * What it says.
 */
label: string, 
/**
 * The value as shown.
 */
value: string, };
export type FileFound = "matches" | "changed" | "missing";
export type Finding = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * Whether the rule blocks.
 */
blocks: boolean, 
/**
 * Of what, by reference.
 */
about: string, 
/**
 * What that is called.
 */
about_name: string, 
/**
 * Of which part of it.
 */
part: string | null, 
/**
 * What is so, in a sentence.
 */
says: string, 
/**
 * How to mend it.
 */
mend: string, 
/**
 * Where to mend it.
 */
place: MendPlace, 
/**
 * The day since which it is so; none where nobody can say.
 */
since: string | null, 
/**
 * The entry that made it so; none where time did.
 */
since_entry: number | null, 
/**
 * Until when it is put off, and why.
 */
put_off: PutOffShown | null, };
export type FindingCounts = { 
/**
 * All of them.
 */
all: number, 
/**
 * Of rules that block.
 */
blocking: number, 
/**
 * Put off until a day.
 */
put_off: number, };
export type FindingGroup = { 
/**
 * The rule.
 */
rule: RuleShown, 
/**
 * Its findings, the oldest first; put off ones last.
 */
findings: Array<Finding>, };
export type FindingsAbout = { 
/**
 * Its reference.
 */
about: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * How many there are.
 */
count: number, 
/**
 * How many of them are of rules that block.
 */
blocking: number, 
/**
 * The gravest.
 */
gravest: Finding, };
export type FindingsQuery = { 
/**
 * As they stood after this entry; now, when absent.
 */
as_of: number | null, };
export type FindingsShort = { 
/**
 * How many there are.
 */
counts: FindingCounts, 
/**
 * What they are about, what blocks first; put off ones are left out.
 */
about: Array<FindingsAbout>, };
export type FindingsView = { 
/**
 * By rule: what blocks first, then in the order of the rules.
 */
groups: Array<FindingGroup>, 
/**
 * How many there are, and how they stand.
 */
counts: FindingCounts, 
/**
 * Rules that are on.
 */
rules_on: number, 
/**
 * Rules there are.
 */
rules: number, 
/**
 * The day they are judged on, in the workspace's zone.
 */
day: string, 
/**
 * The last day until which a finding may be put off today.
 */
put_off_until: string, 
/**
 * The entry they stand after.
 */
as_of: number, };
export type FirstStep = "register" | "people" | "roles" | "review";
export type Foot = { 
/**
 * Number of the last entry.
 */
entry: number, 
/**
 * The head in short, two groups of four hex digits.
 */
head: string, 
/**
 * The head in full, `size:hex`.
 */
head_full: string, 
/**
 * Whether nothing was altered.
 */
integrity: Verdict, 
/**
 * Whether nothing is missing.
 */
completeness: Verdict, 
/**
 * Whether nothing was done that the rules of its moment refuse.
 */
rules: Verdict, };
export type FoundPlace = "raci" | "cadences" | "roles" | "rights" | "rules" | "policies";
export type Frame = { 
/**
 * The open workspace, if any.
 */
workspace: WorkspaceFrame | null, 
/**
 * Files opened before, newest first.
 */
recent: Array<RecentFile>, 
/**
 * The machine's time now, RFC 3339 with its offset.
 */
now: string, 
/**
 * The machine's own IANA time zone, to start from.
 */
zone: string, };
export type Framework = "nist-ai-rmf" | "iso42001" | "eu-ai-act";
export type FrameworkCoverage = { 
/**
 * Which.
 */
framework: Framework, 
/**
 * Its reference.
 */
reference: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * What of it the desk holds, and whose words these are.
 */
says: string, 
/**
 * Why none of it is asked here, where that was decided.
 */
out: NotAsked | null, 
/**
 * How many of its requirements stand how, gaps first.
 */
counts: Array<CoverageCount>, 
/**
 * Its requirements, in its own order.
 */
requirements: Array<RequirementRow>, };
export type FrameworksView = { 
/**
 * The period.
 */
period: CoveragePeriod, 
/**
 * The day the workspace began: a period that was over by then has nothing on record.
 */
began: string, 
/**
 * The fiscal quarters since the workspace began, the latest first.
 */
quarters: Array<string>, 
/**
 * Each framework.
 */
frameworks: Array<FrameworkCoverage>, 
/**
 * Whether whoever is signed in may say what shows a requirement.
 */
may_map: boolean, };
export type FromItem = { 
/**
 * Which review.
 */
review: string, 
/**
 * Which item.
 */
item: string, };
export type GiveRole = { 
/**
 * Who.
 */
person: string, 
/**
 * Which role.
 */
role: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Last day, where one is known.
 */
to: string | null, };
export type GiveVotes = { 
/**
 * On which decisions, and what.
 */
votes: Array<VoteGiven>, 
/**
 * Opens the key of whoever is signed in.
 */
passphrase: Passphrase, };
export type Given = { "fact": "name", "to": string } | { "fact": "bottleneck", "to": string } | { "fact": "outcome", "to": string } | { "fact": "phase", "to": Phase | null } | { "fact": "kind", "to": Kind | null } | { "fact": "ai-does", "to": string } | { "fact": "human-does", "to": string } | { "fact": "governance", "to": string } | { "fact": "owner", "to": string | null } | { "fact": "approver", "to": string | null } | { "fact": "kill-switch-owner", "to": string | null } | { "fact": "raci", "to": string | null } | { "fact": "permission", "to": PermissionGiven } | { "fact": "write-stage", "to": WriteStage | null } | { "fact": "data-risks", "to": Array<DataRisk> | null } | { "fact": "guardrails", "to": Array<string> } | { "fact": "kpis", "to": Array<string> } | { "fact": "metrics", "to": Array<string> } | { "fact": "system-of-record", "to": string } | { "fact": "logs", "to": string } | { "fact": "rollback-plan", "to": string } | { "fact": "vendor", "to": string } | { "fact": "product", "to": string } | { "fact": "model", "to": string } | { "fact": "certifications", "to": Array<CertificationGiven> } | { "fact": "vendor-retention", "to": string } | { "fact": "vendor-training", "to": TrainingUse | null } | { "fact": "cost-benefit", "to": CostBenefitGiven | null } | { "fact": "next-review", "to": string | null };
export type Grant = string;
export type Group = "launch" | "conduct" | "raci";
export type GroupShown = { 
/**
 * The segment; none for all rows.
 */
name: string | null, 
/**
 * Rows of the baseline.
 */
before: number, 
/**
 * Rows held against it.
 */
now: number, 
/**
 * The index; none where one side is empty.
 */
index: string | null, 
/**
 * What that is read as.
 */
moved: Moved | null, 
/**
 * The largest distance, for numbers.
 */
distance: string | null, 
/**
 * Its probability by chance alone.
 */
p: string | null, 
/**
 * The bins.
 */
bins: Array<BinShown>, };
export type GuidanceRow = { 
/**
 * Rows in the population.
 */
rows: number, 
/**
 * For below 10 %.
 */
ten: number, 
/**
 * For below 5 %.
 */
five: number, 
/**
 * For below 2 %.
 */
two: number, };
export type HandOverAction = { 
/**
 * Which.
 */
action: string, 
/**
 * To whom.
 */
to: string, 
/**
 * Why; may be blank.
 */
reason: string, };
export type HistoryRow = { 
/**
 * The entry that made it.
 */
entry: number, 
/**
 * When.
 */
at: string, 
/**
 * Who signed it.
 */
by_name: string, 
/**
 * Why.
 */
why: string | null, 
/**
 * What changed; nothing for the first version.
 */
changes: Array<ChangeShown>, };
export type HolidayFound = { 
/**
 * The line it starts on, from 1.
 */
line: number, 
/**
 * The day.
 */
date: string, 
/**
 * What it is called.
 */
name: string, };
export type HolidayNamed = { 
/**
 * What the file says.
 */
given: HolidayFound, 
/**
 * What it is called.
 */
known: string, };
export type HolidayRow = { 
/**
 * The day.
 */
date: string, 
/**
 * What it is called.
 */
name: string, };
export type HolidaysImported = { 
/**
 * How many were added.
 */
added: number, 
/**
 * How many were holidays already, by whatever name.
 */
known: number, 
/**
 * What was not taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * The calendar after.
 */
calendar: CalendarView, };
export type HolidaysPreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * Whether it is a calendar file; otherwise it is a table.
 */
calendar: boolean, 
/**
 * How its bytes are read.
 */
encoding: string, 
/**
 * Events or rows seen.
 */
rows: number, 
/**
 * What would be added, by date.
 */
added: Array<HolidayFound>, 
/**
 * How many are holidays already, by the same name.
 */
same: number, 
/**
 * What is a holiday already by another name, which it keeps.
 */
named: Array<HolidayNamed>, 
/**
 * What would not be taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * Last day up to which what repeats for ever is taken in.
 */
until: string, 
/**
 * The entry that took this very file in before, if any.
 */
taken_in_before: number | null, };
export type How = "any" | "all" | "in-order";
export type HowChanged = "added" | "changed" | "gone";
export type ImportBatch = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was previewed; refused when the file has changed since.
 */
sha256: string | null, 
/**
 * How to read it.
 */
reading: LogReading, 
/**
 * Where it comes from.
 */
origin: LogOrigin, };
export type ImportDone = { 
/**
 * How many were registered.
 */
registered: number, 
/**
 * How many changed.
 */
updated: number, 
/**
 * How many were on the register already.
 */
skipped: number, 
/**
 * Rows that were not taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * What rows that were taken in say that could not be read, cell by cell: it is unanswered.
 */
noted: Array<RejectedRow>, 
/**
 * The register after.
 */
register: RegisterView, };
export type ImportHolidays = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was previewed; refused when the file has changed since.
 */
sha256: string | null, 
/**
 * Why; may be blank.
 */
why: string, };
export type ImportMetrics = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was previewed; refused when the file has changed since.
 */
sha256: string | null, 
/**
 * Why values that stand were wrong; blank leaves them as they are.
 */
correct_because: string, };
export type ImportPeople = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was looked at; another one is refused.
 */
sha256: string | null, };
export type ImportPreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * The sheets to choose from; with several and none chosen nothing else is read yet.
 */
sheets: Array<string>, 
/**
 * Whether the columns are those chosen before for a file of the same heads.
 */
remembered: boolean, 
/**
 * How its bytes are read.
 */
encoding: string, 
/**
 * What parts its cells: `comma`, `semicolon`, `tab`, `pipe`; nothing in a workbook.
 */
delimiter: string | null, 
/**
 * Rows seen, the head not counted.
 */
rows: number, 
/**
 * Each column and what becomes of it; where none is the name, nothing else is read yet.
 */
columns: Array<ColumnUse>, 
/**
 * What would be registered.
 */
accepted: Array<RegisterRow>, 
/**
 * What would change on the register.
 */
updated: Array<UpdatedRow>, 
/**
 * What is on the register already and would be skipped.
 */
skipped: Array<RejectedRow>, 
/**
 * Rows that would not be taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * What rows that would be taken in say that cannot be read, cell by cell: it would stay
 * unanswered.
 */
noted: Array<RejectedRow>, 
/**
 * The entry that took this very file in before, if any.
 */
taken_in_before: number | null, };
export type ImportRaci = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * What the matrix is called; the file's name without its ending, when absent.
 */
name: string | null, 
/**
 * SHA-256 of the file that was previewed; refused when the file has changed since.
 */
sha256: string | null, };
export type ImportReading = { 
/**
 * Which sheet of a workbook.
 */
sheet: string | null, 
/**
 * Which field each column fills: by head, or by place as in `#3`; `null` leaves it out. With
 * none given, what was chosen before for a file of the same heads, else what the heads suggest.
 */
columns: { [key in string]: string | null }, };
export type ImportWorkflows = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was previewed; refused when the file has changed since.
 */
sha256: string | null, 
/**
 * How to read it.
 */
reading: ImportReading, 
/**
 * Whether a row of a workflow that is on the register already changes it.
 */
update: boolean, };
export type ItemDraft = { 
/**
 * Its identifier, the same over all versions.
 */
item: string, 
/**
 * What the agenda calls it.
 */
title: string, 
/**
 * The heading it stands under; may be blank.
 */
group: string, 
/**
 * What is asked.
 */
question: string, 
/**
 * What to look at before answering; may be blank.
 */
guidance: string, 
/**
 * Minutes planned.
 */
minutes: number, 
/**
 * Figures beside it.
 */
figures: Array<string>, 
/**
 * Metrics beside it.
 */
metrics: Array<string>, 
/**
 * What of the record stands beside it as a table; may be left out.
 */
pulls: Array<Pulled>, };
export type ItemId = string;
export type ItemRow = { 
/**
 * Identifier.
 */
item: string, 
/**
 * Place in the agenda, from 1.
 */
number: number, 
/**
 * What the agenda calls it.
 */
title: string, 
/**
 * The heading it stands under.
 */
group: string | null, 
/**
 * What is asked.
 */
question: string, 
/**
 * What to look at before answering.
 */
guidance: string | null, 
/**
 * Minutes planned.
 */
minutes: number, 
/**
 * What was found.
 */
outcome: Outcome | null, 
/**
 * Why.
 */
note: string | null, 
/**
 * Seconds spent.
 */
seconds: number, 
/**
 * Figures beside the question; those stored with the outcome once it is closed.
 */
figures: Array<FigureShown>, 
/**
 * Metrics beside the question, as they stood when it was answered once it is closed.
 */
metrics: Array<MetricBeside>, 
/**
 * Action items raised here.
 */
raised: Array<ActionRow>, 
/**
 * The sample it reads, where it reads one.
 */
sample: ItemSample | null, 
/**
 * What of the record it pulls: asked for by itself, once somebody looks at the item.
 */
pulls: Array<Pulled>, 
/**
 * The verdicts on tiers that were given with its answer, those that change something first.
 */
tiers: Array<TierRow>, };
export type ItemSample = { 
/**
 * What it is a sample of, as a plan begins.
 */
title: string, 
/**
 * How many it asks for.
 */
size: SampleSize, 
/**
 * Whether it asks for messages that were sent to people outside, and for no other actions.
 */
of_messages: boolean, 
/**
 * Whether one of those rows that it asks for, as large as it asks for, is tested whole.
 */
ready: boolean, 
/**
 * Those planned for it, also those given up.
 */
rows: Array<ItemSampleRow>, };
export type ItemSampleRow = { 
/**
 * Reference.
 */
sample: string, 
/**
 * What it is a sample of; none once erased.
 */
title: string | null, 
/**
 * How many rows of which are drawn, and of which batch: `10 of 248 rows of BAT-0003 (Sequencer), those
 * whose kind of action is “send”`.
 */
of: string, 
/**
 * The batch.
 */
batch: string, 
/**
 * Who tests it, by name.
 */
tester: string, 
/**
 * Whose signature draws it, by name; none in plans of before reviewers were named.
 */
reviewer: string | null, 
/**
 * How far it is.
 */
stage: SampleStage, 
/**
 * Rows drawn.
 */
drawn: number, 
/**
 * Rows tested.
 */
tested: number, 
/**
 * Rows in error.
 */
errors: number, 
/**
 * What it proves, once every item is tested.
 */
says: string | null, 
/**
 * The rows in error, with what is wrong.
 */
doubtful: Array<DoubtfulRow>, };
export type ItemTold = { 
/**
 * Which.
 */
item: string, 
/**
 * What the agenda calls it, as the request tells.
 */
title: string, 
/**
 * What was found.
 */
outcome: Outcome, 
/**
 * Why, where it is not fine.
 */
note: string | null, 
/**
 * What was on screen.
 */
shown: Array<FigureShown>, 
/**
 * The verdicts on tiers, of an item that asks for them.
 */
tiers: Array<TierRow>, };
export type JoinTeam = { 
/**
 * Which.
 */
team: string, 
/**
 * Who.
 */
person: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Last day, where one is known.
 */
to: string | null, };
export type Judgement = { 
/**
 * In one word.
 */
verdict: Verdict, 
/**
 * In a sentence.
 */
says: string, };
export type KeepEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * The file; where this machine last saw it, when absent.
 */
grant: Grant | null, };
export type KeepRaciDraft = { 
/**
 * Which matrix; none for a new one.
 */
matrix: string | null, 
/**
 * The entry whose state was worked on; 0 for a new one.
 */
seen: number, 
/**
 * The matrix as it would be.
 */
terms: RaciTerms, };
export type KeyRow = { 
/**
 * Its id.
 */
key: string, 
/**
 * SHA-256 of the public key, in hex.
 */
fingerprint: string, 
/**
 * Whether it still signs.
 */
in_force: boolean, 
/**
 * The entry from which it signs.
 */
since_entry: number, 
/**
 * Whether its sealed file lies on this machine.
 */
here: boolean, };
export type KeyWaiting = { 
/**
 * Its id.
 */
key: string, 
/**
 * SHA-256 of the public key, in hex: what the two compare by voice.
 */
fingerprint: string, 
/**
 * Until when the request is of use, RFC 3339.
 */
expires: string, 
/**
 * Whether that is over.
 */
expired: boolean, };
export type Kind = "lead-scoring" | "enrichment" | "routing" | "outreach" | "sequencing" | "forecasting" | "next-best-action" | "call-summary" | "renewal" | "deal-desk" | "de-duplication" | "content" | "agent";
export type KindShown = { 
/**
 * Which.
 */
kind: DecisionKind, 
/**
 * What people call it.
 */
words: string, 
/**
 * What it may change.
 */
takes: Array<ChangeOf>, 
/**
 * The facts of a workflow that it may change.
 */
facts: Array<Fact>, 
/**
 * Whether its approval issues a permit.
 */
permits: boolean, 
/**
 * What such a permit counts, in words; none where it counts uses.
 */
counts: string | null, 
/**
 * The right it is decided by, where no workflow has its own.
 */
right: RightShown, 
/**
 * Why whoever is signed in may not propose it.
 */
refused: Problem | null, };
export type LateShown = { 
/**
 * What it is called.
 */
reference: string, 
/**
 * By when.
 */
due: string, 
/**
 * When it was done; none while it is not.
 */
done: string | null, };
export type LeaveTeam = { 
/**
 * Which team.
 */
team: string, 
/**
 * Who.
 */
person: string, 
/**
 * The last day, `YYYY-MM-DD`.
 */
on: string, };
export type LeftQuery = { 
/**
 * Only what left before this entry.
 */
before: number | null, };
export type LeftRow = { 
/**
 * The entry that records it.
 */
entry: number, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who took it out.
 */
by_name: string, 
/**
 * What it was: `register`, `minutes`, `workpaper`, `pack`, …
 */
what: string, 
/**
 * In which form: `pdf`, `csv`, `md`, `ics`, `excerpt`, `zip`.
 */
form: string, 
/**
 * The record it is about, where it is about one.
 */
about: string | null, 
/**
 * The period it covers, where it has one.
 */
period: string | null, 
/**
 * The last entry it shows.
 */
as_of: number, 
/**
 * SHA-256 of the file in hex, or of a pack's manifest.
 */
sha256: string | null, };
export type LeftView = { 
/**
 * The exports.
 */
rows: Array<LeftRow>, 
/**
 * How many there are in all at the moment shown.
 */
all: number, 
/**
 * Whether there are earlier ones.
 */
more: boolean, };
export type LevelShown = { 
/**
 * Done by when it was due.
 */
on_time: number, 
/**
 * Done later.
 */
late: number, 
/**
 * Not done, and past due.
 */
overdue: number, 
/**
 * Not due yet.
 */
waiting: number, 
/**
 * The share on time of what was due, 0 to 1; none where nothing was.
 */
share: number | null, 
/**
 * The least share that proves for the process, at 95 %.
 */
at_least: number | null, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * Those late and those still not done, the longest due first. They are not recorded.
 */
missed: Array<LateShown>, 
/**
 * The first of the rows that could not be read. They are not recorded.
 */
rejected: Array<RejectedRow>, };
export type LimitsShown = { 
/**
 * Actions a day.
 */
per_day: number | null, 
/**
 * Percent, as a decimal number.
 */
discount_percent: string | null, 
/**
 * Rows in one export.
 */
export_rows: number | null, 
/**
 * Hours that an approval of it counts for.
 */
approval_hours: number | null, 
/**
 * Days and hours in the workspace's time zone.
 */
window: WindowShown | null, 
/**
 * Segments; none means all.
 */
segments: Array<string>, 
/**
 * Never as the first touch.
 */
first_touch_excluded: boolean, 
/**
 * Never to a high-risk account, nor naming price, terms or a competitor.
 */
risky_excluded: boolean, 
/**
 * Only into enriched fields, keeping what was there before.
 */
enriched_only: boolean, };
export type LineEvent = { 
/**
 * What charts call it: a, b, and so on.
 */
letter: string, 
/**
 * What sort of thing.
 */
kind: LineEventKind, 
/**
 * Its reference.
 */
reference: string, 
/**
 * What happened, in words; none once erased.
 */
words: string | null, 
/**
 * On which day, in the workspace's zone.
 */
day: string, 
/**
 * The workflow it is about.
 */
workflow: string | null, };
export type LineEventKind = "decision" | "stop" | "overrides";
export type LineMark = { 
/**
 * The period.
 */
period: string, 
/**
 * Their letters, in order.
 */
letters: Array<string>, };
export type LinkException = { 
/**
 * Which.
 */
exception: string, 
/**
 * The decision.
 */
decision: string, };
export type LintRaci = { 
/**
 * Which matrix; none for a new one.
 */
matrix: string | null, 
/**
 * The matrix as typed so far.
 */
terms: RaciTerms, };
export type Listed = "decisions" | "findings" | "permits" | "samples";
export type LogColumn = { 
/**
 * Its place in the file, from 1; 0 where it is not known any more.
 */
place: number, 
/**
 * Its head; none once erased.
 */
column: string | null, 
/**
 * What it says of an action, as the ledger spells it; none when left out.
 */
field: string | null, 
/**
 * The same in words.
 */
words: string | null, 
/**
 * What becomes of its cells.
 */
treatment: Treatment, 
/**
 * Its first cells as they stand in the file.
 */
examples: Array<string>, };
export type LogKind = "decisions" | "workflows" | "stops" | "overrides" | "exceptions" | "rules" | "raci" | "reviews" | "cadences" | "actions" | "metrics" | "evidence" | "frameworks" | "policies" | "samples" | "people" | "keys" | "files" | "workspace";
export type LogOrigin = { 
/**
 * The system that wrote it.
 */
source: string, 
/**
 * How it was asked for the rows.
 */
query: string, 
/**
 * When, `2026-11-21T10:00` in the workspace's zone.
 */
pulled_at: string | null, 
/**
 * By whom.
 */
pulled_by: string, 
/**
 * The workflow that all rows are of, where no column says which.
 */
workflow: string | null, };
export type LogPreset = "hubspot-activity" | "salesforce-setup-audit" | "otel-genai";
export type LogQuery = { 
/**
 * Only entries before this one.
 */
before: number | null, 
/**
 * At most this many; 200 when absent.
 */
limit: number | null, 
/**
 * Only entries about this reference.
 */
about: string | null, 
/**
 * Only entries that this person signed, or `machine`.
 */
by: string | null, 
/**
 * Only entries of this kind.
 */
kind: LogKind | null, 
/**
 * Not before this day in the workspace's zone, `2026-10-01`.
 */
since: string | null, 
/**
 * Not after this day.
 */
until: string | null, 
/**
 * Only entries in which each of these words stands: in a text, a reference, what happened, or
 * who signed.
 */
words: string | null, };
export type LogReading = { 
/**
 * Which sheet of a workbook.
 */
sheet: string | null, 
/**
 * The system whose log it is, where its columns are to be read as they are known.
 */
preset: LogPreset | null, 
/**
 * Which field each column fills: by head, or by place as in `#3`; `null` leaves it out. With
 * none given, as the preset says; without one, what was chosen before for a log of the same
 * heads, else what the heads suggest.
 */
columns: { [key in string]: string | null }, 
/**
 * What becomes of a field's cells. For a field that is not named, what was chosen before for a
 * log of the same heads, whatever else is given; else what usually does.
 */
treatments: { [key in string]: Treatment }, 
/**
 * The kind that each word of the action column is read as; `null` leaves it as it stands. For a
 * word that is not named, what was chosen before for a log of the same heads, else the kind whose
 * id or words it is.
 */
kinds: { [key in string]: ActionKind | null }, 
/**
 * The zone of times that name none; when absent, that of the last log of the same heads, else
 * the workspace's.
 */
zone: string | null, 
/**
 * Whether 03/04/2026 is the third of April; found out where the log tells.
 */
day_first: boolean | null, };
export type LogRow = { 
/**
 * Number.
 */
entry: number, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who, by reference.
 */
by: string, 
/**
 * Who, by name.
 */
by_name: string, 
/**
 * The event's name in the ledger.
 */
event: string, 
/**
 * What happened, in a sentence.
 */
says: string, 
/**
 * What it is about, where that has a reference.
 */
about: string | null, 
/**
 * Why.
 */
why: string | null, 
/**
 * The texts it committed to, in order of path.
 */
texts: Array<TextAt>, 
/**
 * The leaf's hash in short.
 */
hash: string, };
export type LogSigner = { 
/**
 * Who, by reference, or `machine`.
 */
by: string, 
/**
 * Who, by name.
 */
name: string, };
export type LogView = { 
/**
 * The entries.
 */
rows: Array<LogRow>, 
/**
 * How many there are in all.
 */
entries: number, 
/**
 * Whether older ones follow.
 */
more: boolean, 
/**
 * Who may have signed, to choose from.
 */
signers: Array<LogSigner>, };
export type LogWord = { 
/**
 * As it is written.
 */
word: string, 
/**
 * Rows that would be taken in with it.
 */
rows: number, 
/**
 * The kind that it is read as; none leaves it as it stands.
 */
kind: ActionKind | null, };
export type LookBack = { 
/**
 * An entry, the day `2026-08-31` (its end), or `2026-08-31T18:00` in the workspace's zone.
 */
as_of: string, };
export type MapRequirement = { 
/**
 * Which requirement, by reference.
 */
requirement: string, 
/**
 * What shows it.
 */
shown: ShownBy, 
/**
 * Why.
 */
reason: string, 
/**
 * The period to answer for.
 */
within: CoverageQuery, };
export type MappingShown = { 
/**
 * What.
 */
shown: ShownBy, 
/**
 * What people call it.
 */
words: string, 
/**
 * Why; none once erased.
 */
reason: string | null, 
/**
 * Who said so.
 */
by_name: string, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * The entry that did.
 */
entry: number, 
/**
 * How many pieces in the period.
 */
inside: number, 
/**
 * How many before it.
 */
earlier: number, 
/**
 * The newest few.
 */
newest: Array<EvidenceFound>, };
export type Mark = "missing" | "nothing" | "running" | "unjudged" | "held" | "warned" | "worse" | "breach";
export type Meeting = { 
/**
 * When it began.
 */
from: string, 
/**
 * When it ended.
 */
to: string, };
export type MendPlace = { 
/**
 * The screen.
 */
screen: MendScreen, 
/**
 * What is opened there.
 */
about: string | null, 
/**
 * The fact of a workflow.
 */
fact: Fact | null, };
export type MendScreen = "register" | "raci" | "metrics" | "reviews" | "people" | "exceptions" | "decisions" | "policies" | "batches" | "log";
export type MetricBeside = { 
/**
 * Reference.
 */
metric: string, 
/**
 * Name; a dash once erased.
 */
name: string, 
/**
 * What its values count.
 */
unit: Unit, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * What the desk counts for it, where nobody types its values.
 */
derived: Derived | null, 
/**
 * A value worse than this wants attention, as a decimal.
 */
warn: string | null, 
/**
 * The same as people read it.
 */
warn_shown: string | null, 
/**
 * A value worse than this is a breach, as a decimal.
 */
limit: string | null, 
/**
 * The limit as people read it.
 */
limit_shown: string | null, 
/**
 * Its last periods in order, none left out.
 */
points: Array<PointShown>, 
/**
 * The last value as people read it.
 */
latest: string | null, 
/**
 * The period of the last value, in short.
 */
latest_period: string | null, 
/**
 * The baseline in force now, as people read it.
 */
baseline: string | null, 
/**
 * Where it stands.
 */
state: MetricState, 
/**
 * Where it stands, in words: `Below baseline two periods running: W45 2.9 %, W46 2.8 %`.
 */
says: string, 
/**
 * Periods that are over and have no value, in short, oldest first.
 */
missing: Array<string>, 
/**
 * The last period that is over: the one whose value a review asks for.
 */
asked: string, 
/**
 * The same in short.
 */
asked_short: string, 
/**
 * Its value, where it has one, as a decimal.
 */
asked_value: string | null, };
export type MetricChoice = { 
/**
 * Its reference.
 */
metric: string, 
/**
 * What it is called.
 */
name: string, };
export type MetricQuery = { 
/**
 * Which.
 */
metric: string, 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, };
export type MetricRow = { 
/**
 * What sort of thing it watches.
 */
class: Class, 
/**
 * How long one period is.
 */
every: Span, 
/**
 * What it should come to, as a decimal.
 */
target: string | null, 
/**
 * The same as people read it.
 */
target_shown: string | null, 
/**
 * The activity metric that it complements.
 */
complements: string | null, 
/**
 * Who answers for it, by reference.
 */
owner: string | null, 
/**
 * Who answers for it, by name.
 */
owner_name: string | null, 
/**
 * Where its values come from.
 */
source: string | null, 
/**
 * The workflows it concerns; none means the whole program.
 */
workflows: Array<string>, 
/**
 * Whether it is measured no longer.
 */
retired: boolean, 
/**
 * Whether who is at the desk may type its values.
 */
yours: boolean, 
/**
 * Its last periods, and where it stands.
 */
beside: MetricBeside, };
export type MetricState = "emergency" | "breach" | "worse" | "missing" | "warned" | "unjudged" | "held" | "not-measured" | "retired";
export type MetricTerms = { 
/**
 * What people call it.
 */
name: string, 
/**
 * What sort of thing it watches.
 */
class: Class, 
/**
 * What its values count.
 */
unit: Unit, 
/**
 * Which way is better.
 */
direction: Direction, 
/**
 * How long one period is.
 */
every: Span, 
/**
 * A value worse than this wants attention.
 */
warn: string, 
/**
 * A value worse than this is a breach.
 */
limit: string, 
/**
 * What it should come to.
 */
target: string, 
/**
 * The activity metric that it complements, by reference.
 */
complements: string, 
/**
 * Who answers for it, by reference.
 */
owner: string, 
/**
 * Where its values come from.
 */
source: string, 
/**
 * The workflows it concerns, by reference.
 */
workflows: Array<string>, 
/**
 * What the desk counts for it, where nobody is to type its values.
 */
derived: Derived | null, };
export type MetricVersion = { 
/**
 * The entry.
 */
entry: number, 
/**
 * Whether it was retired with it.
 */
retired: boolean, 
/**
 * Why, where it was.
 */
reason: string | null, 
/**
 * What it was called.
 */
name: string | null, };
export type MetricView = { 
/**
 * As the list has it.
 */
row: MetricRow, 
/**
 * Every period since it is measured, in order.
 */
points: Array<PointShown>, 
/**
 * Every value it ever had, newest first.
 */
observations: Array<ObservationRow>, 
/**
 * Every baseline, the latest to begin first.
 */
baselines: Array<BaselineRow>, 
/**
 * How it was described, newest first.
 */
history: Array<MetricVersion>, 
/**
 * The first period that a new baseline may begin with.
 */
baseline_from: string, 
/**
 * The period that runs: the latest that can have a value.
 */
running: string, };
export type MetricsImported = { 
/**
 * How many were recorded.
 */
recorded: number, 
/**
 * How many took the place of another.
 */
corrected: number, 
/**
 * How many were known already.
 */
same: number, 
/**
 * What still differs, for want of a reason.
 */
differing: Array<ValueToCorrect>, 
/**
 * What was not taken in.
 */
rejected: Array<RejectedRow>, };
export type MetricsPreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * How its bytes are read.
 */
encoding: string, 
/**
 * What parts its cells; none in a workbook.
 */
delimiter: string | null, 
/**
 * How it lies: a row per value, a column per period, a column per metric.
 */
lies: string, 
/**
 * Rows seen, the head not counted.
 */
rows: number, 
/**
 * Values that would be recorded.
 */
accepted: Array<ValueToTake>, 
/**
 * How many are known already.
 */
same: number, 
/**
 * Values of periods that have another: corrections, which want a reason.
 */
differing: Array<ValueToCorrect>, 
/**
 * What would not be taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * The entry that took this very file in before, if any.
 */
taken_in_before: number | null, };
export type MetricsQuery = { 
/**
 * As they stood after this entry; now, when absent.
 */
as_of: number | null, };
export type MetricsView = { 
/**
 * In order of class and reference, retired ones last.
 */
metrics: Array<MetricRow>, 
/**
 * The entry they stand after.
 */
as_of: number, 
/**
 * Whether who is at the desk may define metrics and set baselines.
 */
keeps: boolean, };
export type MinutesText = { 
/**
 * The text.
 */
text: string, };
export type MonthDay = { 
/**
 * The day.
 */
date: string, 
/**
 * Whether people work on it.
 */
business: boolean, 
/**
 * What the holiday is called, where it is one.
 */
holiday: string | null, 
/**
 * The reviews that are due on it, in order of time.
 */
reviews: Array<ReviewRow>, };
export type Moved = "little" | "some" | "much";
export type NameDeputies = { 
/**
 * Which role.
 */
role: string, 
/**
 * The deputies; empty for none.
 */
deputies: Array<Place>, };
export type NarrativeDraft = { 
/**
 * The words; blank where the review looks back on no quarter.
 */
words: string, };
export type NewKeyAsked = { 
/**
 * Who.
 */
person: string, 
/**
 * Their name; none where it was erased.
 */
name: string | null, 
/**
 * The new key's id.
 */
key: string, 
/**
 * SHA-256 of the new public key, in hex: to be compared by voice.
 */
fingerprint: string, 
/**
 * The id of the key that signs no more.
 */
old: string, 
/**
 * SHA-256 of the old public key, in hex.
 */
old_fingerprint: string, };
export type NotAsked = { 
/**
 * The requirement or framework that was left out.
 */
of: string, 
/**
 * Why; none once erased.
 */
why: string | null, 
/**
 * Who applied it.
 */
by_name: string, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * The entry that did.
 */
entry: number, };
export type Nothing = Record<symbol, never>;
export type NotificationsView = { 
/**
 * Whether at all; never while nobody is signed in.
 */
on: boolean, 
/**
 * From when on it is quiet, `18:00`; none where no hours are.
 */
quiet_from: string | null, 
/**
 * Until when.
 */
quiet_to: string | null, 
/**
 * Whether Saturdays and Sundays are quiet too.
 */
quiet_weekends: boolean, };
export type Number = "repeated-overrides.times" | "repeated-overrides.days" | "exception-in-time.critical-hours" | "exception-in-time.high-hours" | "exception-in-time.normal-hours" | "postmortem-written.days" | "drill-held.days" | "certification-lasts.days" | "policy-attested.days";
export type NumberSet = { 
/**
 * Which.
 */
number: Number, 
/**
 * What it is to be.
 */
to: number, };
export type ObservationRow = { 
/**
 * In which period.
 */
period: string, 
/**
 * As people read it.
 */
shown: string, 
/**
 * Why an earlier value was wrong, where this one corrects it.
 */
reason: string | null, 
/**
 * Whether it corrects one.
 */
corrects: boolean, 
/**
 * Whether a later one took its place.
 */
corrected: boolean, 
/**
 * The review in whose call it was typed.
 */
review: string | null, 
/**
 * Who typed it.
 */
by: string, 
/**
 * The entry.
 */
entry: number, };
export type OnHoliday = "skip" | "move" | "keep";
export type OnlyGiven = { 
/**
 * The field that says it.
 */
field: string, 
/**
 * What it says.
 */
says: string, };
export type OpenRecent = { 
/**
 * Which one.
 */
id: string, };
export type OpenRequest = { 
/**
 * Its file.
 */
grant: Grant, };
export type OpenReview = { 
/**
 * Which.
 */
review: string, };
export type OpenStatements = { 
/**
 * Their files.
 */
grants: Array<Grant>, };
export type OpenWorkspace = { 
/**
 * The file.
 */
grant: Grant, };
export type Outcome = "fine" | "attention" | "breach" | "not-applicable";
export type OutsideGiven = { 
/**
 * What it is called.
 */
field: string, 
/**
 * What it is; may be blank.
 */
before: string, 
/**
 * What it is to be; may be blank.
 */
after: string, };
export type OverrideCount = { 
/**
 * The workflow.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
workflow_name: string | null, 
/**
 * The team; none for people who belong to none.
 */
team: string | null, 
/**
 * What that is called; none once erased.
 */
team_name: string | null, 
/**
 * In the last days that count.
 */
lately: number, 
/**
 * In all.
 */
ever: number, 
/**
 * The open exception about them.
 */
exception: string | null, };
export type OverrideForm = { 
/**
 * The workflows whose AI may have been overridden, by name.
 */
workflows: Array<WorkflowPick>, 
/**
 * The teams of who is signed in.
 */
teams: Array<TeamPick>, };
export type OverrideKind = "output" | "forecast" | "close-date";
export type OverrideMade = { 
/**
 * Its reference.
 */
reference: string, 
/**
 * The exception that this one brought about.
 */
exception: string | null, };
export type OverrideReason = "wrong-fact" | "stale-data" | "missing-context" | "wrong-target" | "tone" | "claim" | "timing" | "price-or-terms" | "customer-asked" | "other";
export type OverrideRow = { 
/**
 * Reference.
 */
reference: string, 
/**
 * The entry that records it.
 */
entry: number, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * What was overridden.
 */
kind: OverrideKind, 
/**
 * The workflow.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
workflow_name: string | null, 
/**
 * The team it counts for.
 */
team: string | null, 
/**
 * What that is called; none once erased.
 */
team_name: string | null, 
/**
 * Where the record lies; none once erased.
 */
pointer: string | null, 
/**
 * What the AI said; none once erased.
 */
ai_said: string | null, 
/**
 * What the human chose; none once erased.
 */
chose: string | null, 
/**
 * Why, from the list.
 */
reason: OverrideReason, 
/**
 * Why, in words.
 */
note: string | null, 
/**
 * Whether an AI proposed the reason.
 */
generated: boolean, 
/**
 * Whether it was recorded by who is signed in.
 */
mine: boolean, };
export type OverridesView = { 
/**
 * The overrides, the latest first.
 */
rows: Array<OverrideRow>, 
/**
 * How many by workflow and team, the most of late first.
 */
counts: Array<OverrideCount>, 
/**
 * So many of one workflow by one team are too many …
 */
times: number, 
/**
 * … in so many days.
 */
days: number, };
export type PackWords = "all" | "period";
export type Paper = "register" | "operating-model" | "raci" | "sponsor" | "audit" | "coverage" | "minutes" | "decision" | "workpaper" | "postmortem" | "policy";
export type PaperForm = "pdf" | "csv" | "markdown";
export type Part = "approve" | "consult";
export type Passphrase = string;
export type Past = { 
/**
 * The entry that it stands after.
 */
entry: number, 
/**
 * The moment, RFC 3339 with the offset of the workspace's zone.
 */
at: string, };
export type PastReviews = { 
/**
 * Of this cadence only.
 */
cadence: string | null, 
/**
 * Those before this review; the latest where there is none.
 */
before: string | null, };
export type PastReviewsView = { 
/**
 * The reviews, newest first.
 */
rows: Array<ReviewRow>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, };
export type PauseShown = { 
/**
 * Since when.
 */
from: string, 
/**
 * Until when; none while it does.
 */
to: string | null, 
/**
 * What was waited for; none once erased.
 */
why: string | null, };
export type PeopleImported = { 
/**
 * What became of the rows.
 */
people: Array<PersonTaken>, 
/**
 * The rows that were not taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * Everybody, as they stand now.
 */
view: PeopleView, };
export type PeoplePreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of it, in hex.
 */
sha256: string, 
/**
 * Rows seen.
 */
rows: number, 
/**
 * What became of every column.
 */
columns: Array<ColumnUse>, 
/**
 * The entry that took in the same file before.
 */
taken_in_before: number | null, 
/**
 * The rows that are taken in or skipped.
 */
people: Array<PersonTaken>, 
/**
 * The rows that are not.
 */
rejected: Array<RejectedRow>, };
export type PeopleView = { 
/**
 * Everybody, in order of reference.
 */
people: Array<PersonRow>, 
/**
 * The roles there are.
 */
roles: Array<RoleRow>, 
/**
 * The teams there are, then those disbanded.
 */
teams: Array<TeamRow>, 
/**
 * Absences, those of today first, then those to come, then the past ones, newest first.
 */
absences: Array<AbsenceRow>, 
/**
 * The day it is judged on, in the workspace's zone.
 */
today: string, 
/**
 * The keys of machines, which sign checkpoints and lists of stops.
 */
machines: Array<KeyRow>, 
/**
 * Whether this machine's key is enrolled, so that it may sign checkpoints.
 */
machine_enrolled: boolean, };
export type PermissionGiven = { 
/**
 * The kind of action.
 */
action: ActionKind, 
/**
 * Blocked, or a tier.
 */
permitted: Permitted, 
/**
 * For which roles, by identifier.
 */
roles: Array<string>, 
/**
 * A condition in words; may be blank.
 */
condition: string, 
/**
 * Its limits.
 */
limits: LimitsShown, };
export type PermissionShown = { 
/**
 * The kind of action.
 */
action: ActionKind, 
/**
 * What people call it.
 */
words: string, 
/**
 * Blocked, or a tier.
 */
permitted: Permitted, 
/**
 * Whether the row is stated; what is not stated is blocked.
 */
stated: boolean, 
/**
 * For which roles, by identifier; none means everybody who uses the workflow.
 */
roles: Array<string>, 
/**
 * The same roles by name.
 */
role_names: Array<string>, 
/**
 * A condition in words.
 */
condition: string | null, 
/**
 * Its limits.
 */
limits: LimitsShown, 
/**
 * Its limits in words; empty where there are none.
 */
limited: string, 
/**
 * Why this kind of action never stands on tier 4; none where it may.
 */
always_approved: string | null, };
export type PermitClass = "one" | "batch" | "standing";
export type PermitGiven = { 
/**
 * For one action, one batch, or whatever fits.
 */
class: PermitClass, 
/**
 * The last day, `YYYY-MM-DD`.
 */
last_day: string, 
/**
 * At most so many in all.
 */
count: number | null, 
/**
 * At most this discount, in percent; may be blank.
 */
discount_percent: string, 
/**
 * To whom or where; may be blank.
 */
to: string, 
/**
 * Only for these segments.
 */
segments: Array<string>, };
export type PermitRow = { 
/**
 * Reference.
 */
permit: string, 
/**
 * The decision that issued it.
 */
decision: string, 
/**
 * Which kind of decision that was.
 */
kind: DecisionKind, 
/**
 * What people call the kind.
 */
kind_words: string, 
/**
 * The workflow it is for.
 */
workflow: string | null, 
/**
 * What it allows.
 */
allows: PermitShown, 
/**
 * Where it stands.
 */
state: PermitState, 
/**
 * How much of it was used.
 */
used: number, 
/**
 * Each use.
 */
uses: Array<PermitUseRow>, 
/**
 * How it was used beyond what it allows, while nobody has answered for that: `It was used for
 * 1,020, and allows 1,000.`
 */
beyond: string | null, 
/**
 * The entry that issued it.
 */
entry: number, };
export type PermitShown = { 
/**
 * For one action, one batch, or whatever fits.
 */
class: PermitClass, 
/**
 * The last day, `YYYY-MM-DD`.
 */
last_day: string, 
/**
 * At most so many in all.
 */
count: number | null, 
/**
 * What is counted, in words.
 */
counts: string, 
/**
 * At most this discount, in percent.
 */
discount_percent: string | null, 
/**
 * To whom or where.
 */
to: string | null, 
/**
 * Only for these segments.
 */
segments: Array<string>, 
/**
 * All of it in a line.
 */
says: string, };
export type PermitState = "open" | "used-up" | "expired" | "revoked" | "exceeded";
export type PermitUseRow = { 
/**
 * For how many.
 */
count: number, 
/**
 * On which day.
 */
on: string, 
/**
 * Where the record of it is.
 */
pointer: string | null, };
export type Permitted = "blocked" | "tier1" | "tier2" | "tier3" | "tier4";
export type PersonChoice = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name, or a dash once erased.
 */
name: string, 
/**
 * Roles held today, by name.
 */
roles: Array<string>, 
/**
 * Whether they keep the desk (RevOps or executive sponsor).
 */
keeper: boolean, 
/**
 * Whether they are the executive sponsor.
 */
sponsor: boolean, };
export type PersonRow = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name; none once erased.
 */
name: string | null, 
/**
 * Where to reach them.
 */
contact: string | null, 
/**
 * Whether they have left.
 */
left: boolean, 
/**
 * Roles held today or later.
 */
roles: Array<RoleHeld>, 
/**
 * Teams they belong to today or later.
 */
teams: Array<TeamOf>, 
/**
 * The absence that covers today.
 */
away: AbsenceRow | null, 
/**
 * The roles for which they act today in the place of somebody who is away.
 */
stands_in: Array<StandsIn>, 
/**
 * Keys, in force first.
 */
keys: Array<KeyRow>, 
/**
 * A key made on this machine that waits for two others to vouch for it.
 */
waiting: KeyWaiting | null, };
export type PersonTaken = { 
/**
 * The line it starts on, from 1.
 */
line: number, 
/**
 * The person's name.
 */
name: string, 
/**
 * What it does.
 */
fate: Fate, 
/**
 * What is added or changed, in words.
 */
says: string, };
export type Phase = "data-sourcing" | "campaign-execution" | "pipeline-progression";
export type PickedAsked = { "by": "one-of", 
/**
 * In which field.
 */
field: ActionField, 
/**
 * The words.
 */
says: Array<string>, } | { "by": "at-least", 
/**
 * In which field.
 */
field: ActionField, 
/**
 * How large.
 */
value: string, };
export type Place = { 
/**
 * Who.
 */
person: string, 
/**
 * First day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Last day, where one is known.
 */
to: string | null, };
export type PlaceRow = { 
/**
 * Who.
 */
person: string, 
/**
 * Their name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Whether today is in it.
 */
today: boolean, 
/**
 * Whether they are away today.
 */
away: boolean, };
export type PlaceStopList = { 
/**
 * Where; none writes none from now on, and leaves the last one where it lies.
 */
grant: Grant | null, };
export type PlanPreview = { 
/**
 * How many rows there are to draw from.
 */
rows: number, 
/**
 * How many are drawn.
 */
take: number, 
/**
 * The strata; none where nothing divides the rows.
 */
strata: Array<StratumRow>, 
/**
 * What it proves if nothing is in error, in a sentence.
 */
proves: string, 
/**
 * Samples of these rows that were planned before.
 */
others: Array<SampleOther>, 
/**
 * The rows that are messages sent to people outside, as the log spells that; only for an item of a
 * review, and none where no row says it.
 */
messages: OnlyGiven | null, 
/**
 * The fields that rows can be chosen and divided by.
 */
fields: Array<SampleField>, 
/**
 * How many items prove how much, by the size of the population.
 */
guidance: Array<GuidanceRow>, 
/**
 * Whoever could review it, where whoever asks tests it.
 */
reviewers: Array<ReviewerNamed>, };
export type PlanSample = { 
/**
 * The batch whose rows are drawn from.
 */
batch: string, 
/**
 * What it is a sample of.
 */
title: string, 
/**
 * How.
 */
method: SampleMethod, 
/**
 * How many.
 */
size: SampleSize, 
/**
 * Only the rows that say this.
 */
only: OnlyGiven | null, 
/**
 * The field that divides them into strata, for a stratified draw.
 */
strata_by: string | null, 
/**
 * What is tested; all attributes where none is named.
 */
attributes: Array<SampleAttribute>, 
/**
 * When more are drawn.
 */
extension: SampleExtension | null, 
/**
 * The review it is for.
 */
review: string | null, 
/**
 * The item of it that reads the sample.
 */
item: string | null, 
/**
 * Whose signature draws it, by reference; may be left out where one person could.
 */
reviewer: string | null, 
/**
 * Why.
 */
why: string, };
export type PointShown = { 
/**
 * The period: `2026-W47`.
 */
period: string, 
/**
 * The same in short: `W47`.
 */
short: string, 
/**
 * The value as a decimal; none breaks the line and is never filled in.
 */
value: string | null, 
/**
 * The value as people read it.
 */
shown: string | null, 
/**
 * The baseline in force in the period, as a decimal.
 */
baseline: string | null, 
/**
 * The baseline as people read it.
 */
baseline_shown: string | null, 
/**
 * What the value came to.
 */
mark: Mark, 
/**
 * The same in a few words.
 */
says: string, };
export type PoliciesView = { 
/**
 * Each, in the order of their references.
 */
rows: Array<PolicyRow>, 
/**
 * Whether who is signed in may write them.
 */
may_write: boolean, 
/**
 * The roles that may be asked to attest one.
 */
roles: Array<RoleNamed>, 
/**
 * Days that somebody has to attest from when they are first asked.
 */
attest_days: number, 
/**
 * The entry they stand after.
 */
as_of: number, };
export type PolicyAdoption = { 
/**
 * The decision that did.
 */
decision: string | null, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Until when that stood, by another adoption or a retirement; none while it stands.
 */
until: string | null, 
/**
 * The entry.
 */
entry: number, };
export type PolicyGiven = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What sort of policy it is.
 */
kind: PolicyKind, 
/**
 * What it says.
 */
sections: Array<SectionGiven>, 
/**
 * Whose holders attest it; none named means everybody.
 */
roles: Array<string>, 
/**
 * Days after which an attestation is asked for again.
 */
again_days: number | null, };
export type PolicyKind = "acceptable-use" | "dos-and-donts" | "training" | "other";
export type PolicyPage = { 
/**
 * In a line.
 */
row: PolicyRow, 
/**
 * Every version, the newest first.
 */
versions: Array<PolicyVersion>, 
/**
 * Everybody whom the version in force asks: who is late first, then who is asked.
 */
people: Array<PolicyPerson>, 
/**
 * Whether who is signed in may write its next version.
 */
may_write: boolean, 
/**
 * The roles that may be asked to attest it.
 */
roles: Array<RoleNamed>, 
/**
 * Days that somebody has to attest from when they are first asked.
 */
attest_days: number, 
/**
 * The entry it stands after.
 */
as_of: number, };
export type PolicyPerson = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * The roles they hold, by name.
 */
roles: Array<string>, 
/**
 * How they stand.
 */
ask: AskShown, 
/**
 * The entry that carries their last attestation of it.
 */
entry: number | null, };
export type PolicyProposed = { 
/**
 * The decision.
 */
decision: string, 
/**
 * The version; none where the policy would be retired.
 */
version: number | null, };
export type PolicyQuery = { 
/**
 * Which.
 */
policy: string, };
export type PolicyRetirement = { 
/**
 * The version that was in force until then.
 */
version: number, 
/**
 * The decision that retired it.
 */
decision: string | null, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * The entry.
 */
entry: number, };
export type PolicyRow = { 
/**
 * Reference.
 */
policy: string, 
/**
 * What it is called: the version in force, the one that was last, or the last one written; none
 * once erased.
 */
title: string | null, 
/**
 * What sort of policy it is.
 */
kind: PolicyKind, 
/**
 * What people call that sort.
 */
kind_words: string, 
/**
 * How many versions were written.
 */
versions: number, 
/**
 * The version in force.
 */
in_force: number | null, 
/**
 * Since when, RFC 3339 with the offset of the workspace's zone.
 */
since: string | null, 
/**
 * When that version was adopted last, for the first time or anew; the same form.
 */
adopted: string | null, 
/**
 * How it went out of force, where it did and no version is in force since.
 */
retired: PolicyRetirement | null, 
/**
 * The open decision that would adopt a version, or retire the policy.
 */
proposed: PolicyProposed | null, 
/**
 * Whose holders attest it, by name; none named means everybody.
 */
roles: Array<RoleNamed>, 
/**
 * How many people the version in force asks.
 */
asked: number, 
/**
 * How many of them have attested it.
 */
attested: number, 
/**
 * How many are late.
 */
late: number, 
/**
 * How who is signed in stands with it; none where it does not ask them.
 */
mine: AskShown | null, };
export type PolicyVersion = { 
/**
 * Its number, counted from 1.
 */
version: number, 
/**
 * When it was written, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who wrote it, by name.
 */
by_name: string, 
/**
 * The entry that did.
 */
entry: number, 
/**
 * SHA-256 of that entry's event as it was signed, in hex: what an attestation signs.
 */
hash: string, 
/**
 * What it is called; none once erased.
 */
title: string | null, 
/**
 * What sort of policy it is.
 */
kind: PolicyKind, 
/**
 * What it says.
 */
sections: Array<SectionShown>, 
/**
 * Whose holders attest it; none named means everybody.
 */
roles: Array<RoleNamed>, 
/**
 * Days after which an attestation is asked for again.
 */
again_days: number | null, 
/**
 * Each time it was adopted, the first one first.
 */
adopted: Array<PolicyAdoption>, 
/**
 * Whether it is in force.
 */
in_force: boolean, };
export type PolicyWaiting = { 
/**
 * Reference.
 */
policy: string, 
/**
 * What it is called; none once erased.
 */
title: string | null, 
/**
 * What sort of policy it is.
 */
kind: PolicyKind, 
/**
 * The version in force.
 */
version: number, 
/**
 * The last day on which it is in time.
 */
until: string, 
/**
 * Whether that is over.
 */
late: boolean, };
export type PoolRow = { 
/**
 * The workflow, as the log or the batch names it.
 */
of: string, 
/**
 * The workflow on the register, by reference; none where it bears no such name.
 */
workflow: string | null, 
/**
 * The samples.
 */
samples: Array<string>, 
/**
 * How many items were tested.
 */
tested: number, 
/**
 * How many of them are in error.
 */
errors: number, 
/**
 * What they prove, in a sentence.
 */
says: string, };
export type PopulationOf = { 
/**
 * Which workflow; none for an agent that is on no register.
 */
workflow: string | null, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * How many.
 */
count: number, };
export type PopulationQuery = { 
/**
 * Which batch.
 */
batch: string, };
export type PopulationResult = "fails" | "not-tested" | "in-part" | "clean";
export type PopulationRow = { 
/**
 * Which.
 */
test: PopulationTest, 
/**
 * What fails it, in a few words.
 */
words: string, 
/**
 * What fails it and how that is told.
 */
says: string, 
/**
 * How it came out.
 */
result: PopulationResult, 
/**
 * How many actions fail it.
 */
count: number, 
/**
 * How many it asked something of and could judge.
 */
judged: number, 
/**
 * How many it asked something of and could not.
 */
not_judged: number, 
/**
 * Why it could not, in a sentence; none where it could judge all.
 */
why_not: string | null, 
/**
 * The workflows whose actions do, the most first.
 */
workflows: Array<PopulationOf>, 
/**
 * The numbers of the first actions that do.
 */
first: Array<number>, 
/**
 * The exceptions that were raised for it.
 */
exceptions: Array<string>, };
export type PopulationRows = { 
/**
 * Each row, in order.
 */
rows: Array<AiActionRow>, };
export type PopulationRowsQuery = { 
/**
 * Which batch.
 */
batch: string, 
/**
 * The numbers of the rows.
 */
numbers: Array<number>, };
export type PopulationTest = "unknown-workflow" | "not-live" | "unknown-kind" | "not-permitted" | "freer-than-tier" | "unapproved" | "approved-late" | "approval-lapsed" | "approver-acted" | "approver-not-entitled" | "role-not-named" | "permit-not-good" | "outside-window" | "over-cap" | "outside-segments" | "discount-beyond" | "export-beyond" | "core-field" | "stale-data";
export type PopulationView = { 
/**
 * The batch.
 */
batch: BatchRow, 
/**
 * How many actions were tested: all that the batch has.
 */
tested: number, 
/**
 * How many of them fail at least one test.
 */
failing: number, 
/**
 * Each test, in order.
 */
tests: Array<PopulationRow>, 
/**
 * The agents that were not on the register.
 */
shadows: Array<Shadow>, };
export type PostmortemShown = { 
/**
 * How it came about.
 */
cause: string | null, 
/**
 * Whom and what it hurt.
 */
impact: string | null, 
/**
 * What was done about it.
 */
done: string | null, 
/**
 * What changes.
 */
changes: string | null, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * When.
 */
at: string, 
/**
 * The entry.
 */
entry: number, };
export type Presence = "present" | "excused" | "delegate" | "absent";
export type PreviewBatch = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * How to read it.
 */
reading: LogReading, };
export type PreviewHolidays = { 
/**
 * The file.
 */
grant: Grant, };
export type PreviewImport = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * How to read it.
 */
reading: ImportReading, 
/**
 * Whether a row of a workflow that is on the register already changes it.
 */
update: boolean, };
export type PreviewMetrics = { 
/**
 * The file.
 */
grant: Grant, };
export type PreviewPeople = { 
/**
 * The file.
 */
grant: Grant, };
export type PreviewRaciImport = { 
/**
 * The file.
 */
grant: Grant, 
/**
 * What the matrix is called; the file's name without its ending, when absent.
 */
name: string | null, };
export type PreviewReport = { 
/**
 * Which report.
 */
paper: Paper, 
/**
 * Of which period or record, such as `2026-Q3` or `DEC-0034`. Reports of a period take the one
 * that runs when it is absent; those of the whole desk leave it aside.
 */
of: string | null, };
export type Problem = { 
/**
 * The same for ever.
 */
code: string, 
/**
 * What is wrong, where, and what would mend it.
 */
says: string, 
/**
 * The kind of decision that would do what one person may not.
 */
kind?: DecisionKind, };
export type ProposalPreview = { 
/**
 * Everything it would change.
 */
differences: Array<Difference>, 
/**
 * The right it would be decided by.
 */
right: RightShown | null, 
/**
 * What that right asks to be shown.
 */
evidence: Array<EvidenceRow>, 
/**
 * When it would lapse.
 */
until: string | null, 
/**
 * Why it cannot be proposed; words that are still missing are not counted.
 */
refused: Problem | null, };
export type ProposeDecision = { 
/**
 * Which kind.
 */
kind: DecisionKind, 
/**
 * What it is about, in a line.
 */
title: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * How it is undone; may be blank where the right does not ask.
 */
rollback_plan: string, 
/**
 * What is shown for what the right asks.
 */
evidence: Array<EvidenceGiven>, 
/**
 * What changes.
 */
change: ChangeGiven, };
export type Pulled = "findings" | "fairness" | "drift" | "returns" | "tiers" | "postmortems" | "vendors" | "drills" | "access" | "policies" | "coverage" | "logs";
export type PulledChoice = { 
/**
 * Which.
 */
pulled: Pulled, 
/**
 * What it is called.
 */
label: string, };
export type PulledMark = "breach" | "attention" | "waiting" | "fine" | "told";
export type PulledQuery = { 
/**
 * The review.
 */
review: string, 
/**
 * The item.
 */
item: string, };
export type PulledRow = { 
/**
 * What tells it from the others.
 */
key: string, 
/**
 * The record it leads to, by reference.
 */
leads: string | null, 
/**
 * A cell a column.
 */
cells: Array<string>, 
/**
 * How it stands.
 */
mark: PulledMark, 
/**
 * The same in a word.
 */
word: string, 
/**
 * What changed since the period ended; none where nothing did.
 */
since: string | null, 
/**
 * What a verdict on a workflow's tier has to go by, where the item asks one.
 */
judged: TierWaiting | null, };
export type PulledTable = { 
/**
 * Which part.
 */
pulled: Pulled, 
/**
 * What it is called.
 */
title: string, 
/**
 * What was counted in it: the figures that an answer keeps.
 */
counts: Array<FigureShown>, 
/**
 * The heads of its cells.
 */
columns: Array<string>, 
/**
 * Its rows, the gravest first.
 */
rows: Array<PulledRow>, 
/**
 * Rows that are left out.
 */
more: number, 
/**
 * What an empty one says.
 */
empty: string, };
export type PulledView = { 
/**
 * As of when it stands, in a sentence.
 */
stands: string, 
/**
 * In the order in which the item names them.
 */
tables: Array<PulledTable>, };
export type PurgeBatch = { 
/**
 * Which.
 */
batch: string, 
/**
 * Why.
 */
why: string, };
export type Purpose = "open-workspace" | "new-workspace" | "read-inventory" | "read-holidays" | "save-report" | "save-pack" | "save-copy" | "read-key-file" | "save-key-file" | "read-request" | "save-request" | "read-statement" | "save-statement" | "save-stop-list" | "read-evidence" | "save-evidence";
export type PutOffFinding = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * Of what, by reference.
 */
about: string, 
/**
 * Of which part of it.
 */
part: string | null, 
/**
 * The day on which it comes back, `2026-11-30`.
 */
until: string, 
/**
 * Why.
 */
reason: string, };
export type PutOffShown = { 
/**
 * The day on which it comes back.
 */
until: string, 
/**
 * Why; none once erased.
 */
reason: string | null, 
/**
 * Who put it off.
 */
by: string, 
/**
 * The entry.
 */
entry: number, };
export type RaciDone = { 
/**
 * Which.
 */
matrix: string, 
/**
 * All matrices after.
 */
view: RaciView, };
export type RaciGoverns = { 
/**
 * The row.
 */
row: string, 
/**
 * The workflows that name it.
 */
workflows: Array<RaciWorkflow>, };
export type RaciImportPreview = { 
/**
 * The file's name.
 */
file: string, 
/**
 * SHA-256 of the file, in hex.
 */
sha256: string, 
/**
 * The matrix of that name, whose draft it would become; none where it would be a new one.
 */
matrix: string | null, 
/**
 * The matrix as it would be drafted. A row of the same activity keeps its identifier.
 */
terms: RaciTerms, 
/**
 * Heads that name no role; their columns are left out.
 */
unknown_roles: Array<string>, 
/**
 * People named accountable whom nobody here is called.
 */
unknown_people: Array<string>, 
/**
 * Rows that would not be taken in.
 */
rejected: Array<RejectedRow>, 
/**
 * What lint would find.
 */
marks: Array<RaciMark>, };
export type RaciMark = { 
/**
 * The rule's identifier.
 */
rule: string, 
/**
 * Whether it keeps the matrix from being applied.
 */
blocks: boolean, 
/**
 * Whether it is a finding that blocks: a workflow that runs is approved by its owner alone.
 */
breaks: boolean, 
/**
 * What it is, in a few words.
 */
title: string, 
/**
 * What it is, in a sentence.
 */
says: string, 
/**
 * Why the rule exists.
 */
why: string, 
/**
 * How to mend it.
 */
mend: string, 
/**
 * The rows at fault, by their place from 0.
 */
rows: Array<number>, 
/**
 * The roles at fault; with the rows, the cells.
 */
roles: Array<string>, 
/**
 * The workflows it is about.
 */
workflows: Array<string>, };
export type RaciMarks = { 
/**
 * What blocks first.
 */
marks: Array<RaciMark>, };
export type RaciMatrix = { 
/**
 * Identifier.
 */
matrix: string, 
/**
 * As it is in force; none while there is only a draft.
 */
in_force: RaciTerms | null, 
/**
 * The entry it is in force since.
 */
since_entry: number | null, 
/**
 * As somebody would have it.
 */
draft: RaciTerms | null, 
/**
 * Who kept the draft.
 */
draft_by: string | null, 
/**
 * When the draft was kept.
 */
draft_at: string | null, 
/**
 * The entry of whatever was last done to it, to hand back with a change.
 */
seen: number, 
/**
 * What lint finds in the draft, or where there is none in what is in force.
 */
marks: Array<RaciMark>, 
/**
 * The workflows each row governs; rows that govern none are left out.
 */
governs: Array<RaciGoverns>, };
export type RaciPerson = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name.
 */
name: string, };
export type RaciQuery = { 
/**
 * As they stood after this entry; now, when absent.
 */
as_of: number | null, };
export type RaciRole = { 
/**
 * Identifier.
 */
role: string, 
/**
 * Name.
 */
name: string, 
/**
 * Who holds it today; nobody when it is vacant.
 */
people: Array<RaciPerson>, };
export type RaciRow = { 
/**
 * Identifier; none for a row that is not kept yet.
 */
row: string | null, 
/**
 * What is done; blank once erased.
 */
activity: string, 
/**
 * Role to letters, such as `RA`.
 */
cells: Record<string, string>, 
/**
 * Who is accountable, where several hold the role.
 */
accountable: string | null, };
export type RaciTerms = { 
/**
 * What it is called; blank once erased.
 */
name: string, 
/**
 * The roles across, in order, by identifier.
 */
roles: Array<string>, 
/**
 * The activities down, in order.
 */
rows: Array<RaciRow>, 
/**
 * For how many activities one person may be accountable; the usual number, when absent.
 */
accountable_at_most: number | null, };
export type RaciView = { 
/**
 * Every matrix in force or drafted, in the order they came.
 */
matrices: Array<RaciMatrix>, 
/**
 * The roles there are, with who holds them.
 */
roles: Array<RaciRole>, 
/**
 * Whether whoever is at the desk may draft and apply.
 */
may_edit: boolean, 
/**
 * The entry it stands after.
 */
as_of: number, };
export type RaciWorkflow = { 
/**
 * Reference.
 */
workflow: string, 
/**
 * Name; none once erased.
 */
name: string | null, };
export type RaiseAction = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who does it.
 */
who: string, 
/**
 * The last day on which it is in time.
 */
due: string, 
/**
 * The cadence whose reviews carry it in; a review's own goes before it.
 */
cadence: string, 
/**
 * What it comes out of.
 */
from: RaisedFrom | null, };
export type RaisePermit = { 
/**
 * Which.
 */
permit: string, };
export type RaisePopulation = { 
/**
 * Which batch.
 */
batch: string, 
/**
 * Which test.
 */
test: PopulationTest, 
/**
 * Which workflow; none for agents that are on no register.
 */
workflow: string | null, };
export type RaisedFrom = { "item": FromItem } | { "exception": string } | { "decision": string };
export type RecentFile = { 
/**
 * Stands for the file in `open_recent`.
 */
id: string, 
/**
 * The workspace's name when it was last open.
 */
name: string, 
/**
 * The file's name.
 */
file: string, 
/**
 * Whether the file is still there.
 */
there: boolean, };
export type RecheckEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * The file; where this machine last saw it, when absent.
 */
grant: Grant | null, };
export type RecordAbsence = { 
/**
 * Which absence is changed; none for a new one.
 */
absence: string | null, 
/**
 * Who. A change keeps whose absence it is.
 */
person: string, 
/**
 * First day away, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Last day away, where one is known.
 */
to: string | null, 
/**
 * Why; may be blank.
 */
reason: string, };
export type RecordCheck = { 
/**
 * What.
 */
asks: CheckAsked, 
/**
 * The item of a review that it is made for.
 */
item: CheckItem | null, 
/**
 * What follows from it; may be blank.
 */
note: string, };
export type RecordLeaving = { 
/**
 * Who.
 */
person: string, 
/**
 * Opens the key of who records it.
 */
passphrase: Passphrase, 
/**
 * Why; kept with the entry.
 */
why: string | null, };
export type RecordObservation = { 
/**
 * Which metric.
 */
metric: string, 
/**
 * Which period: `2026-W47`.
 */
period: string, 
/**
 * The value, digits with at most one point.
 */
value: string, 
/**
 * The review in whose call it is typed.
 */
review: string | null, };
export type RecordOverride = { 
/**
 * What was overridden.
 */
kind: OverrideKind, 
/**
 * The workflow.
 */
workflow: string, 
/**
 * The team it counts for; none takes the only one of who is signed in.
 */
team: string | null, 
/**
 * Where the record lies: its id or address.
 */
pointer: string, 
/**
 * What the AI said.
 */
ai_said: string, 
/**
 * What the human chose.
 */
chose: string, 
/**
 * Why, from the list.
 */
reason: OverrideReason, 
/**
 * Why, in words; may be blank where the list says it.
 */
note: string, 
/**
 * Whether an AI proposed the reason.
 */
generated: boolean, };
export type RecordedCheck = { 
/**
 * As the list shows it.
 */
row: CheckListed, 
/**
 * What follows from it; none where nothing was written, or once erased.
 */
note: string | null, 
/**
 * What it counted.
 */
result: CheckResult, };
export type RegisterColumn = "reference" | "name" | "phase" | "kind" | "tier" | "stage" | "status" | "found-live" | "owner" | "approver" | "kill-switch" | "risk" | "guardrails" | "permitted" | "vendor" | "model" | "certifications" | "next-review" | "raci" | "kpis" | "logs";
export type RegisterQuery = { 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, };
export type RegisterRow = { 
/**
 * Reference.
 */
workflow: string, 
/**
 * Name; none once erased.
 */
name: string | null, 
/**
 * Where it stands.
 */
status: Status, 
/**
 * Whether an inventory found it running before any launch decision.
 */
found_live: boolean, 
/**
 * Its tier, if it has one.
 */
tier: Tier | null, 
/**
 * Whether the tier is only what an inventory stated.
 */
tier_stated: boolean, 
/**
 * How it writes.
 */
write_stage: WriteStage | null, 
/**
 * Phase of the sales process.
 */
phase: Phase | null, 
/**
 * What sort of work it does.
 */
kind: Kind | null, 
/**
 * Owner's name.
 */
owner: string | null, 
/**
 * Whether the owner is a person of this workspace.
 */
owner_known: boolean, 
/**
 * That person.
 */
owner_person: string | null, 
/**
 * Approver's role or name.
 */
approver: string | null, 
/**
 * The approver's role, by identifier.
 */
approver_role: string | null, 
/**
 * Who holds the approver's role; nobody when it is vacant.
 */
approver_people: Array<string>, 
/**
 * Kill-switch owner's name.
 */
kill_switch_owner: string | null, 
/**
 * That person.
 */
kill_switch_person: string | null, 
/**
 * The row of the RACI matrices that governs it.
 */
raci: string | null, 
/**
 * Risky data it touches; none when not answered.
 */
data_risks: Array<DataRisk> | null, 
/**
 * What holds it back.
 */
guardrails: Array<string>, 
/**
 * What it is measured by.
 */
kpis: Array<string>, 
/**
 * The metrics it is measured by, by reference.
 */
metrics: Array<string>, 
/**
 * How many kinds of action are permitted.
 */
permitted: number, 
/**
 * The bottleneck it is meant to open.
 */
bottleneck: string | null, 
/**
 * The outcome expected.
 */
outcome: string | null, 
/**
 * What the AI does.
 */
ai_does: string | null, 
/**
 * What the human does.
 */
human_does: string | null, 
/**
 * What keeps it safe.
 */
governance: string | null, 
/**
 * Vendor.
 */
vendor: string | null, 
/**
 * Product.
 */
product: string | null, 
/**
 * Model with version.
 */
model: string | null, 
/**
 * System of record.
 */
system_of_record: string | null, 
/**
 * Where its logs are.
 */
logs: string | null, 
/**
 * How its effects are undone.
 */
rollback_plan: string | null, 
/**
 * What the vendor holds.
 */
certifications: Array<CertificationShown>, 
/**
 * How long the vendor keeps what it is given.
 */
vendor_retention: string | null, 
/**
 * Whether the vendor trains models on it.
 */
vendor_training: TrainingUse | null, 
/**
 * What it costs and brings.
 */
cost_benefit: CostBenefitShown | null, 
/**
 * The day by which it is to be looked at again, `YYYY-MM-DD`.
 */
next_review: string | null, 
/**
 * Whether that day has passed on the day the view is of.
 */
review_late: boolean, 
/**
 * The entry it was registered with.
 */
since_entry: number, 
/**
 * The entry that last changed it.
 */
changed_entry: number, };
export type RegisterSeen = { 
/**
 * The columns, in order.
 */
columns: Array<RegisterColumn>, 
/**
 * The workflows, in order.
 */
rows: Array<string>, 
/**
 * How they were chosen, such as `status live, sorted by owner`; may be blank.
 */
says: string, };
export type RegisterView = { 
/**
 * All workflows, in order of reference.
 */
workflows: Array<RegisterRow>, 
/**
 * How many are live.
 */
live: number, 
/**
 * How many stand on each tier, 1 to 4, and how many on none.
 */
tiers: [number, number, number, number, number], 
/**
 * The entry it stands after.
 */
as_of: number, };
export type RejectedRow = { 
/**
 * The line it starts on, from 1.
 */
line: number, 
/**
 * The column at fault, where one is.
 */
column: string | null, 
/**
 * Stable code.
 */
code: string, 
/**
 * Why, in a sentence.
 */
says: string, 
/**
 * The row's name or first cell, to recognise it by.
 */
row: string, };
export type ReopenAction = { 
/**
 * Which.
 */
action: string, 
/**
 * Why.
 */
reason: string, };
export type ReplaceKey = { 
/**
 * Opens the old key.
 */
passphrase: Passphrase, 
/**
 * Seals the new one.
 */
new_passphrase: Passphrase, 
/**
 * Why; kept with the entry.
 */
why: string | null, };
export type ReportException = { 
/**
 * What sort of thing.
 */
kind: ExceptionKind, 
/**
 * How bad it is.
 */
severity: ExceptionSeverity, 
/**
 * The workflow it is about.
 */
workflow: string | null, 
/**
 * What happened.
 */
what: string, 
/**
 * Where it lies, in another system; may be blank.
 */
pointer: string, 
/**
 * The review and the item it came up in.
 */
from: FromItem | null, };
export type ReportOffered = { 
/**
 * Which report it is.
 */
paper: Paper, 
/**
 * Of which record.
 */
of: string, 
/**
 * What that record is called; nothing once its words are erased.
 */
title: string | null, 
/**
 * When it was closed, proposed, planned or written, RFC 3339 with offset.
 */
at: string, };
export type ReportPages = { 
/**
 * The PDF, in base64.
 */
pdf: string, 
/**
 * The last entry of the record that they show.
 */
as_of: number, };
export type ReportsView = { 
/**
 * The fiscal quarters since the workspace began, the latest first.
 */
quarters: Array<string>, 
/**
 * Records that have pages of their own: the latest few of each kind.
 */
records: Array<ReportOffered>, };
export type RequestAttestation = { 
/**
 * Of which policy.
 */
policy: string, 
/**
 * Where the request goes.
 */
grant: Grant, };
export type RequestCountersignature = { 
/**
 * Of which review.
 */
review: string, 
/**
 * Where the request goes.
 */
grant: Grant, };
export type RequestKey = { 
/**
 * Who is stuck.
 */
person: string, 
/**
 * Seals the new key on this machine.
 */
new_passphrase: Passphrase, 
/**
 * Where the request goes.
 */
grant: Grant, };
export type RequestMade = { 
/**
 * Its file.
 */
file: Written, 
/**
 * What it asks.
 */
request: RequestView, 
/**
 * Everybody, the key that waits among their keys.
 */
people: PeopleView, };
export type RequestSeed = { 
/**
 * Of which sample.
 */
sample: string, 
/**
 * Where the request goes.
 */
grant: Grant, };
export type RequestShown = { 
/**
 * What, in the proposer's words.
 */
what: string | null, 
/**
 * The permit wanted.
 */
permit: PermitShown | null, };
export type RequestView = { 
/**
 * SHA-256 of its file, in hex.
 */
sha256: string, 
/**
 * The workspace, as the request calls it, or as it is called where it is open here.
 */
workspace: string, 
/**
 * The workspace's id.
 */
ws: string, 
/**
 * Whether that workspace is open here, so that its names and keys were held against it.
 */
known: boolean, 
/**
 * What it asks for.
 */
asks: Asks, 
/**
 * Until when an answer is of use, RFC 3339.
 */
expires: string, 
/**
 * Whose key lies on this machine, so that they could sign.
 */
signers: Array<Signer>, 
/**
 * Why nobody should sign it, where that is so.
 */
refused: Problem | null, };
export type RequestVotes = { 
/**
 * On which decision.
 */
decision: string, 
/**
 * Where the request goes.
 */
grant: Grant, };
export type RequirementQuery = { 
/**
 * Which, by reference.
 */
requirement: string, 
/**
 * In which period.
 */
within: CoverageQuery, };
export type RequirementRow = { 
/**
 * Its reference among all frameworks.
 */
reference: string, 
/**
 * What people call it: `GOVERN 1.1`, `Clause 5.2`, `Article 26(5)`.
 */
called: string, 
/**
 * What it stands under.
 */
group: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * What a revenue team does to meet it.
 */
asks: string, 
/**
 * The day from which it applies, where it is law.
 */
applies_from: string | null, 
/**
 * Whether that day has come by the period's end.
 */
applies: boolean, 
/**
 * How it stands.
 */
coverage: Coverage, 
/**
 * Pieces of evidence in the period.
 */
inside: number, 
/**
 * Pieces of evidence from before it.
 */
earlier: number, 
/**
 * The newest of them.
 */
newest: EvidenceFound | null, 
/**
 * What would show it, in words.
 */
sources: Array<string>, 
/**
 * What was asked of people for it and is not there.
 */
missing: Array<EvidenceMissing>, 
/**
 * Why it is not asked here.
 */
out: NotAsked | null, };
export type RequirementView = { 
/**
 * The period.
 */
period: CoveragePeriod, 
/**
 * Of which framework.
 */
framework: Framework, 
/**
 * What people call that.
 */
framework_name: string, 
/**
 * The requirement as lists show it.
 */
row: RequirementRow, 
/**
 * What is evidence for it by itself.
 */
sources: Array<SourceShown>, 
/**
 * What the team added.
 */
mapped: Array<MappingShown>, 
/**
 * Whether whoever is signed in may add to that.
 */
may_map: boolean, 
/**
 * Whether they may ask it again, or propose not to.
 */
may_scope: boolean, };
export type RescheduleAction = { 
/**
 * Which.
 */
action: string, 
/**
 * The last day on which it is in time.
 */
due: string, 
/**
 * Why.
 */
reason: string, };
export type ResolveException = { 
/**
 * Which.
 */
exception: string, 
/**
 * What was found and done.
 */
words: string, };
export type RetireCadence = { 
/**
 * Which.
 */
cadence: string, 
/**
 * Why; may be blank.
 */
why: string, };
export type RetireKey = { 
/**
 * Whose.
 */
person: string, 
/**
 * Its id.
 */
key: string, 
/**
 * Opens the key of who retires it.
 */
passphrase: Passphrase, 
/**
 * Why; kept with the entry.
 */
why: string | null, };
export type RetireMetric = { 
/**
 * Which.
 */
metric: string, 
/**
 * Why.
 */
reason: string, };
export type ReturnRow = { 
/**
 * Reference.
 */
workflow: string, 
/**
 * Name.
 */
name: string, 
/**
 * The figures.
 */
figures: CostBenefitShown, };
export type ReturnTotal = { 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * What they cost in a year.
 */
cost_a_year: string, 
/**
 * What they bring.
 */
benefit_a_year: string, 
/**
 * The difference.
 */
return_a_year: string, };
export type ReturnsView = { 
/**
 * Those that state it.
 */
rows: Array<ReturnRow>, 
/**
 * Together, currency by currency: those that state both.
 */
totals: Array<ReturnTotal>, 
/**
 * What they show.
 */
shows: string, 
/**
 * What they do not.
 */
not: Array<string>, };
export type ReviewMonth = { 
/**
 * The month, `2026-11`; the one that runs, when absent.
 */
month: string | null, };
export type ReviewMonthView = { 
/**
 * The month, `2026-11`.
 */
month: string, 
/**
 * The zone by which days are told apart: the workspace's.
 */
zone: string, 
/**
 * Today in that zone.
 */
today: string, 
/**
 * The days, in order; the first and the last week may hold days of other months.
 */
days: Array<MonthDay>, };
export type ReviewQuery = { 
/**
 * Which.
 */
review: string, };
export type ReviewRow = { 
/**
 * Name by cadence and period.
 */
review: string, 
/**
 * Its cadence.
 */
cadence: string, 
/**
 * What its cadence is called.
 */
name: string, 
/**
 * When it is due, local to its cadence: RFC 3339 with offset.
 */
due: string, 
/**
 * Where it stands.
 */
state: ReviewState, 
/**
 * Minutes planned.
 */
minutes: number, 
/**
 * Items answered.
 */
answered: number, 
/**
 * Items there are.
 */
items: number, 
/**
 * Outcomes found so far: fine, attention, breach, not applicable.
 */
found: [number, number, number, number], 
/**
 * Whether a second person has countersigned.
 */
countersigned: boolean, };
export type ReviewState = "coming" | "due" | "late" | "open" | "closed" | "missed";
export type ReviewView = { 
/**
 * Name by cadence and period.
 */
review: string, 
/**
 * What its cadence is called.
 */
name: string, 
/**
 * When it is due, RFC 3339 with the offset of its zone.
 */
due: string, 
/**
 * Where it stands.
 */
state: ReviewState, 
/**
 * From when it may be opened.
 */
opens: string, 
/**
 * When the next falls due: one that was not opened by then is missed for ever. None where
 * none follows.
 */
next_due: string | null, 
/**
 * When it was opened.
 */
opened: string | null, 
/**
 * Minutes planned.
 */
minutes: number, 
/**
 * Who chairs, by reference.
 */
chair: string | null, 
/**
 * Who chairs, by name.
 */
chair_name: string | null, 
/**
 * Whether who is signed in may answer and close.
 */
yours: boolean, 
/**
 * Whether who is signed in may take the chair.
 */
may_chair: boolean, 
/**
 * How the chair changed hands.
 */
chairs_taken: Array<ChairRow>, 
/**
 * When the meeting took place, where that was stated apart from the entries.
 */
held: Meeting | null, 
/**
 * The agenda.
 */
items: Array<ItemRow>, 
/**
 * Whether it can still be opened and its cadence offers evidence that none of its items pulls yet.
 */
offers_evidence: boolean, 
/**
 * Items left.
 */
left: number, 
/**
 * Who is asked for, role by role.
 */
attendance: Array<AttendanceRow>, 
/**
 * Required roles that took part.
 */
reached: number, 
/**
 * Required roles that are held.
 */
required: number, 
/**
 * Roles that a quorum needs.
 */
quorum: number, 
/**
 * Required roles that nobody holds, by name.
 */
vacant: Array<string>, 
/**
 * Attentions and breaches of the review before.
 */
carried_in: Array<ItemRow>, 
/**
 * Action items of the cadence that were to be done when it was opened, as they stand.
 */
carried_actions: Array<ActionRow>, 
/**
 * Words added after closing.
 */
addenda: Array<Addendum>, 
/**
 * Who signed it, once closed.
 */
closed: Signature | null, 
/**
 * The role whose countersignature the cadence asks for, by name.
 */
countersigned_by: string | null, 
/**
 * Whether who is signed in may countersign it.
 */
may_countersign: boolean, 
/**
 * Who countersigned it.
 */
countersigned: Signature | null, 
/**
 * What the board is told, as it was signed with the closing; none where nobody wrote it.
 */
narrative: string | null, 
/**
 * What the countersigner states; none where they state nothing.
 */
statement: string | null, };
export type ReviewerNamed = { 
/**
 * Who, by reference.
 */
person: string, 
/**
 * Who, by name.
 */
name: string, };
export type ReviewsView = { 
/**
 * What can be opened or is open, soonest due first.
 */
waiting: Array<ReviewRow>, 
/**
 * The next to come, of each cadence.
 */
coming: Array<ReviewRow>, 
/**
 * The latest closed and missed ones, newest first.
 */
past: Array<ReviewRow>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, 
/**
 * Held of expected so far.
 */
held: number, 
/**
 * Expected so far.
 */
expected: number, };
export type RevisePolicy = { 
/**
 * Which.
 */
policy: string, 
/**
 * The last version its writer has seen.
 */
seen: number, 
/**
 * What it says.
 */
given: PolicyGiven, 
/**
 * Why; kept with the entry.
 */
why: string, };
export type Rhythm = { 
/**
 * The weeks that the quarter touches.
 */
weeks: Array<RhythmWeek>, 
/**
 * A row for each cadence, the most frequent first.
 */
rows: Array<RhythmRow>, };
export type RhythmMark = { 
/**
 * Its name.
 */
review: string, 
/**
 * Where it stands.
 */
state: ReviewState, 
/**
 * The day it is due.
 */
day: string, };
export type RhythmRow = { 
/**
 * The cadence.
 */
cadence: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * For each week, the reviews due in it.
 */
weeks: Array<Array<RhythmMark>>, 
/**
 * Reviews held this quarter of those whose time is over.
 */
held: number, 
/**
 * Reviews whose time is over this quarter.
 */
expected: number, 
/**
 * When the next one is due, RFC 3339 with the offset of its zone.
 */
next: string | null, };
export type RhythmWeek = { 
/**
 * ISO week, from 1.
 */
week: number, 
/**
 * Its Monday.
 */
from: string, 
/**
 * The month, 1 to 12, that begins in it or, for the first, that it lies in.
 */
month: number | null, 
/**
 * Whether today lies in it.
 */
now: boolean, };
export type RightGiven = { 
/**
 * Which decisions.
 */
kind: DecisionKind, 
/**
 * Only those about this workflow.
 */
workflow: string | null, 
/**
 * Roles that propose, by identifier.
 */
propose: Array<string>, 
/**
 * Roles that are consulted.
 */
consult: Array<string>, 
/**
 * Whether they are heard before an approval counts.
 */
consult_first: boolean, 
/**
 * Roles that approve.
 */
approve: Array<string>, 
/**
 * How many of them it takes.
 */
how: How, 
/**
 * Hours until a proposal lapses.
 */
hours: number, 
/**
 * What must be shown.
 */
evidence: Array<EvidenceAsked>, };
export type RightShown = { 
/**
 * Which decisions.
 */
kind: DecisionKind, 
/**
 * What people call them.
 */
kind_words: string, 
/**
 * Only those about this workflow.
 */
workflow: string | null, 
/**
 * Who proposes.
 */
propose: Array<RoleNamed>, 
/**
 * Who is consulted.
 */
consult: Array<RoleNamed>, 
/**
 * Whether they are heard before an approval counts.
 */
consult_first: boolean, 
/**
 * Who approves.
 */
approve: Array<RoleNamed>, 
/**
 * How many of them it takes.
 */
how: How, 
/**
 * Hours until a proposal lapses.
 */
hours: number, 
/**
 * What must be shown.
 */
evidence: Array<EvidenceAsked>, 
/**
 * All of it in a line.
 */
says: string, };
export type RightsView = { 
/**
 * In force, whole.
 */
rights: Array<RightShown>, 
/**
 * The entry since which; 0 where nobody has set any.
 */
since: number, 
/**
 * Why whoever is signed in may not propose others.
 */
refused: Problem | null, };
export type RoleChoice = { 
/**
 * Its identifier.
 */
role: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether nobody holds it now.
 */
vacant: boolean, };
export type RoleHeld = { 
/**
 * Identifier.
 */
role: string, 
/**
 * Name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, };
export type RoleNamed = { 
/**
 * Identifier.
 */
role: string, 
/**
 * Name.
 */
name: string, };
export type RoleRow = { 
/**
 * Identifier.
 */
role: string, 
/**
 * Name.
 */
name: string, 
/**
 * Who holds it today or later.
 */
holders: Array<PlaceRow>, 
/**
 * Its deputies, in the order in which they are asked.
 */
deputies: Array<PlaceRow>, 
/**
 * Whom to call for it, in that order.
 */
on_call: Array<PlaceRow>, 
/**
 * Who acts for it today.
 */
acting: Array<ActingRow>, 
/**
 * Holders who are away today and in whose place nobody acts, by name.
 */
uncovered: Array<string>, };
export type RolloutCondition = "registered" | "tiered" | "owned" | "one-page" | "approved" | "guarded" | "signers" | "ruled" | "decided" | "located" | "logged" | "replays" | "measured" | "trained" | "reviewed" | "repeated";
export type RolloutLacking = { 
/**
 * Which.
 */
workflow: string, 
/**
 * What it is called; none once erased or where nobody has named it.
 */
name: string | null, 
/**
 * Where that is mended.
 */
place: MendPlace, };
export type RolloutMet = "met" | "not-yet" | "unchecked";
export type RolloutPart = { 
/**
 * Which.
 */
week: RolloutWeek, 
/**
 * What it is about.
 */
name: string, 
/**
 * What there is at its end.
 */
delivers: string, 
/**
 * Its first day, counted from the one on which the workspace began.
 */
first: number, 
/**
 * Its last.
 */
last: number, 
/**
 * That first day, `2026-05-04`.
 */
from: string, 
/**
 * That last day.
 */
to: string, 
/**
 * How far it is.
 */
stage: RolloutStage, 
/**
 * Conditions of it that are met.
 */
met: number, 
/**
 * What it asks, in the order in which it is best done.
 */
conditions: Array<RolloutRow>, };
export type RolloutRow = { 
/**
 * Which.
 */
condition: RolloutCondition, 
/**
 * What it asks.
 */
asks: string, 
/**
 * Whether it is so.
 */
met: RolloutMet, 
/**
 * The figure that this rests on.
 */
says: string, 
/**
 * What to do next, where it is not so.
 */
next: string | null, 
/**
 * Where that is done.
 */
place: MendPlace, 
/**
 * When an entry met it for the first time, RFC 3339 with the offset of the workspace's zone;
 * none where no one entry does.
 */
first_at: string | null, 
/**
 * That entry.
 */
first_entry: number | null, 
/**
 * The first few workflows that keep it from being so.
 */
lacking: Array<RolloutLacking>, 
/**
 * How many more do.
 */
more: number, };
export type RolloutStage = "complete" | "running" | "late" | "coming";
export type RolloutView = { 
/**
 * The day on which the workspace began, `2026-05-04`.
 */
began: string, 
/**
 * Which day of it this is, from 1.
 */
day: number, 
/**
 * Conditions that are met.
 */
met: number, 
/**
 * Conditions there are.
 */
of: number, 
/**
 * Whether it is still pointed at: the workspace is young, or something is not met.
 */
pointed_at: boolean, 
/**
 * Its weeks, in order.
 */
weeks: Array<RolloutPart>, };
export type RolloutWeek = "inventory" | "approvals" | "trail" | "rhythm";
export type RouteSet = { 
/**
 * Which kind.
 */
kind: ExceptionKind, 
/**
 * The roles that are asked; the first leads.
 */
roles: Array<string>, };
export type RouteShown = { 
/**
 * Which kind.
 */
kind: ExceptionKind, 
/**
 * The roles that are asked; the first leads.
 */
roles: Array<RoleNamed>, };
export type RowPart = "taken" | "rejected";
export type RowsAsked = { 
/**
 * Of these batches.
 */
batches: Array<string>, 
/**
 * From this day on, `2026-11-02` in the workspace's zone.
 */
from: string | null, 
/**
 * Up to the end of this day.
 */
to: string | null, 
/**
 * Only those that say this.
 */
only: OnlyGiven | null, };
export type Rule = "launch.permissions-tiered" | "launch.write-stage" | "launch.owner" | "launch.approver" | "launch.kill-switch" | "launch.data-risk" | "launch.always-approved" | "launch.hard-limits" | "launch.timeboxed" | "launch.monitored" | "launch.rollback-plan" | "launch.discount-bounded" | "launch.enrichment-keeps" | "launch.first-touch" | "launch.risky-messages" | "launch.logs" | "launch.certification" | "conduct.launch-decided" | "conduct.requester-apart" | "conduct.one-step" | "conduct.tester-apart" | "conduct.steps-shown" | "conduct.heard-first" | "conduct.approvals-exact" | "conduct.approvals-lapse" | "conduct.sponsor-made" | "conduct.permit-kept" | "conduct.loosened-by-two" | "conduct.repeated-overrides" | "conduct.exception-in-time" | "conduct.postmortem-written" | "conduct.drill-held" | "conduct.stop-confirmed" | "conduct.baseline-held" | "conduct.metric-measured" | "conduct.certification-lasts" | "conduct.workflow-reviewed" | "conduct.reviews-held" | "conduct.policy-attested" | "raci.one-accountable" | "raci.one-responsible" | "raci.accountable-named" | "raci.role-held" | "raci.not-too-much" | "raci.approver-apart" | "raci.workflow-covered";
export type RuleNumber = { 
/**
 * Its identifier.
 */
number: Number, 
/**
 * What it counts.
 */
words: string, 
/**
 * As it is set.
 */
value: number, 
/**
 * As a workspace starts.
 */
usual: number, 
/**
 * The least it may be.
 */
least: number, 
/**
 * The most it may be.
 */
most: number, 
/**
 * Whether a higher one lets more through.
 */
higher_is_looser: boolean, };
export type RuleRow = { 
/**
 * The rule.
 */
rule: RuleShown, 
/**
 * Whether it is on.
 */
on: boolean, 
/**
 * Whether a decision may switch it off.
 */
may_be_off: boolean, 
/**
 * The numbers it counts with.
 */
numbers: Array<RuleNumber>, 
/**
 * Where exceptions go, kind by kind; of the rule that says so.
 */
routes: Array<RouteShown>, 
/**
 * Its findings, put off ones too.
 */
findings: number, };
export type RuleShown = { 
/**
 * Its identifier.
 */
rule: Rule, 
/**
 * When it is asked.
 */
group: Group, 
/**
 * Whether it blocks.
 */
blocks: boolean, 
/**
 * In a sentence.
 */
sentence: string, 
/**
 * Why it exists.
 */
why: string, 
/**
 * How to mend what breaks it.
 */
mend: string, };
export type RuleSwitched = { 
/**
 * Which.
 */
rule: Rule, 
/**
 * Whether it is to be on.
 */
on: boolean, };
export type RulesView = { 
/**
 * In the order in which they are told.
 */
rules: Array<RuleRow>, 
/**
 * The entry that set them last; none while they stand as a workspace starts.
 */
since_entry: number | null, 
/**
 * The entry they stand after.
 */
as_of: number, };
export type RunCheck = { 
/**
 * What.
 */
asks: CheckAsked, };
export type RunShown = { 
/**
 * Since when.
 */
from: string, 
/**
 * When it was due; none while it stands still in time.
 */
due: string | null, 
/**
 * When it was resolved; none while it is not.
 */
ended: string | null, 
/**
 * Whether the due passed before.
 */
late: boolean, };
export type RunningRow = { 
/**
 * Reference.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
name: string | null, 
/**
 * Where it is to be confirmed that it acts no more.
 */
systems: Array<string>, 
/**
 * Whether a drill can be run: it is live, none is under way, and who is signed in may.
 */
may_drill: boolean, };
export type SampleActs = { 
/**
 * Complete its seed.
 */
draw: boolean, 
/**
 * Test its items.
 */
test: boolean, 
/**
 * Draw more, as the plan says.
 */
extend: boolean, 
/**
 * Confirm it.
 */
confirm: boolean, 
/**
 * Give it up.
 */
abandon: boolean, };
export type SampleAttribute = "correct" | "approved" | "guardrails" | "disclosed";
export type SampleCell = { 
/**
 * The field, as the ledger spells it.
 */
field: string, 
/**
 * The field in words.
 */
words: string, 
/**
 * What it says.
 */
says: string, };
export type SampleExtension = { 
/**
 * So many items in error bring it about; at least one.
 */
errors: number, 
/**
 * So many more rows are then drawn; at least one.
 */
rows: number, };
export type SampleField = { 
/**
 * As the ledger spells it.
 */
field: string, 
/**
 * In words.
 */
words: string, };
export type SampleFinding = { 
/**
 * The attribute.
 */
attribute: SampleAttribute, 
/**
 * Whether it holds.
 */
held: SampleHeld, };
export type SampleForm = "pdf" | "items" | "rows";
export type SampleHeld = "yes" | "no" | "not-applicable";
export type SampleItem = { 
/**
 * Its place in the draw, from 1.
 */
place: number, 
/**
 * The row's number in its batch.
 */
row: number, 
/**
 * Its stratum.
 */
stratum: string | null, 
/**
 * The row's hash, in hex; none once its batch was purged.
 */
row_hash: string | null, 
/**
 * SHA-256 of seed and row hash, in hex; none where rows are not drawn by it.
 */
order_hash: string | null, 
/**
 * What the log says of it, field by field; empty once its batch was purged.
 */
cells: Array<SampleCell>, 
/**
 * What was found; none while it is left to test.
 */
findings: Array<SampleFinding>, 
/**
 * In words.
 */
note: string | null, 
/**
 * What bears it out.
 */
evidence: Array<string>, 
/**
 * The entry that tested it.
 */
entry: number | null, 
/**
 * Whether it is in error; none while it is left to test.
 */
error: boolean | null, };
export type SampleMethod = "simple" | "every-kth" | "stratified";
export type SampleOther = { 
/**
 * Reference.
 */
sample: string, 
/**
 * The batch it is of.
 */
batch: string, 
/**
 * How far it is.
 */
stage: SampleStage, 
/**
 * The entry that planned it.
 */
entry: number, };
export type SampleQuery = { 
/**
 * Its reference.
 */
sample: string, };
export type SampleRow = { 
/**
 * Reference.
 */
sample: string, 
/**
 * What it is a sample of; none once erased.
 */
title: string | null, 
/**
 * The batch.
 */
batch: string, 
/**
 * How far it is.
 */
stage: SampleStage, 
/**
 * How rows are chosen.
 */
method: SampleMethod, 
/**
 * How many rows there are to draw from.
 */
rows: number, 
/**
 * How many are drawn.
 */
take: number, 
/**
 * How many of them are tested.
 */
tested: number, 
/**
 * How many of those are in error.
 */
errors: number, 
/**
 * When it was planned, RFC 3339 with the offset of the workspace's zone.
 */
planned: string, 
/**
 * The entry that planned it.
 */
entry: number, 
/**
 * Who tests it, by reference.
 */
tester: string, 
/**
 * Who tests it, by name.
 */
tester_name: string, 
/**
 * What it proves, in a sentence; none until every item is tested.
 */
says: string | null, };
export type SampleSize = { "by": "number", 
/**
 * Rows; at least one.
 */
rows: number, } | { "by": "percent", 
/**
 * 1 to 100.
 */
percent: number, } | { "by": "guidance", 
/**
 * 1 to 50.
 */
below_percent: number, };
export type SampleStage = "planned" | "lapsed" | "drawn" | "tested" | "confirmed" | "abandoned";
export type SampleView = { 
/**
 * As the list shows it.
 */
row: SampleRow, 
/**
 * Why it was planned; none once erased.
 */
why: string | null, 
/**
 * Base64 of the root over the rows of the batch.
 */
batch_root: string, 
/**
 * Only rows that say this.
 */
only: OnlyGiven | null, 
/**
 * What divides them, in words.
 */
strata_by: string | null, 
/**
 * The strata, each with what it alone proves.
 */
strata: Array<StratumRow>, 
/**
 * How many were asked for, in words.
 */
size_words: string, 
/**
 * What is tested.
 */
attributes: Array<SampleAttribute>, 
/**
 * When more are drawn.
 */
extension: SampleExtension | null, 
/**
 * Whether more are due as planned, and were not drawn.
 */
extension_due: boolean, 
/**
 * The review it is for.
 */
review: string | null, 
/**
 * Whose signature draws it; none in plans of before reviewers were named.
 */
reviewer: ReviewerNamed | null, 
/**
 * Until when the seed may be completed, RFC 3339 with the offset of the workspace's zone.
 */
until: string, 
/**
 * The tree after the plan, `<size>:<root in hex>`: what the seed is made of.
 */
root: string, 
/**
 * What a reviewer signs to complete the seed: SHA-256 in hex.
 */
seed_subject: string, 
/**
 * The draw.
 */
draw: DrawShown | null, 
/**
 * The items, in the order drawn.
 */
items: Array<SampleItem>, 
/**
 * What a reviewer signs to confirm it: SHA-256 in hex; none until every item is tested.
 */
confirmation_subject: string | null, 
/**
 * Who confirmed it, when, with which entry.
 */
confirmed: SignedBy | null, 
/**
 * Who gave it up, when, with which entry.
 */
abandoned: SignedBy | null, 
/**
 * Why it was given up.
 */
abandoned_why: string | null, 
/**
 * Every other sample of these rows, or of rows of the same time from the same source.
 */
others: Array<SampleOther>, 
/**
 * What it would take to steer the draw, in a sentence.
 */
collusion: string, 
/**
 * How a limit falls with the items tested, to draw.
 */
curve: Array<CurvePoint>, 
/**
 * What whoever is signed in may do.
 */
acts: SampleActs, };
export type SamplesView = { 
/**
 * Every sample, also those given up and those never drawn.
 */
rows: Array<SampleRow>, 
/**
 * What the samples of the last 13 weeks prove of each workflow.
 */
pools: Array<PoolRow>, };
export type SaveEvidence = { 
/**
 * Which.
 */
evidence: string, 
/**
 * Where it goes.
 */
grant: Grant, };
export type SaveKeyFile = { 
/**
 * Where it goes.
 */
grant: Grant, };
export type SaveRejected = { 
/**
 * The inventory.
 */
source: Grant, 
/**
 * How to read it.
 */
reading: ImportReading, 
/**
 * Whether known workflows are changed; what the register refuses of that is among the rows.
 */
update: boolean, 
/**
 * Where the rows go.
 */
grant: Grant, };
export type SaveRejectedActions = { 
/**
 * The action log.
 */
source: Grant, 
/**
 * How to read it.
 */
reading: LogReading, 
/**
 * Where the rows go.
 */
grant: Grant, };
export type SaveRejectedHolidays = { 
/**
 * The file of holidays.
 */
source: Grant, 
/**
 * Where the rows go.
 */
grant: Grant, };
export type SaveRejectedMetrics = { 
/**
 * The table.
 */
source: Grant, 
/**
 * Where the rows go.
 */
grant: Grant, };
export type SaveRejectedPeople = { 
/**
 * The list.
 */
source: Grant, 
/**
 * Where the rows go.
 */
grant: Grant, };
export type Scorecard = { 
/**
 * Of which workflow; none for the whole program.
 */
workflow: string | null, 
/**
 * What that is called; none once erased.
 */
name: string | null, 
/**
 * The scorecards there are beside the program's: workflows that something is measured of.
 */
cards: Array<CardPick>, 
/**
 * The six classes in their order, those without a metric left out.
 */
classes: Array<ScorecardClass>, 
/**
 * What happened within the time its charts show, lettered in the order of time.
 */
events: Array<LineEvent>, 
/**
 * How many metrics have a value or a baseline.
 */
measured: number, 
/**
 * How many of these are out of line.
 */
out_of_line: number, 
/**
 * The entry it stands after.
 */
as_of: number, };
export type ScorecardClass = { 
/**
 * Which.
 */
class: Class, 
/**
 * The metrics, those measured first.
 */
metrics: Array<ScorecardMetric>, };
export type ScorecardMetric = { 
/**
 * As the list has it.
 */
row: MetricRow, 
/**
 * Whether it is the program's, counted for this workflow alone.
 */
narrowed: boolean, 
/**
 * What stands on its line.
 */
marks: Array<LineMark>, 
/**
 * The activity that it complements.
 */
beside: Complemented | null, };
export type ScorecardQuery = { 
/**
 * Of which workflow; of the whole program, when absent.
 */
workflow: string | null, 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, };
export type SeatRow = { 
/**
 * To approve, or to be heard.
 */
part: Part, 
/**
 * The role.
 */
role: RoleNamed, 
/**
 * Who acts for it today, by name; nobody where it is vacant.
 */
people: Array<string>, 
/**
 * Whether whoever is signed in is among them.
 */
mine: boolean, 
/**
 * Whether it is waited for now.
 */
waited_for: boolean, 
/**
 * The vote that counts for it, by its place in the votes.
 */
vote: number | null, };
export type SectionGiven = { 
/**
 * The heading.
 */
heading: string, 
/**
 * What it says; a line that begins with `- ` is an item of a list.
 */
body: string, };
export type SectionShown = { 
/**
 * The heading; none once erased.
 */
heading: string | null, 
/**
 * What it says; none once erased.
 */
body: string | null, };
export type SeedAsked = { 
/**
 * The sample.
 */
sample: string, 
/**
 * What it is a sample of.
 */
title: string, 
/**
 * Who planned it and tests it, by reference, as the request tells.
 */
by: string, 
/**
 * Their name, as the request tells it.
 */
by_name: string, 
/**
 * The batch.
 */
batch: string, 
/**
 * The whole plan in words, line by line: what, and how much.
 */
lines: Array<[string, string]>, 
/**
 * The tree after the plan, `<size>:<root in hex>`.
 */
root: string, 
/**
 * SHA-256 of plan and tree, in hex: what is signed.
 */
subject: string, };
export type SeedRequested = { 
/**
 * Its file.
 */
file: Written, 
/**
 * What it asks.
 */
request: RequestView, };
export type SegmentShown = { 
/**
 * What its rows say.
 */
name: string, 
/**
 * Those selected.
 */
selected: number, 
/**
 * All of it.
 */
all: number, 
/**
 * The share selected, 0 to 1.
 */
rate: number, 
/**
 * That share over the highest segment's; none where segments don't compare.
 */
ratio: string | null, 
/**
 * Whether the ratio is below four fifths.
 */
below: boolean, 
/**
 * Whether it has so few rows that its share says little.
 */
few: boolean, 
/**
 * The probability of such a difference from the highest by chance alone.
 */
p: string | null, 
/**
 * Whether it is the one that is selected most.
 */
highest: boolean, };
export type SetBaseline = { 
/**
 * Which metric.
 */
metric: string, 
/**
 * The value, digits with at most one point.
 */
value: string, 
/**
 * The first period: `2026-W48`.
 */
from: string, 
/**
 * Why this value.
 */
reason: string, };
export type SetCadence = { 
/**
 * The cadence.
 */
terms: CadenceDraft, 
/**
 * Whether it is a new one: then its identifier may not be in use.
 */
begins: boolean, 
/**
 * Why; may be blank.
 */
why: string, };
export type SetCalendar = { 
/**
 * The days of the week on which people work.
 */
business_days: Array<string>, 
/**
 * The holidays.
 */
holidays: Array<HolidayRow>, 
/**
 * Why; may be blank.
 */
why: string, };
export type SetExceptionSeverity = { 
/**
 * Which.
 */
exception: string, 
/**
 * How bad it is.
 */
severity: ExceptionSeverity, 
/**
 * Why.
 */
why: string, };
export type SetNotifications = { 
/**
 * Whether at all.
 */
on: boolean, 
/**
 * From when on it is quiet, `18:00`; none for no such hours.
 */
quiet_from: string | null, 
/**
 * Until when.
 */
quiet_to: string | null, 
/**
 * Whether Saturdays and Sundays are quiet too.
 */
quiet_weekends: boolean, };
export type SetOnCall = { 
/**
 * Which role.
 */
role: string, 
/**
 * The order; empty for none.
 */
order: Array<Place>, };
export type SetTeam = { 
/**
 * Which team is changed; none for a new one.
 */
team: string | null, 
/**
 * What people call it.
 */
name: string, 
/**
 * Who manages it.
 */
manager: string | null, 
/**
 * Who belongs to a new team from today.
 */
members: Array<string>, };
export type SetWorkflowStatus = { 
/**
 * Which workflow.
 */
workflow: string, 
/**
 * Where it stands from now on.
 */
status: Status, 
/**
 * Why.
 */
why: string, };
export type SettingGiven = { "setting": "cadence", 
/**
 * As it is to be.
 */
terms: CadenceDraft, } | { "setting": "cadence-retired", 
/**
 * Which.
 */
cadence: string, } | { "setting": "calendar", 
/**
 * The days of the week on which people work.
 */
business_days: Array<string>, 
/**
 * The holidays, all of them.
 */
holidays: Array<HolidayRow>, } | { "setting": "metric", 
/**
 * Which.
 */
metric: string, 
/**
 * As it is to be.
 */
terms: MetricTerms, } | { "setting": "metric-retired", 
/**
 * Which.
 */
metric: string, } | { "setting": "baseline", 
/**
 * Which metric.
 */
metric: string, 
/**
 * The value.
 */
value: string, 
/**
 * The first period that is held against it.
 */
from: string, } | { "setting": "scope", 
/**
 * Which, by reference.
 */
of: string, 
/**
 * Why it is not.
 */
why: string, } | { "setting": "policy", 
/**
 * Which policy.
 */
policy: string, 
/**
 * Which version.
 */
version: number, 
/**
 * SHA-256 of the version that was read, in hex.
 */
hash: string, } | { "setting": "policy-retired", 
/**
 * Which.
 */
policy: string, };
export type SettledRow = { 
/**
 * Whether it was applied; otherwise it was withdrawn.
 */
applied: boolean, 
/**
 * By whom.
 */
by_name: string, 
/**
 * When.
 */
at: string, 
/**
 * The entry.
 */
entry: number, };
export type Shadow = { 
/**
 * As the log calls it; blank where it names none.
 */
name: string, 
/**
 * How many actions.
 */
count: number, 
/**
 * The time of its first action.
 */
first: string, 
/**
 * The time of its last one.
 */
last: string, 
/**
 * The workflow that bears the name by now.
 */
registered_as: string | null, };
export type ShownBy = { "by": "thing", 
/**
 * Its reference.
 */
reference: string, } | { "by": "item", 
/**
 * Of which cadence.
 */
cadence: string, 
/**
 * Which.
 */
item: string, } | { "by": "rule", 
/**
 * Which.
 */
rule: Rule, };
export type SignIn = { 
/**
 * Who.
 */
person: string, 
/**
 * Opens their key.
 */
passphrase: Passphrase, };
export type SignRequest = { 
/**
 * The request's file.
 */
grant: Grant, 
/**
 * SHA-256 of the file that was read, in hex: only that is signed.
 */
sha256: string, 
/**
 * Who signs.
 */
person: string, 
/**
 * Yes or no.
 */
approve: boolean, 
/**
 * Whether a vote is that of somebody consulted: it is heard, and decides nothing.
 */
consulted: boolean, 
/**
 * Why, in their words; may be blank.
 */
reason: string, 
/**
 * Opens their key.
 */
passphrase: Passphrase, 
/**
 * Where the statement goes.
 */
out: Grant, };
export type Signature = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * SHA-256 of the public key, in hex.
 */
fingerprint: string, 
/**
 * The entry.
 */
entry: number, 
/**
 * The head after it, `size:hex`.
 */
head: string, };
export type SignedBy = { 
/**
 * Who, by reference.
 */
person: string, 
/**
 * Who, by name.
 */
name: string, 
/**
 * When it was entered, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * The entry.
 */
entry: number, };
export type Signer = { 
/**
 * Reference.
 */
person: string, 
/**
 * Name, where the workspace is open here.
 */
name: string | null, 
/**
 * The key's id.
 */
key: string, 
/**
 * Why this person cannot answer it, where that is so.
 */
refused: Problem | null, };
export type SinceLine = { 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * What, in words that stand beside its reference.
 */
says: string, 
/**
 * Who did it, by name; none where time did.
 */
by: string | null, 
/**
 * What it is about, by reference.
 */
about: string | null, 
/**
 * The entry that says so; none where time did.
 */
entry: number | null, };
export type SinceView = { 
/**
 * Since when, RFC 3339 with the offset of the workspace's zone; none while there is nothing to
 * tell.
 */
since: string | null, 
/**
 * What happened, the latest first.
 */
lines: Array<SinceLine>, 
/**
 * How much more did.
 */
more: number, };
export type SourceShown = { 
/**
 * What people call it.
 */
words: string, 
/**
 * Why it is evidence.
 */
why: string, 
/**
 * Whether it stands, instead of having been done.
 */
stands: boolean, 
/**
 * How many in the period.
 */
inside: number, 
/**
 * How many before it.
 */
earlier: number, 
/**
 * The newest few.
 */
newest: Array<EvidenceFound>, 
/**
 * What of it was asked of people and is not there.
 */
missing: Array<EvidenceMissing>, };
export type Span = "day" | "week" | "month" | "quarter";
export type Spent = { 
/**
 * Which item.
 */
item: ItemId, 
/**
 * How many.
 */
seconds: number, };
export type Sponsor = { 
/**
 * Their name.
 */
name: string, 
/**
 * Seals their key, where they are at the machine now.
 */
passphrase: Passphrase | null, };
export type Standard = "soc-2" | "iso-27001" | "gdpr-dpa";
export type StandsIn = { 
/**
 * Which role.
 */
role: string, 
/**
 * Its name.
 */
name: string, 
/**
 * In whose place.
 */
instead_of: string, 
/**
 * Their name.
 */
instead_of_name: string, };
export type StartUpSet = "cadences" | "metrics" | "raci" | "policies";
export type StateAttendance = { 
/**
 * At which review.
 */
review: string, 
/**
 * Who.
 */
person: string, 
/**
 * Whether they take part.
 */
presence: Presence, 
/**
 * Who came in their place; blank otherwise.
 */
delegate: string, };
export type StateHeld = { 
/**
 * Which review's.
 */
review: string, 
/**
 * When it began: a local time of the workspace's zone, such as `2026-11-16T10:00`.
 */
from: string, 
/**
 * When it ended, the same way.
 */
to: string, };
export type StatementCarried = { 
/**
 * What for, such as `key-replacement`.
 */
kind: string, 
/**
 * Who signed it, by reference.
 */
by: string, 
/**
 * Who signed it, by name.
 */
by_name: string, 
/**
 * What they said, such as `approve`.
 */
verdict: string, 
/**
 * Why; none where nothing was said, or once erased.
 */
reason: string | null, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string | null, 
/**
 * In whose place they stood on that day, in sentences.
 */
stood_in: Array<string>, };
export type StatementRow = { 
/**
 * The file's name.
 */
file: string, 
/**
 * Who signed it, by reference; none when the file could not be read.
 */
by: string | null, 
/**
 * Their name.
 */
name: string | null, 
/**
 * The roles they hold today, by name.
 */
roles: Array<string>, 
/**
 * What it says, such as `approve`.
 */
verdict: string | null, 
/**
 * Why, in their words.
 */
reason: string | null, 
/**
 * When it was signed, RFC 3339.
 */
at: string | null, 
/**
 * Why it does not count; none when it does.
 */
refused: Problem | null, };
export type StatementsView = { 
/**
 * What they answer; none while no file could be read.
 */
asks: Asks | null, 
/**
 * Each file.
 */
statements: Array<StatementRow>, 
/**
 * Why they cannot be taken in yet; none when they can.
 */
refused: Problem | null, };
export type Status = "draft" | "live" | "paused" | "stopped" | "retired";
export type StopListView = { 
/**
 * The file it goes to; none while no place is chosen.
 */
path: string | null, 
/**
 * The number of the last list written.
 */
seq: number | null, 
/**
 * When it was written in this session.
 */
written_at: string | null, 
/**
 * How many workflows it says are stopped.
 */
stopped: number, 
/**
 * Why it could not be written, where that is so.
 */
trouble: string | null, 
/**
 * The address that is called with each new list; none where nothing is called.
 */
call: string | null, 
/**
 * What came of the last call of this session.
 */
called: CallShown | null, 
/**
 * The fingerprint of this machine's key, for who reads the list; none on a machine that is
 * not enrolled.
 */
fingerprint: string | null, };
export type StopRow = { 
/**
 * Reference.
 */
stop: string, 
/**
 * The entry that records it.
 */
entry: number, 
/**
 * The workflow.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
workflow_name: string | null, 
/**
 * Whether it was a drill.
 */
drill: boolean, 
/**
 * Where it stands.
 */
state: StopState, 
/**
 * When, RFC 3339 with the offset of the workspace's zone.
 */
at: string, 
/**
 * Who stopped it; none while nobody has said so of a stop that the machine signed.
 */
by_name: string | null, 
/**
 * Whether the machine signed it, because nobody was signed in.
 */
by_machine: boolean, 
/**
 * Why.
 */
why: string | null, 
/**
 * The exception raised with it.
 */
exception: string | null, 
/**
 * The systems in which it is to be confirmed.
 */
systems: Array<StopSystem>, 
/**
 * Seconds until every system was confirmed; none while one is not.
 */
seconds: number | null, 
/**
 * The entry since which the workflow is live again.
 */
lifted: number | null, 
/**
 * Whether who is signed in may confirm it.
 */
may_confirm: boolean, 
/**
 * Whether who is signed in may say that they did it.
 */
may_attribute: boolean, };
export type StopState = "waiting" | "confirmed" | "lifted";
export type StopSystem = { 
/**
 * What it is called; none once erased.
 */
name: string | null, 
/**
 * When it was confirmed.
 */
confirmed_at: string | null, 
/**
 * Who confirmed it.
 */
confirmed_by: string | null, 
/**
 * How it was seen.
 */
words: string | null, 
/**
 * Seconds from the stop to there.
 */
seconds: number | null, };
export type StopWorkflow = { 
/**
 * Which.
 */
workflow: string, 
/**
 * Why.
 */
why: string, 
/**
 * Whether it is a drill, which stops nothing.
 */
drill: boolean, };
export type Stoppable = { 
/**
 * The workflows that run, by name.
 */
running: Array<RunningRow>, };
export type Stopped = { 
/**
 * The reference of the stop.
 */
stop: string, 
/**
 * The exception raised with it.
 */
exception: string | null, 
/**
 * Whether the machine signed, because nobody is signed in.
 */
by_machine: boolean, 
/**
 * Why the stop list could not be written, where that is so.
 */
list_trouble: string | null, };
export type StopsView = { 
/**
 * Stops and drills, the latest first.
 */
stops: Array<StopRow>, 
/**
 * The live workflows with their next drill, the soonest first.
 */
drills: Array<DrillRow>, 
/**
 * Days between two drills of one workflow.
 */
drill_days: number, };
export type Stranger = { 
/**
 * As it is written.
 */
name: string, 
/**
 * How often.
 */
times: number, };
export type StratumRow = { 
/**
 * What its rows say; none where they say nothing.
 */
name: string | null, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * How many are drawn.
 */
take: number, 
/**
 * How many are tested.
 */
tested: number, 
/**
 * How many of them are in error.
 */
errors: number, 
/**
 * The most errors it can hold at 95 %, looked at alone; none where nothing sound can be said.
 */
at_most: number | null, };
export type SummaryOf = "exceptions" | "week";
export type SummaryQuery = { 
/**
 * Of what.
 */
of: SummaryOf, };
export type SummaryText = { 
/**
 * The text.
 */
text: string, };
export type TakeChair = { 
/**
 * Of which.
 */
review: string, 
/**
 * Why: its chair left, or is not there.
 */
reason: string, };
export type TakeStatements = { 
/**
 * Their files.
 */
grants: Array<Grant>, 
/**
 * Opens the key of who takes them in.
 */
passphrase: Passphrase, 
/**
 * Why; kept with the entry.
 */
why: string | null, };
export type TeamOf = { 
/**
 * Reference.
 */
team: string, 
/**
 * Name.
 */
name: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, };
export type TeamPick = { 
/**
 * Reference.
 */
team: string, 
/**
 * What it is called; none once erased.
 */
name: string | null, };
export type TeamRow = { 
/**
 * Reference.
 */
team: string, 
/**
 * Name; none once erased.
 */
name: string | null, 
/**
 * Who manages it.
 */
manager: string | null, 
/**
 * Their name.
 */
manager_name: string | null, 
/**
 * Whether whoever managed it has left.
 */
manager_left: boolean, 
/**
 * Its last day, once it is disbanded.
 */
disbanded_on: string | null, 
/**
 * Who belongs to it today or later.
 */
members: Array<PlaceRow>, };
export type TestItem = { 
/**
 * Which sample.
 */
sample: string, 
/**
 * The row's number.
 */
row: number, 
/**
 * What was found on each attribute.
 */
findings: Array<SampleFinding>, 
/**
 * In words; may be blank where nothing is in error.
 */
note: string, 
/**
 * What bears it out, by reference.
 */
evidence: Array<string>, };
export type TextAt = { 
/**
 * Where, as a JSON pointer.
 */
path: string, 
/**
 * The words; none once erased.
 */
text: string | null, };
export type ThingChanged = { 
/**
 * What sort of thing, such as “Workflow”.
 */
thing: string, 
/**
 * Its reference, where it has one.
 */
reference: string | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * What became of it.
 */
how: HowChanged, 
/**
 * The fields that differ.
 */
fields: Array<FieldChanged>, };
export type ThingsChanged = { 
/**
 * What sort, such as “Workflow”.
 */
thing: string, 
/**
 * The things.
 */
things: Array<ThingChanged>, };
export type Tier = "suggest" | "draft" | "execute-with-approval" | "execute-autonomously";
export type TierGiven = { 
/**
 * On which workflow.
 */
workflow: string, 
/**
 * What is said of its tier.
 */
verdict: TierVerdict, 
/**
 * Why; may be blank where it does not go against the record.
 */
note: string, };
export type TierRow = { 
/**
 * Which workflow.
 */
workflow: string, 
/**
 * What it is called; blank where only what was signed is told.
 */
name: string, 
/**
 * What was said of its tier.
 */
verdict: TierVerdict, 
/**
 * The same in words.
 */
word: string, 
/**
 * What the record showed then.
 */
shown: TierShown, 
/**
 * The same in words.
 */
shown_word: string, 
/**
 * Why, where something was said.
 */
note: string | null, };
export type TierShown = "stays" | "down" | "up";
export type TierVerdict = "keep" | "lower" | "raise" | "retire";
export type TierWaiting = { 
/**
 * What the record shows of it.
 */
shown: TierShown, 
/**
 * The verdicts that go against it, and need a note.
 */
noted: Array<TierVerdict>, };
export type TimeState = "late" | "near" | "running" | "waiting" | "in-time" | "was-late";
export type TodayView = { 
/**
 * The day in the workspace's zone, `2026-11-16`.
 */
day: string, 
/**
 * The ISO week of that day, from 1.
 */
week: number, 
/**
 * The fiscal quarter of that day, `2026-Q4`.
 */
quarter: string, 
/**
 * Which day of that quarter it is, from 1.
 */
day_of_quarter: number, 
/**
 * Reviews of the quarter, cadence by cadence.
 */
rhythm: Rhythm, 
/**
 * Reviews that can be opened or are open, soonest due first.
 */
reviews: Array<ReviewRow>, 
/**
 * The next review to come, where none waits.
 */
coming: ReviewRow | null, 
/**
 * Open action items of who is signed in, and everybody's that are overdue; soonest due first.
 */
actions: Array<ActionRow>, 
/**
 * Open action items there are.
 */
actions_open: number, 
/**
 * Exceptions to be seen to.
 */
exceptions: ExceptionsShort, 
/**
 * Metrics that stand out of line or lack their last value, the gravest first.
 */
metrics: Array<MetricBeside>, 
/**
 * Metrics that are kept.
 */
metrics_kept: number, 
/**
 * Policies that wait for the attestation of who is signed in, the soonest first.
 */
policies: Array<PolicyWaiting>, 
/**
 * What does not hold: how many findings, and the gravest.
 */
findings: FindingsShort, 
/**
 * What a newly started workspace still lacks, in the order in which it is best done.
 */
first_steps: Array<FirstStep>, };
export type TrainingUse = "never" | "opted-out" | "used";
export type Treatment = "keep" | "mask" | "hash" | "drop";
export type Unit = "count" | "percent" | "minutes" | "hours" | "days" | "money" | "points";
export type UpdatedRow = { 
/**
 * The line it starts on, from 1.
 */
line: number, 
/**
 * Which workflow.
 */
workflow: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What changes.
 */
changes: Array<ChangeShown>, };
export type UsePermit = { 
/**
 * Which.
 */
permit: string, 
/**
 * For how many.
 */
count: number, 
/**
 * On which day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Where the record of it is.
 */
pointer: string, 
/**
 * Why, where it went beyond what it allows; may be blank.
 */
why: string, };
export type Validity = "valid" | "running-out" | "expired" | "not-stated";
export type ValueCount = { 
/**
 * The words.
 */
says: string, 
/**
 * How often.
 */
count: number, };
export type ValueToCorrect = { 
/**
 * The value that stands, as people read it.
 */
known: string, 
/**
 * The one in the table.
 */
given: ValueToTake, };
export type ValueToTake = { 
/**
 * The line its row starts on, from 1.
 */
line: number, 
/**
 * Which metric, by reference.
 */
metric: string, 
/**
 * What the file calls it.
 */
name: string, 
/**
 * Which period.
 */
period: string, 
/**
 * The value as people read it.
 */
shown: string, };
export type Verdict = "unchecked" | "holds" | "fails";
export type Verification = { 
/**
 * What was found in one line, to stand after the file's name: `nothing was altered and nothing is
 * missing`.
 */
headline: string, 
/**
 * Nothing was altered.
 */
integrity: Judgement, 
/**
 * Nothing is missing.
 */
completeness: Judgement, 
/**
 * Nothing was done that the rules of its moment refuse.
 */
rules: Judgement, 
/**
 * Whether it rests on something kept outside.
 */
anchored: boolean, 
/**
 * What the verdicts rest on, in a sentence.
 */
rests_on: string, 
/**
 * Whether it is a demo.
 */
demo: boolean, 
/**
 * Entries looked at.
 */
entries: number, 
/**
 * Texts present, erased and withheld.
 */
texts: [number, number, number], 
/**
 * Head, `size:hex`.
 */
head: string, 
/**
 * Everything that does not hold.
 */
faults: Array<Fault>, 
/**
 * What an auditor should know though nothing is wrong.
 */
notes: Array<string>, };
export type Verify = { 
/**
 * Fingerprints kept outside, one a line.
 */
keys: string | null, 
/**
 * Heads kept outside, `size:hex`.
 */
seen: Array<string>, };
export type VoteAsked = { 
/**
 * The decision.
 */
decision: string, 
/**
 * Which kind.
 */
decision_kind: DecisionKind, 
/**
 * What people call the kind.
 */
kind_words: string, 
/**
 * What it is about.
 */
title: string | null, 
/**
 * Who proposed it, as the request tells: it is signed with the proposal's entry, not here.
 */
by: string, 
/**
 * Their name, as the request tells it.
 */
by_name: string, 
/**
 * The workflow it is about.
 */
workflow: string | null, 
/**
 * That workflow's name.
 */
workflow_name: string | null, 
/**
 * Everything it changes.
 */
differences: Array<Difference>, 
/**
 * Of a workflow that is to act from then on, or a policy, what stays as it is, before and after
 * alike.
 */
stays: Array<Difference>, 
/**
 * What is asked for, where nothing in the register changes.
 */
request: RequestShown | null, 
/**
 * Why.
 */
rationale: string | null, 
/**
 * How it is undone.
 */
rollback_plan: string | null, 
/**
 * What is shown for what the right asks.
 */
evidence: Array<EvidenceRow>, 
/**
 * The right it is decided by.
 */
right: RightShown, 
/**
 * The decision it undoes.
 */
undoes: string | null, 
/**
 * SHA-256 of the proposal as entered, in hex: what a vote signs.
 */
subject: string, };
export type VoteGiven = { 
/**
 * On which decision.
 */
decision: string, 
/**
 * SHA-256 of the proposal that was read, in hex: only that is signed.
 */
subject: string, 
/**
 * What it says.
 */
verdict: VoteVerdict, 
/**
 * Why; may be blank for a yes.
 */
reason: string, };
export type VoteRow = { 
/**
 * Whose, by reference.
 */
by: string, 
/**
 * Their name.
 */
by_name: string, 
/**
 * What it says.
 */
verdict: VoteVerdict, 
/**
 * The roles it counts for, by name.
 */
roles: Array<string>, 
/**
 * The names of those in whose place it was given.
 */
instead_of: Array<string>, 
/**
 * Why.
 */
reason: string | null, 
/**
 * When it was signed.
 */
signed: string, 
/**
 * When it was entered.
 */
at: string, 
/**
 * The entry that carries it.
 */
entry: number, };
export type VoteVerdict = "approve" | "refuse" | "agree" | "object";
export type VotesRequested = { 
/**
 * Its file.
 */
file: Written, 
/**
 * What it asks.
 */
request: RequestView, };
export type WindowShown = { 
/**
 * `Mon` to `Sun`; none means every day.
 */
days: Array<string>, 
/**
 * `HH:MM`.
 */
from: string, 
/**
 * `HH:MM`; an earlier one means the next morning.
 */
to: string, };
export type WithdrawAbsence = { 
/**
 * Which.
 */
absence: string, };
export type WithdrawDecision = { 
/**
 * Which.
 */
decision: string, 
/**
 * Why.
 */
why: string, };
export type WordReadAs = { 
/**
 * As the log has it; none once erased.
 */
word: string | null, 
/**
 * The kind, as the rows hold it.
 */
kind: ActionKind, 
/**
 * The same in words.
 */
words: string, };
export type WorkflowAdded = { 
/**
 * Its reference.
 */
workflow: string, 
/**
 * The register after.
 */
register: RegisterView, };
export type WorkflowPage = { 
/**
 * Its row of the register.
 */
row: RegisterRow, 
/**
 * Every kind of action there is: what is permitted first, the freest on top.
 */
permissions: Array<PermissionShown>, 
/**
 * Where one person may set it, with a reason.
 */
next: Array<Status>, 
/**
 * Its versions, newest first.
 */
history: Array<HistoryRow>, };
export type WorkflowPick = { 
/**
 * Reference.
 */
workflow: string, 
/**
 * What it is called; none once erased.
 */
name: string | null, };
export type WorkflowQuery = { 
/**
 * Its reference.
 */
workflow: string, 
/**
 * As it stood after this entry; now, when absent.
 */
as_of: number | null, };
export type WorkflowRules = { 
/**
 * What does not hold of it as it stands.
 */
findings: Array<Finding>, 
/**
 * What keeps it from being launched; empty where nothing does.
 */
to_launch: Array<Finding>, 
/**
 * Rules that a launch asks.
 */
asked: number, 
/**
 * What it has earned towards its next tier; none where there is none.
 */
earned: Earned | null, };
export type WorkspaceFrame = { 
/**
 * The workspace's id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The file's name.
 */
file: string, 
/**
 * Whether it is a demo.
 */
demo: boolean, 
/**
 * In a demo, what opens everybody's key: it is no secret.
 */
opens_with: string | null, 
/**
 * IANA time zone in which its days are counted.
 */
zone: string, 
/**
 * Why nothing can be changed, where that is so.
 */
read_only: string | null, 
/**
 * The past moment that every screen shows, where it is not now.
 */
past: Past | null, 
/**
 * Who is signed in.
 */
person: PersonChoice | null, 
/**
 * Who could sign in on this machine.
 */
here: Array<PersonChoice>, 
/**
 * Whether the desk locked while somebody was signed in.
 */
locked: boolean, 
/**
 * Minutes without a key press until the desk locks.
 */
idle_minutes: number, 
/**
 * Reviews that are due or open now.
 */
reviews_waiting: number, 
/**
 * Action items past their day.
 */
actions_late: number, 
/**
 * What the foot of the window shows.
 */
foot: Foot, 
/**
 * Set while the clock stands wrong: the problem's code.
 */
clock: ClockTrouble | null, 
/**
 * Set while the file does not hold what this machine has seen and nobody declared that.
 */
gone_back: string | null, 
/**
 * Why this machine could not remember how far the file has come, where that is so.
 */
unremembered: string | null, 
/**
 * Why the stop list could not be written, where that is so.
 */
stop_list: string | null, 
/**
 * Exceptions that are open.
 */
exceptions_open: number, 
/**
 * Stops for which the machine signed and nobody has said since that they did it.
 */
unattributed: Array<string>, };
export type WriteAddendum = { 
/**
 * To which.
 */
review: string, 
/**
 * The words.
 */
text: string, };
export type WritePostmortem = { 
/**
 * Of which exception.
 */
exception: string, 
/**
 * How it came about.
 */
cause: string, 
/**
 * Whom and what it hurt.
 */
impact: string, 
/**
 * What was done about it.
 */
done: string, 
/**
 * What changes.
 */
changes: string, };
export type WriteStage = "read-only-assist" | "draft-mode" | "conditional-write" | "automated-write";
export type Written = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of it, in hex.
 */
sha256: string, 
/**
 * The entry that records the export, where one does.
 */
entry: number | null, };

export const operations = {
  /** Asks the person for a file or a place to save one; the answer is a grant, never a path. */
  choose_file: (request: ChooseFile) => call<Chosen>("choose_file", request),
  /** The request that the app was started with: told once, and nothing where there is none. */
  started_with: (request: Nothing) => call<Chosen>("started_with", request),
  /** Stops the long work under way; it then leaves everything as it was. */
  cancel: (request: Nothing) => call<Nothing>("cancel", request),
  /** What is open, who acts, and the verdicts at the foot of the window. */
  frame: (request: Nothing) => call<Frame>("frame", request),
  /** Starts a workspace, with its founder as RevOps and perhaps a sponsor. */
  create_workspace: (request: CreateWorkspace) => call<Frame>("create_workspace", request),
  /** Opens the demo workspace, making it first where there is none. */
  open_demo: (request: Nothing) => call<Frame>("open_demo", request),
  /** Opens a workspace file. */
  open_workspace: (request: OpenWorkspace) => call<Frame>("open_workspace", request),
  /** Opens one of the files opened before. */
  open_recent: (request: OpenRecent) => call<Frame>("open_recent", request),
  /** Closes the workspace. */
  close_workspace: (request: Nothing) => call<Frame>("close_workspace", request),
  /** Signs a person in with their key. */
  sign_in: (request: SignIn) => call<Frame>("sign_in", request),
  /** Forgets the key until the passphrase is given again. */
  lock: (request: Nothing) => call<Frame>("lock", request),
  /** Says that somebody is at the desk, so that it does not lock. */
  stay: (request: Nothing) => call<Frame>("stay", request),
  /** Opens the desk as of a past moment; nothing is changed until it returns. */
  look_back: (request: LookBack) => call<Frame>("look_back", request),
  /** Returns to now. */
  return_to_now: (request: Nothing) => call<Frame>("return_to_now", request),
  /** Proves the whole file: integrity, completeness, and that the tables follow from the ledger. */
  verify: (request: Verify) => call<Verification>("verify", request),
  /** States that the machine's date is right after a large jump. */
  acknowledge_clock: (request: AcknowledgeClock) => call<Frame>("acknowledge_clock", request),
  /** Declares that an older copy of the file was put back. */
  declare_restore: (request: DeclareRestore) => call<Frame>("declare_restore", request),
  /** Writes a copy of the workspace file. */
  back_up: (request: BackUp) => call<Written>("back_up", request),
  /** The register of AI workflows. */
  register: (request: RegisterQuery) => call<RegisterView>("register", request),
  /** Puts one workflow on the register. */
  add_workflow: (request: AddWorkflow) => call<WorkflowAdded>("add_workflow", request),
  /** One workflow, with every kind of action and its history. */
  workflow: (request: WorkflowQuery) => call<WorkflowPage>("workflow", request),
  /** Describes a workflow anew, with a reason unless it is a draft. */
  describe_workflow: (request: DescribeWorkflow) => call<WorkflowPage>("describe_workflow", request),
  /** Pauses or retires a workflow, or takes a retired one up again, paused. */
  set_workflow_status: (request: SetWorkflowStatus) => call<WorkflowPage>("set_workflow_status", request),
  /** Stops, drills, and when the next ones are due. */
  stops: (request: Nothing) => call<StopsView>("stops", request),
  /** What can be stopped now, whatever moment the desk shows. */
  stoppable: (request: Nothing) => call<Stoppable>("stoppable", request),
  /** Stops a workflow at once, or tries its kill switch; asks for nothing but a reason. */
  stop_workflow: (request: StopWorkflow) => call<Stopped>("stop_workflow", request),
  /** States that a stopped workflow acts no more in one of its systems. */
  confirm_stop: (request: ConfirmStop) => call<StopsView>("confirm_stop", request),
  /** States that whoever is signed in pulled the kill switch while nobody was. */
  attribute_stop: (request: AttributeStop) => call<StopsView>("attribute_stop", request),
  /** Saves the stops and drills as CSV. */
  export_stops: (request: ExportStops) => call<Written>("export_stops", request),
  /** The stop list as this machine writes it. */
  stop_list: (request: Nothing) => call<StopListView>("stop_list", request),
  /** Chooses where this machine writes the stop list. */
  place_stop_list: (request: PlaceStopList) => call<StopListView>("place_stop_list", request),
  /** Chooses the address that is called with each new stop list. */
  call_stop_list: (request: CallStopList) => call<StopListView>("call_stop_list", request),
  /** Writes the stop list now. */
  write_stop_list: (request: Nothing) => call<StopListView>("write_stop_list", request),
  /** What the form of an override offers. */
  override_form: (request: Nothing) => call<OverrideForm>("override_form", request),
  /** Records that a human chose otherwise than the AI. */
  record_override: (request: RecordOverride) => call<OverrideMade>("record_override", request),
  /** The overrides, counted by team and workflow. */
  overrides: (request: Nothing) => call<OverridesView>("overrides", request),
  /** Saves the overrides as CSV. */
  export_overrides: (request: ExportOverrides) => call<Written>("export_overrides", request),
  /** The exceptions: to be seen to, and resolved. */
  exceptions: (request: Nothing) => call<ExceptionsView>("exceptions", request),
  /** Those that have to do with one thing: a workflow, a decision, a review, an action item. */
  exceptions_about: (request: ExceptionsAbout) => call<ExceptionsView>("exceptions_about", request),
  /** Reports that something went wrong. */
  report_exception: (request: ReportException) => call<ExceptionsView>("report_exception", request),
  /** Says that an exception is seen to. */
  acknowledge_exception: (request: ExceptionNamed) => call<ExceptionsView>("acknowledge_exception", request),
  /** Asks one person to see to an exception. */
  assign_exception: (request: AssignException) => call<ExceptionsView>("assign_exception", request),
  /** Stops an exception's clock while something is waited for. */
  let_exception_wait: (request: ExceptionWords) => call<ExceptionsView>("let_exception_wait", request),
  /** Lets an exception's clock go on. */
  resume_exception: (request: ExceptionNamed) => call<ExceptionsView>("resume_exception", request),
  /** Sets how bad an exception is. */
  set_exception_severity: (request: SetExceptionSeverity) => call<ExceptionsView>("set_exception_severity", request),
  /** States that an exception was seen to. */
  resolve_exception: (request: ResolveException) => call<ExceptionsView>("resolve_exception", request),
  /** Takes a resolved exception up again. */
  reopen_exception: (request: ExceptionWords) => call<ExceptionsView>("reopen_exception", request),
  /** Ties a decision to an exception. */
  link_exception: (request: LinkException) => call<ExceptionsView>("link_exception", request),
  /** Takes a decision off an exception. */
  unlink_exception: (request: LinkException) => call<ExceptionsView>("unlink_exception", request),
  /** Writes what was learnt from an exception. */
  write_postmortem: (request: WritePostmortem) => call<ExceptionsView>("write_postmortem", request),
  /** Saves exceptions as CSV, those that a list shows. */
  export_exceptions: (request: ExportExceptions) => call<Written>("export_exceptions", request),
  /** Saves what was learnt from an exception as PDF. */
  export_postmortem: (request: ExportPostmortem) => call<Written>("export_postmortem", request),
  /** Saves decisions, permits, findings or samples as CSV, those that a list shows. */
  export_list: (request: ExportList) => call<Written>("export_list", request),
  /** Reads an inventory and says what would be taken in; writes nothing. */
  preview_import: (request: PreviewImport) => call<ImportPreview>("preview_import", request),
  /** Takes an inventory in. */
  import_workflows: (request: ImportWorkflows) => call<ImportDone>("import_workflows", request),
  /** Saves the rows of an inventory that were rejected. */
  save_rejected: (request: SaveRejected) => call<Written>("save_rejected", request),
  /** The batches of AI actions that were taken in. */
  batches: (request: Nothing) => call<BatchesView>("batches", request),
  /** Rows of a batch, from any number on. */
  ai_actions: (request: AiActionsQuery) => call<AiActions>("ai_actions", request),
  /** Reads an action log and says what would be taken in; writes nothing. */
  preview_batch: (request: PreviewBatch) => call<BatchPreview>("preview_batch", request),
  /** Takes an action log in as a batch. */
  import_batch: (request: ImportBatch) => call<BatchTaken>("import_batch", request),
  /** Saves the rows of an action log that were rejected. */
  save_rejected_actions: (request: SaveRejectedActions) => call<Written>("save_rejected_actions", request),
  /** What every AI action of a batch comes to when it is held against the register of its time. */
  population: (request: PopulationQuery) => call<PopulationView>("population", request),
  /** Rows of a batch by their numbers. */
  population_rows: (request: PopulationRowsQuery) => call<PopulationRows>("population_rows", request),
  /** Saves the AI actions that fail a test as CSV. */
  export_population: (request: ExportPopulation) => call<Written>("export_population", request),
  /** Raises an exception for the AI actions of a workflow that fail a test. */
  raise_population: (request: RaisePopulation) => call<PopulationView>("raise_population", request),
  /** The checks on the record, and which items of reviews ask for one. */
  checks: (request: Nothing) => call<ChecksView>("checks", request),
  /** One check, with what it counted. */
  check: (request: CheckQuery) => call<RecordedCheck>("check", request),
  /** What live workflows cost and bring. */
  returns: (request: Nothing) => call<ReturnsView>("returns", request),
  /** What a column of AI actions says, so that a check can be asked of it. */
  check_values: (request: CheckValuesQuery) => call<CheckValues>("check_values", request),
  /** Makes a check; writes nothing. */
  run_check: (request: RunCheck) => call<CheckResult>("run_check", request),
  /** Makes a check and puts it on the record. */
  record_check: (request: RecordCheck) => call<RecordedCheck>("record_check", request),
  /** Deletes the rows of a batch, which stay bound by its entry. */
  purge_batch: (request: PurgeBatch) => call<BatchesView>("purge_batch", request),
  /** People, roles, teams, absences and keys. */
  people: (request: Nothing) => call<PeopleView>("people", request),
  /** Adds a person, with their first roles. */
  add_person: (request: AddPerson) => call<PeopleView>("add_person", request),
  /** Reads a list of people and says what taking it in would do; writes nothing. */
  preview_people: (request: PreviewPeople) => call<PeoplePreview>("preview_people", request),
  /** Takes a list of people in. */
  import_people: (request: ImportPeople) => call<PeopleImported>("import_people", request),
  /** Saves the rows of a list of people that cannot be taken in, as CSV. */
  save_rejected_people: (request: SaveRejectedPeople) => call<Written>("save_rejected_people", request),
  /** Changes a person's name and contact. */
  change_person: (request: ChangePerson) => call<PeopleView>("change_person", request),
  /** Defines a role of one's own, or gives a role another name. */
  define_role: (request: DefineRole) => call<PeopleView>("define_role", request),
  /** Gives a person a role. */
  give_role: (request: GiveRole) => call<PeopleView>("give_role", request),
  /** Ends a role. */
  end_role: (request: EndRole) => call<PeopleView>("end_role", request),
  /** Names a role's deputies, in the order in which they are asked. */
  name_deputies: (request: NameDeputies) => call<PeopleView>("name_deputies", request),
  /** Sets whom to call for a role, in order. */
  set_on_call: (request: SetOnCall) => call<PeopleView>("set_on_call", request),
  /** Records that somebody is away, or changes when. */
  record_absence: (request: RecordAbsence) => call<PeopleView>("record_absence", request),
  /** Withdraws an absence. */
  withdraw_absence: (request: WithdrawAbsence) => call<PeopleView>("withdraw_absence", request),
  /** Forms a team, or gives one another name or manager. */
  set_team: (request: SetTeam) => call<PeopleView>("set_team", request),
  /** Disbands a team. */
  disband_team: (request: DisbandTeam) => call<PeopleView>("disband_team", request),
  /** Lets a person belong to a team. */
  join_team: (request: JoinTeam) => call<PeopleView>("join_team", request),
  /** Ends a person's membership of a team. */
  leave_team: (request: LeaveTeam) => call<PeopleView>("leave_team", request),
  /** Records that a person left. */
  record_leaving: (request: RecordLeaving) => call<PeopleView>("record_leaving", request),
  /** Makes a key for a person on this machine and enrols it. */
  enrol_key: (request: EnrolKey) => call<PeopleView>("enrol_key", request),
  /** Puts a new key in the place of one's own. */
  replace_key: (request: ReplaceKey) => call<PeopleView>("replace_key", request),
  /** Retires a key. */
  retire_key: (request: RetireKey) => call<PeopleView>("retire_key", request),
  /** Enrols this machine, so that reviews can be closed on it. */
  enrol_machine: (request: EnrolMachine) => call<PeopleView>("enrol_machine", request),
  /** Saves one's sealed key file, to carry it to another machine. */
  save_key_file: (request: SaveKeyFile) => call<Written>("save_key_file", request),
  /** Brings a sealed key file to this machine. */
  bring_key_file: (request: BringKeyFile) => call<PeopleView>("bring_key_file", request),
  /** Makes a key for somebody who has none left, and a request that two others answer. */
  request_key: (request: RequestKey) => call<RequestMade>("request_key", request),
  /** Opens a request for a statement: the whole of it, before anybody signs. */
  open_request: (request: OpenRequest) => call<RequestView>("open_request", request),
  /** Answers a request with a signed statement, on the signer's own machine. */
  sign_request: (request: SignRequest) => call<Written>("sign_request", request),
  /** Reads statements that came back, and says what they come to; writes nothing. */
  open_statements: (request: OpenStatements) => call<StatementsView>("open_statements", request),
  /** Takes statements in, which enters what they approve. */
  take_statements: (request: TakeStatements) => call<PeopleView>("take_statements", request),
  /** The RACI matrices, in force and drafted, with what lint finds. */
  raci: (request: RaciQuery) => call<RaciView>("raci", request),
  /** What lint finds in a RACI matrix while somebody types; writes nothing. */
  lint_raci: (request: LintRaci) => call<RaciMarks>("lint_raci", request),
  /** Keeps work on a RACI matrix as its draft. */
  keep_raci_draft: (request: KeepRaciDraft) => call<RaciDone>("keep_raci_draft", request),
  /** Gives a RACI draft up. */
  discard_raci_draft: (request: DiscardRaciDraft) => call<RaciView>("discard_raci_draft", request),
  /** Reads a RACI matrix from a file and says what its draft would be; writes nothing. */
  preview_raci_import: (request: PreviewRaciImport) => call<RaciImportPreview>("preview_raci_import", request),
  /** Takes a RACI matrix in from a file, as a draft. */
  import_raci: (request: ImportRaci) => call<RaciDone>("import_raci", request),
  /** Decisions, open and over, with the permits they issued. */
  decisions: (request: Nothing) => call<DecisionsView>("decisions", request),
  /** One decision, whole: whoever signs it signs exactly this. */
  decision: (request: DecisionQuery) => call<DecisionView>("decision", request),
  /** What proposing would come to; writes nothing. */
  preview_decision: (request: ProposeDecision) => call<ProposalPreview>("preview_decision", request),
  /** Proposes a decision. */
  propose_decision: (request: ProposeDecision) => call<DecisionView>("propose_decision", request),
  /** Gives votes, all signed with one passphrase; what they approve is applied at once. */
  give_votes: (request: GiveVotes) => call<DecisionsView>("give_votes", request),
  /** Asks for votes on a decision by a file. */
  request_votes: (request: RequestVotes) => call<VotesRequested>("request_votes", request),
  /** Withdraws a decision. */
  withdraw_decision: (request: WithdrawDecision) => call<DecisionView>("withdraw_decision", request),
  /** Applies an approved decision once what stood in its way is gone. */
  apply_decision: (request: ApplyDecision) => call<DecisionView>("apply_decision", request),
  /** Who may decide what. */
  decision_rights: (request: Nothing) => call<RightsView>("decision_rights", request),
  /** Records that a permit was used. */
  use_permit: (request: UsePermit) => call<DecisionsView>("use_permit", request),
  /** Raises an exception for a permit that was used beyond what it allows. */
  raise_permit: (request: RaisePermit) => call<DecisionsView>("raise_permit", request),
  /** What waits today, and the rhythm of the quarter. */
  today: (request: Nothing) => call<TodayView>("today", request),
  /** What happened since whoever is signed in was last here. */
  since_last_here: (request: Nothing) => call<SinceView>("since_last_here", request),
  /** The first 30 days: what each week asks, and what of it the record shows. */
  rollout: (request: Nothing) => call<RolloutView>("rollout", request),
  /** Says that they have seen it. */
  dismiss_since: (request: Nothing) => call<SinceView>("dismiss_since", request),
  /** When this machine tells whoever is signed in what is due. */
  notifications: (request: Nothing) => call<NotificationsView>("notifications", request),
  /** Sets when it does. */
  set_notifications: (request: SetNotifications) => call<NotificationsView>("set_notifications", request),
  /** The rules that do not hold, of what and since when. */
  findings: (request: FindingsQuery) => call<FindingsView>("findings", request),
  /** Puts a finding off until a day, with a reason. */
  put_off_finding: (request: PutOffFinding) => call<FindingsView>("put_off_finding", request),
  /** Every rule as it is set. */
  rules: (request: Nothing) => call<RulesView>("rules", request),
  /** What the rules say of one workflow, and what keeps it from launching. */
  workflow_rules: (request: WorkflowQuery) => call<WorkflowRules>("workflow_rules", request),
  /** The cadences in force, and what comes next. */
  cadences: (request: Nothing) => call<CadencesView>("cadences", request),
  /** What a cadence would bring, were it set as it is written. */
  preview_cadence: (request: CadenceDraft) => call<CadencePreview>("preview_cadence", request),
  /** Sets a cadence from now on. */
  set_cadence: (request: SetCadence) => call<CadencesView>("set_cadence", request),
  /** Retires a cadence. */
  retire_cadence: (request: RetireCadence) => call<CadencesView>("retire_cadence", request),
  /** The calendar: business days and holidays. */
  calendar: (request: Nothing) => call<CalendarView>("calendar", request),
  /** Sets the calendar from now on. */
  set_calendar: (request: SetCalendar) => call<CalendarView>("set_calendar", request),
  /** Reads holidays from a calendar file or a table and says what would be added; writes nothing. */
  preview_holidays: (request: PreviewHolidays) => call<HolidaysPreview>("preview_holidays", request),
  /** Adds the holidays of a file to the calendar. */
  import_holidays: (request: ImportHolidays) => call<HolidaysImported>("import_holidays", request),
  /** Saves what a file of holidays says that cannot be taken in. */
  save_rejected_holidays: (request: SaveRejectedHolidays) => call<Written>("save_rejected_holidays", request),
  /** The reviews that are due, open, held and missed. */
  reviews: (request: Nothing) => call<ReviewsView>("reviews", request),
  /** Closed and missed reviews, a page at a time. */
  past_reviews: (request: PastReviews) => call<PastReviewsView>("past_reviews", request),
  /** The reviews of a month, day by day. */
  review_month: (request: ReviewMonth) => call<ReviewMonthView>("review_month", request),
  /** One review. */
  review: (request: ReviewQuery) => call<ReviewView>("review", request),
  /** The evidence that an item of a review pulls, with what changed since its period ended. */
  pulled: (request: PulledQuery) => call<PulledView>("pulled", request),
  /** Opens a review. */
  open_review: (request: OpenReview) => call<ReviewView>("open_review", request),
  /** States who is there. */
  state_attendance: (request: StateAttendance) => call<ReviewView>("state_attendance", request),
  /** Takes the chair of a review whose chair left or is not there. */
  take_chair: (request: TakeChair) => call<ReviewView>("take_chair", request),
  /** States when a meeting took place that is recorded afterwards. */
  state_held: (request: StateHeld) => call<ReviewView>("state_held", request),
  /** Gives an item its outcome. */
  answer_item: (request: AnswerItem) => call<ReviewView>("answer_item", request),
  /** A quarter in sentences, from its own figures: where its board narrative begins. */
  draft_narrative: (request: ReviewQuery) => call<NarrativeDraft>("draft_narrative", request),
  /** Closes, signs and locks a review. */
  close_review: (request: CloseReview) => call<ReviewView>("close_review", request),
  /** Countersigns a closed review. */
  countersign_review: (request: CountersignReview) => call<ReviewView>("countersign_review", request),
  /** Asks for the countersignature of a closed review by a file. */
  request_countersignature: (request: RequestCountersignature) => call<CountersignatureRequested>("request_countersignature", request),
  /** Adds words to a closed review. */
  write_addendum: (request: WriteAddendum) => call<ReviewView>("write_addendum", request),
  /** Action items: to be done, and over. */
  actions: (request: Nothing) => call<ActionsView>("actions", request),
  /** Raises an action item, perhaps out of a review's item. */
  raise_action: (request: RaiseAction) => call<ActionsView>("raise_action", request),
  /** Gives an action item to somebody else. */
  hand_over_action: (request: HandOverAction) => call<ActionsView>("hand_over_action", request),
  /** Moves the day of an action item, with a reason. */
  reschedule_action: (request: RescheduleAction) => call<ActionsView>("reschedule_action", request),
  /** States that an action item is done. */
  complete_action: (request: CompleteAction) => call<ActionsView>("complete_action", request),
  /** Gives an action item up, with a reason. */
  drop_action: (request: DropAction) => call<ActionsView>("drop_action", request),
  /** Takes up an action item that was over. */
  reopen_action: (request: ReopenAction) => call<ActionsView>("reopen_action", request),
  /** The metrics, with what they came to and where they stand. */
  metrics: (request: MetricsQuery) => call<MetricsView>("metrics", request),
  /** One metric with all its values, baselines and versions. */
  metric: (request: MetricQuery) => call<MetricView>("metric", request),
  /** Defines a metric. */
  define_metric: (request: DefineMetric) => call<MetricView>("define_metric", request),
  /** Describes a metric anew. */
  change_metric: (request: ChangeMetric) => call<MetricView>("change_metric", request),
  /** Ends the measuring of a metric. */
  retire_metric: (request: RetireMetric) => call<MetricView>("retire_metric", request),
  /** Holds a metric against a value from a period on. */
  set_baseline: (request: SetBaseline) => call<MetricView>("set_baseline", request),
  /** Records what a metric came to, at the desk or in the call of a review. */
  record_observation: (request: RecordObservation) => call<MetricView>("record_observation", request),
  /** Puts a value in the place of one that was wrong. */
  correct_observation: (request: CorrectObservation) => call<MetricView>("correct_observation", request),
  /** Reads a table of values and says what would be taken in; writes nothing. */
  preview_metrics: (request: PreviewMetrics) => call<MetricsPreview>("preview_metrics", request),
  /** Takes a table of values in. */
  import_metrics: (request: ImportMetrics) => call<MetricsImported>("import_metrics", request),
  /** Saves what a table of values says that cannot be taken in. */
  save_rejected_metrics: (request: SaveRejectedMetrics) => call<Written>("save_rejected_metrics", request),
  /** Saves the metrics as CSV. */
  export_metrics: (request: ExportMetrics) => call<Written>("export_metrics", request),
  /** The scorecard of the program, or of one workflow. */
  scorecard: (request: ScorecardQuery) => call<Scorecard>("scorecard", request),
  /** Saves a scorecard as CSV, period by period. */
  export_scorecard: (request: ExportScorecard) => call<Written>("export_scorecard", request),
  /** Evidence, all of it or what bears something out. */
  evidence: (request: EvidenceQuery) => call<EvidenceView>("evidence", request),
  /** Captures evidence, and attaches it where that is said. */
  capture_evidence: (request: CaptureEvidence) => call<EvidenceView>("capture_evidence", request),
  /** Attaches evidence that was captured before. */
  attach_evidence: (request: AttachEvidence) => call<EvidenceView>("attach_evidence", request),
  /** Takes evidence off what it was attached to, with a reason. */
  detach_evidence: (request: DetachEvidence) => call<EvidenceView>("detach_evidence", request),
  /** Records whether a file is still what it was. */
  recheck_evidence: (request: RecheckEvidence) => call<EvidenceView>("recheck_evidence", request),
  /** Keeps a file in the workspace. */
  keep_evidence: (request: KeepEvidence) => call<EvidenceView>("keep_evidence", request),
  /** Saves a file that is kept in the workspace. */
  save_evidence: (request: SaveEvidence) => call<Written>("save_evidence", request),
  /** Erases a kept file when the law asks. */
  erase_evidence: (request: EraseEvidence) => call<EvidenceView>("erase_evidence", request),
  /** The frameworks, and what evidence there is for each requirement in a period. */
  frameworks: (request: CoverageQuery) => call<FrameworksView>("frameworks", request),
  /** One requirement with its evidence. */
  requirement: (request: RequirementQuery) => call<RequirementView>("requirement", request),
  /** Says that something shows a requirement. */
  map_requirement: (request: MapRequirement) => call<RequirementView>("map_requirement", request),
  /** Takes back that something shows a requirement. */
  unmap_requirement: (request: MapRequirement) => call<RequirementView>("unmap_requirement", request),
  /** Asks again for a requirement or framework that was left out. */
  ask_again: (request: AskAgain) => call<FrameworksView>("ask_again", request),
  /** Saves the coverage of frameworks as PDF or CSV. */
  export_coverage: (request: ExportCoverage) => call<Written>("export_coverage", request),
  /** Policies and training: which version is in force, and who has attested it. */
  policies: (request: Nothing) => call<PoliciesView>("policies", request),
  /** One policy, with every version of its text and everybody it asks. */
  policy: (request: PolicyQuery) => call<PolicyPage>("policy", request),
  /** Writes a policy, as a draft. */
  draft_policy: (request: DraftPolicy) => call<PolicyPage>("draft_policy", request),
  /** Writes the next version of a policy; the one in force stays in force. */
  revise_policy: (request: RevisePolicy) => call<PolicyPage>("revise_policy", request),
  /** Writes the policies and the training that a workspace begins with, where there are none. */
  take_start_up_policies: (request: Nothing) => call<PoliciesView>("take_start_up_policies", request),
  /** Puts one's own name under the version in force. */
  attest_policy: (request: AttestPolicy) => call<PolicyPage>("attest_policy", request),
  /** Asks for attestations of a policy by a file. */
  request_attestation: (request: RequestAttestation) => call<AttestationRequested>("request_attestation", request),
  /** Saves who attested which version when, as CSV. */
  export_policies: (request: ExportPolicies) => call<Written>("export_policies", request),
  /** Saves a version of a policy as PDF. */
  export_policy: (request: ExportPolicy) => call<Written>("export_policy", request),
  /** The samples, and what they prove together. */
  samples: (request: Nothing) => call<SamplesView>("samples", request),
  /** One sample, whole. */
  sample: (request: SampleQuery) => call<SampleView>("sample", request),
  /** What planning a sample would come to; writes nothing. */
  preview_sample: (request: PlanSample) => call<PlanPreview>("preview_sample", request),
  /** Plans a sample. */
  plan_sample: (request: PlanSample) => call<SampleView>("plan_sample", request),
  /** Completes a sample's seed as a reviewer, which draws its rows. */
  draw_sample: (request: DrawSample) => call<SampleView>("draw_sample", request),
  /** Asks a reviewer for a sample's seed by a file. */
  request_seed: (request: RequestSeed) => call<SeedRequested>("request_seed", request),
  /** Records what was found on an item of a sample. */
  test_item: (request: TestItem) => call<SampleView>("test_item", request),
  /** Draws more rows of a sample, as its plan says. */
  extend_sample: (request: SampleQuery) => call<SampleView>("extend_sample", request),
  /** Confirms a sample as a reviewer. */
  confirm_sample: (request: ConfirmSample) => call<SampleView>("confirm_sample", request),
  /** Gives a sample up, with a reason. */
  abandon_sample: (request: AbandonSample) => call<SampleView>("abandon_sample", request),
  /** Saves a sample’s workpaper as PDF, or its items or the rows they were drawn from as CSV. */
  export_sample: (request: ExportSample) => call<Written>("export_sample", request),
  /** The change log. */
  log: (request: LogQuery) => call<LogView>("log", request),
  /** One entry in full: what it changed, what it carries. */
  entry: (request: EntryQuery) => call<EntryView>("entry", request),
  /** What differs between two moments, field by field. */
  compare: (request: CompareQuery) => call<CompareView>("compare", request),
  /** Saves the change log as CSV, as it is filtered. */
  export_log: (request: ExportLog) => call<Written>("export_log", request),
  /** Erases words when the law asks. */
  erase_text: (request: EraseText) => call<LogView>("erase_text", request),
  /** The reports that can be made: of which quarters, and of which records. */
  reports: (request: Nothing) => call<ReportsView>("reports", request),
  /** What has left the desk, a page at a time. */
  exports_left: (request: LeftQuery) => call<LeftView>("exports_left", request),
  /** A report's pages, to be looked at in the window; records nothing and writes no file. */
  preview_report: (request: PreviewReport) => call<ReportPages>("preview_report", request),
  /** Saves the register as PDF or CSV. */
  export_register: (request: ExportRegister) => call<Written>("export_register", request),
  /** Saves the action items of a list as CSV. */
  export_actions: (request: ExportActions) => call<Written>("export_actions", request),
  /** Saves the RACI matrices as PDF, or one of them as CSV. */
  export_raci: (request: ExportRaci) => call<Written>("export_raci", request),
  /** Saves the operating model as PDF. */
  export_operating_model: (request: ExportOperatingModel) => call<Written>("export_operating_model", request),
  /** Saves when reviews, drills and all else are due or end as a calendar file (.ics). */
  export_calendar: (request: ExportCalendar) => call<Written>("export_calendar", request),
  /** Saves a decision's record as PDF, or as an excerpt that anybody can verify. */
  export_decision: (request: ExportDecision) => call<Written>("export_decision", request),
  /** Saves a review's minutes as PDF or Markdown. */
  export_minutes: (request: ExportMinutes) => call<Written>("export_minutes", request),
  /** A review's minutes as Markdown, to be copied. */
  minutes_text: (request: ReviewQuery) => call<MinutesText>("minutes_text", request),
  /** Records that a review's minutes were copied. */
  minutes_copied: (request: ReviewQuery) => call<Copied>("minutes_copied", request),
  /** The week or the exceptions in short as Markdown, to be copied. */
  summary_text: (request: SummaryQuery) => call<SummaryText>("summary_text", request),
  /** Records that a summary was copied. */
  summary_copied: (request: SummaryQuery) => call<Copied>("summary_copied", request),
  /** Saves a summary as Markdown. */
  export_summary: (request: ExportSummary) => call<Written>("export_summary", request),
  /** Saves a quarter on a page, for the executive sponsor, as PDF. */
  export_sponsor: (request: ExportSponsor) => call<Written>("export_sponsor", request),
  /** Saves the audit report of a quarter as PDF. */
  export_audit: (request: ExportAudit) => call<Written>("export_audit", request),
  /** Saves an evidence pack. */
  export_pack: (request: ExportPack) => call<Written>("export_pack", request),
};

export const codes = [
  "action-held",
  "action-open",
  "action-over",
  "agenda-too-long",
  "already-open",
  "another-file",
  "attached-already",
  "attendance-missing",
  "attested-already",
  "away-already",
  "bad-request",
  "bad-rule",
  "baseline-backwards",
  "batch-bound",
  "batch-empty",
  "batch-in-sample",
  "batch-purged",
  "batch-taken-in",
  "begins-in-the-past",
  "blank",
  "cancelled",
  "chair-away",
  "chairs-already",
  "changed-meanwhile",
  "check-no-column",
  "check-of-hidden",
  "check-of-itself",
  "check-of-nothing",
  "check-overlaps",
  "check-too-many-segments",
  "check-twice",
  "check-uncounted",
  "clock-behind",
  "clock-jumped",
  "closed",
  "confirmed-already",
  "consult-first",
  "consulted-vacant",
  "counted-by-desk",
  "counted-otherwise",
  "countersigned",
  "decision-lapsed",
  "decision-over",
  "decision-stale",
  "disbanded",
  "disk-failed",
  "disk-full",
  "drill-under-way",
  "due-in-the-past",
  "ends-before-it-starts",
  "entitled-since",
  "entry-unreadable",
  "evidence-missing",
  "exception-acknowledged",
  "exception-held",
  "exception-not-waiting",
  "exception-open",
  "exception-resolved",
  "exception-waits",
  "export-failed",
  "export-unpublished",
  "file-damaged",
  "file-elsewhere",
  "file-exists",
  "file-foreign",
  "file-locked",
  "file-missing",
  "file-newer",
  "file-read-only",
  "file-too-large",
  "file-unreadable",
  "finding-gone",
  "has-key",
  "has-left",
  "head-unreadable",
  "holds-already",
  "holds-not",
  "import-changed",
  "import-unreadable",
  "internal",
  "items-left",
  "key-file-unreadable",
  "key-missing-here",
  "key-taken",
  "keys-unreadable",
  "last-keeper",
  "ledger-broken",
  "limit-unusable",
  "linked-already",
  "locked",
  "looking-back",
  "machine-not-enrolled",
  "mapped-already",
  "marks-block",
  "meaning-fixed",
  "member-already",
  "metric-retired",
  "missed",
  "moved-on",
  "name-taken",
  "named-twice",
  "needs-decision",
  "negative-amount",
  "never-skipped",
  "no-file",
  "no-member",
  "no-occurrence",
  "no-profile",
  "no-quorum",
  "no-stop-list",
  "no-such-head",
  "no-such-item",
  "no-such-key",
  "no-such-moment",
  "no-such-step",
  "no-such-text",
  "no-workspace",
  "nobody-approves",
  "not-a-number",
  "not-a-period",
  "not-an-address",
  "not-an-identifier",
  "not-approved",
  "not-asked",
  "not-attached",
  "not-closed",
  "not-entitled",
  "not-granted",
  "not-held-then",
  "not-in-force",
  "not-kept",
  "not-linked",
  "not-mapped",
  "not-observed",
  "not-running",
  "not-the-chair",
  "not-the-proposer",
  "not-their-team",
  "note-missing",
  "nothing-changed",
  "nothing-to-declare",
  "nothing-to-undo",
  "observed-already",
  "out-of-range",
  "out-of-turn",
  "own-countersignature",
  "own-proposal",
  "own-sample",
  "own-statement",
  "passphrase-short",
  "passphrase-wrong",
  "period-ahead",
  "permit-answered",
  "policy-differs",
  "policy-words-erased",
  "population-clean",
  "population-raised",
  "profile-unusable",
  "read-only",
  "reason-missing",
  "request-changed",
  "request-differs",
  "request-expired",
  "restore-undeclared",
  "role-for-oneself",
  "rule-stays-on",
  "rules-block",
  "sample-abandoned",
  "sample-confirmed",
  "sample-drawn-already",
  "sample-extended-already",
  "sample-field",
  "sample-item-incomplete",
  "sample-item-unasked",
  "sample-lapsed",
  "sample-many-strata",
  "sample-no-field",
  "sample-no-strata",
  "sample-not-drawn",
  "sample-not-extended",
  "sample-not-item",
  "sample-of-another",
  "sample-of-nothing",
  "sample-of-purged",
  "sample-plan-differs",
  "sample-reviewer-key",
  "sample-reviewer-missing",
  "sample-reviewer-nobody",
  "sample-reviewer-other",
  "sample-reviewer-unnamed",
  "sample-rows-missing",
  "sample-seed-differs",
  "sample-seed-reason",
  "sample-size",
  "sample-too-few-errors",
  "sample-too-large",
  "sample-untested",
  "sample-words-erased",
  "sealing-failed",
  "set-anew",
  "severity-own",
  "severity-same",
  "signed-out",
  "sponsors-own",
  "statement-again",
  "statement-altered",
  "statement-elsewhere",
  "statement-expired",
  "statement-foreign",
  "statement-key-ended",
  "statement-says-no",
  "statement-unreadable",
  "statement-unseen",
  "stop-has-a-name",
  "stop-instead",
  "stop-lifted",
  "stop-unconfirmed",
  "stopped-already",
  "store-refused",
  "tables-inconsistent",
  "thresholds-cross",
  "tier-not-allowed",
  "tier-not-asked",
  "tier-note-missing",
  "tiers-unjudged",
  "too-early",
  "too-few-statements",
  "too-long",
  "too-many",
  "too-many-steps",
  "twice",
  "unknown",
  "unknown-currency",
  "unknown-month",
  "unknown-zone",
  "unreadable-value",
  "unseen-character",
  "voted-already",
  "vouchers-since",
  "words-erased",
  "wrong-key-file",
  "wrong-kind",
] as const;

export type Code = (typeof codes)[number];
