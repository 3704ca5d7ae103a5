// Generated from the desk's operations. Do not edit.
import { call } from './transport'

export type Nothing = Record<string, never>
export type Grant = string
export type Purpose = 'open-workspace' | 'new-workspace' | 'read-inventory' | 'save-report' | 'save-pack' | 'save-copy' | 'read-key-file' | 'save-key-file'
export type ChooseFile = { purpose: Purpose, suggested: string | null }
export type Chosen = { grant: Grant | null, name: string | null }
export type Written = { name: string, bytes: number, sha256: string, entry: number | null }
export type Problem = { code: string, says: string }
export type Frame = { workspace: WorkspaceFrame | null, recent: Array<RecentFile>, now: string, zone: string }
export type WorkspaceFrame = { id: string, name: string, file: string, demo: boolean, zone: string, read_only: string | null, person: PersonChoice | null, here: Array<PersonChoice>, locked: boolean, idle_minutes: number, reviews_waiting: number, foot: Foot, clock: ClockTrouble | null, gone_back: string | null }
export type ClockTrouble = { code: string, says: string }
export type PersonChoice = { person: string, name: string, roles: Array<string>, keeper: boolean, sponsor: boolean }
export type Foot = { entry: number, head: string, head_full: string, integrity: Standing, completeness: Standing }
export type Standing = 'unchecked' | 'holds' | 'fails'
export type Verdict = { standing: Standing, says: string }
export type Verify = { keys: string | null, seen: Array<string> }
export type Verification = { integrity: Verdict, completeness: Verdict, anchored: boolean, rests_on: string, demo: boolean, entries: number, texts: [number, number, number], head: string, faults: Array<Fault>, notes: Array<string> }
export type Fault = { code: string, entry: number | null, place: string | null, says: string }
export type RecentFile = { id: string, name: string, file: string, there: boolean }
export type CreateWorkspace = { grant: Grant, name: string, zone: string, fiscal_start: number, founder: string, passphrase: string, sponsor: Sponsor | null }
export type Sponsor = { name: string, passphrase: string | null }
export type OpenWorkspace = { grant: Grant }
export type OpenRecent = { id: string }
export type SignIn = { person: string, passphrase: string }
export type AcknowledgeClock = { passphrase: string }
export type DeclareRestore = { ground: string, passphrase: string }
export type BackUp = { grant: Grant }
export type PeopleView = { people: Array<PersonRow>, roles: Array<RoleRow> }
export type PersonRow = { person: string, name: string | null, contact: string | null, left: boolean, roles: Array<RoleHeld>, keys: Array<KeyRow> }
export type RoleHeld = { role: string, name: string, from: string, to: string | null }
export type RoleRow = { role: string, name: string }
export type KeyRow = { key: string, fingerprint: string, in_force: boolean, since_entry: number, here: boolean }
export type AddPerson = { name: string, contact: string, roles: Array<string> }
export type GiveRole = { person: string, role: string, from: string, to: string | null }
export type EndRole = { person: string, role: string, on: string }
export type RecordLeaving = { person: string, passphrase: string }
export type EnrolKey = { person: string, new_passphrase: string, passphrase: string }
export type ReplaceKey = { passphrase: string, new_passphrase: string }
export type RetireKey = { person: string, key: string, passphrase: string }
export type SaveKeyFile = { grant: Grant }
export type BringKeyFile = { grant: Grant, passphrase: string }
export type RegisterQuery = { as_of: number | null }
export type RegisterView = { workflows: Array<RegisterRow>, live: number, tiers: [number, number, number, number, number], as_of: number }
export type RegisterRow = { workflow: string, name: string | null, status: Status, found_live: boolean, tier: Tier | null, tier_stated: boolean, write_stage: WriteStage | null, phase: Phase | null, kind: Kind | null, owner: string | null, owner_known: boolean, approver: string | null, kill_switch_owner: string | null, data_risks: Array<DataRisk> | null, guardrails: Array<string>, kpis: Array<string>, bottleneck: string | null, outcome: string | null, ai_does: string | null, human_does: string | null, governance: string | null, vendor: string | null, product: string | null, model: string | null, system_of_record: string | null, logs: string | null, rollback_plan: string | null, since_entry: number, changed_entry: number }
export type AddWorkflow = { name: string, ai_does: string, human_does: string, phase: Phase | null, kind: Kind | null, owner: string | null, vendor: string }
export type WorkflowAdded = { workflow: string, register: RegisterView }
export type PreviewImport = { grant: Grant }
export type ImportPreview = { file: string, sha256: string, encoding: string, delimiter: string, rows: number, columns: Array<ColumnUse>, accepted: Array<RegisterRow>, skipped: Array<RejectedRow>, rejected: Array<RejectedRow>, taken_in_before: number | null }
export type ColumnUse = { column: string, field: string | null }
export type RejectedRow = { line: number, column: string | null, code: string, says: string, row: string }
export type ImportWorkflows = { grant: Grant, sha256: string | null }
export type ImportDone = { registered: number, skipped: number, rejected: Array<RejectedRow>, register: RegisterView }
export type SaveRejected = { source: Grant, grant: Grant }
export type ReviewsView = { waiting: Array<ReviewRow>, coming: Array<ReviewRow>, past: Array<ReviewRow>, held: number, expected: number }
export type ReviewState = 'coming' | 'due' | 'late' | 'open' | 'closed' | 'missed'
export type ReviewRow = { review: string, name: string, due: string, state: ReviewState, minutes: number, answered: number, items: number, found: [number, number, number, number], countersigned: boolean }
export type ReviewQuery = { review: string }
export type ReviewView = { review: string, name: string, due: string, state: ReviewState, opened: string | null, minutes: number, chair: string | null, chair_name: string | null, yours: boolean, items: Array<ItemRow>, left: number, attendance: Array<AttendanceRow>, reached: number, required: number, quorum: number, vacant: Array<string>, carried_in: Array<ItemRow>, addenda: Array<Addendum>, closed: Signature | null, countersigned: Signature | null }
export type ItemRow = { item: string, number: number, title: string, question: string, minutes: number, outcome: Outcome | null, note: string | null, seconds: number, figures: Array<FigureShown> }
export type FigureShown = { figure: string, label: string, value: string }
export type AttendanceRow = { person: string, name: string, roles: Array<string>, presence: Presence | null, delegate: string | null, chair: boolean }
export type Addendum = { at: string, by: string, text: string | null, entry: number }
export type Signature = { person: string, name: string, at: string, fingerprint: string, entry: number, head: string }
export type OpenReview = { review: string }
export type StateAttendance = { review: string, person: string, presence: Presence, delegate: string }
export type AnswerItem = { review: string, item: string, outcome: Outcome, note: string, seconds: number }
export type CloseReview = { review: string, passphrase: string }
export type CountersignReview = { review: string, passphrase: string }
export type WriteAddendum = { review: string, text: string }
export type LogQuery = { before: number | null, limit: number | null, about: string | null }
export type LogView = { rows: Array<LogRow>, entries: number, more: boolean }
export type LogRow = { entry: number, at: string, by: string, by_name: string, event: string, says: string, about: string | null, why: string | null, texts: Array<TextAt>, hash: string }
export type TextAt = { path: string, text: string | null }
export type EraseText = { entry: number, path: string, ground: string, passphrase: string }
export type PaperForm = 'pdf' | 'csv' | 'markdown'
export type ExportRegister = { form: PaperForm, grant: Grant, as_of: number | null }
export type ExportMinutes = { review: string, form: PaperForm, grant: Grant }
export type ExportPack = { grant: Grant, withhold_contacts: boolean }
export type Phase = 'data-sourcing' | 'campaign-execution' | 'pipeline-progression'
export type Kind = 'lead-scoring' | 'enrichment' | 'routing' | 'outreach' | 'sequencing' | 'forecasting' | 'next-best-action' | 'call-summary' | 'renewal' | 'deal-desk' | 'de-duplication' | 'content' | 'agent'
export type Status = 'draft' | 'live' | 'paused' | 'stopped' | 'retired'
export type DataRisk = 'personal-data' | 'customer-confidential' | 'pricing' | 'contract-terms' | 'credentials'
export type Tier = 'suggest' | 'draft' | 'execute-with-approval' | 'execute-autonomously'
export type WriteStage = 'read-only-assist' | 'draft-mode' | 'conditional-write' | 'automated-write'
export type Permitted = 'blocked' | 'tier1' | 'tier2' | 'tier3' | 'tier4'
export type Outcome = 'fine' | 'attention' | 'breach' | 'not-applicable'
export type Presence = 'present' | 'excused' | 'delegate' | 'absent'

export const operations = {
  frame: (request: Nothing) => call<Frame>('frame', request),
  choose_file: (request: ChooseFile) => call<Chosen>('choose_file', request),
  create_workspace: (request: CreateWorkspace) => call<Frame>('create_workspace', request),
  open_demo: (request: Nothing) => call<Frame>('open_demo', request),
  open_workspace: (request: OpenWorkspace) => call<Frame>('open_workspace', request),
  open_recent: (request: OpenRecent) => call<Frame>('open_recent', request),
  close_workspace: (request: Nothing) => call<Frame>('close_workspace', request),
  sign_in: (request: SignIn) => call<Frame>('sign_in', request),
  lock: (request: Nothing) => call<Frame>('lock', request),
  stay: (request: Nothing) => call<Frame>('stay', request),
  verify: (request: Verify) => call<Verification>('verify', request),
  acknowledge_clock: (request: AcknowledgeClock) => call<Frame>('acknowledge_clock', request),
  declare_restore: (request: DeclareRestore) => call<Frame>('declare_restore', request),
  back_up: (request: BackUp) => call<Written>('back_up', request),
  register: (request: RegisterQuery) => call<RegisterView>('register', request),
  add_workflow: (request: AddWorkflow) => call<WorkflowAdded>('add_workflow', request),
  preview_import: (request: PreviewImport) => call<ImportPreview>('preview_import', request),
  import_workflows: (request: ImportWorkflows) => call<ImportDone>('import_workflows', request),
  save_rejected: (request: SaveRejected) => call<Written>('save_rejected', request),
  people: (request: Nothing) => call<PeopleView>('people', request),
  add_person: (request: AddPerson) => call<PeopleView>('add_person', request),
  give_role: (request: GiveRole) => call<PeopleView>('give_role', request),
  end_role: (request: EndRole) => call<PeopleView>('end_role', request),
  record_leaving: (request: RecordLeaving) => call<PeopleView>('record_leaving', request),
  enrol_key: (request: EnrolKey) => call<PeopleView>('enrol_key', request),
  replace_key: (request: ReplaceKey) => call<PeopleView>('replace_key', request),
  retire_key: (request: RetireKey) => call<PeopleView>('retire_key', request),
  save_key_file: (request: SaveKeyFile) => call<Written>('save_key_file', request),
  bring_key_file: (request: BringKeyFile) => call<PeopleView>('bring_key_file', request),
  reviews: (request: Nothing) => call<ReviewsView>('reviews', request),
  review: (request: ReviewQuery) => call<ReviewView>('review', request),
  open_review: (request: OpenReview) => call<ReviewView>('open_review', request),
  state_attendance: (request: StateAttendance) => call<ReviewView>('state_attendance', request),
  answer_item: (request: AnswerItem) => call<ReviewView>('answer_item', request),
  close_review: (request: CloseReview) => call<ReviewView>('close_review', request),
  countersign_review: (request: CountersignReview) => call<ReviewView>('countersign_review', request),
  write_addendum: (request: WriteAddendum) => call<ReviewView>('write_addendum', request),
  log: (request: LogQuery) => call<LogView>('log', request),
  erase_text: (request: EraseText) => call<LogView>('erase_text', request),
  export_register: (request: ExportRegister) => call<Written>('export_register', request),
  export_minutes: (request: ExportMinutes) => call<Written>('export_minutes', request),
  export_pack: (request: ExportPack) => call<Written>('export_pack', request),
} as const

export const codes = [
  'already-open',
  'attendance-missing',
  'bad-request',
  'blank',
  'cancelled',
  'clock-behind',
  'clock-jumped',
  'clock-trouble',
  'closed',
  'countersigned',
  'disk-failed',
  'disk-full',
  'ends-before-it-starts',
  'entry-unreadable',
  'export-failed',
  'file-damaged',
  'file-exists',
  'file-foreign',
  'file-locked',
  'file-missing',
  'file-newer',
  'file-read-only',
  'has-key',
  'has-left',
  'head-unreadable',
  'holds-already',
  'holds-not',
  'import-changed',
  'import-empty',
  'import-unreadable',
  'internal',
  'items-left',
  'key-file-unreadable',
  'key-missing-here',
  'key-taken',
  'keys-unreadable',
  'last-keeper',
  'ledger-broken',
  'locked',
  'machine-not-enrolled',
  'missed',
  'name-taken',
  'no-occurrence',
  'no-profile',
  'no-quorum',
  'no-such-item',
  'no-such-key',
  'no-such-text',
  'no-workspace',
  'not-closed',
  'not-entitled',
  'not-granted',
  'not-the-chair',
  'note-missing',
  'nothing-to-declare',
  'own-countersignature',
  'passphrase-short',
  'passphrase-wrong',
  'profile-unusable',
  'read-only',
  'restore-undeclared',
  'sealing-failed',
  'signed-out',
  'store-refused',
  'tables-inconsistent',
  'too-early',
  'too-few-statements',
  'too-long',
  'unknown',
  'unknown-month',
  'unknown-zone',
  'wrong-key-file',
] as const

export type Code = (typeof codes)[number]
