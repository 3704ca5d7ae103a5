//! Why something may not be done, and what would open the way.

use crate::metric::{Period, Span, Value};
use crate::{
    AbsenceRef, ActionRef, DecisionRef, EvidenceRef, ExceptionRef, ItemId, MetricRef, Moment,
    PersonRef, ReviewRef, RoleId, StopRef, TeamRef, WorkflowRef,
};

/// A rule said no. Each has a stable code, and carries what a person needs to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A field that must hold words is blank.
    #[error("{field} is blank; give it some words")]
    Blank {
        /// Which field.
        field: &'static str,
    },
    /// A field is longer than the desk keeps.
    #[error("{field} has {length} characters; at most {limit} fit")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A field holds a character that does not show, or makes words read otherwise than stored.
    #[error("{field} holds {}; type it again without", unseen_words(*.character))]
    UnseenCharacter {
        /// Which field.
        field: &'static str,
        /// The first of them.
        character: char,
    },
    /// The time zone is not in the IANA list.
    #[error("“{zone}” is not a time zone; write one like Europe/Berlin")]
    UnknownZone {
        /// What was given.
        zone: String,
    },
    /// The fiscal year must start in a month.
    #[error("a fiscal year starts in month 1 to 12, not {month}")]
    UnknownMonth {
        /// What was given.
        month: u32,
    },
    /// A number is too small or too large.
    #[error("{field} is {given}; it must be from {least} to {most}")]
    OutOfRange {
        /// Which number.
        field: &'static str,
        /// What was given.
        given: String,
        /// The smallest there may be.
        least: String,
        /// The largest there may be.
        most: String,
    },
    /// An identifier has characters that names of reviews cannot have.
    #[error(
        "{field} is “{written}”; use small letters, digits and single hyphens, starting with a letter"
    )]
    NotAnIdentifier {
        /// Which one.
        field: &'static str,
        /// What was given.
        written: String,
    },
    /// A date range ends before it starts.
    #[error("it cannot end on {to}, before it starts on {from}")]
    EndsBeforeItStarts {
        /// First day.
        from: chrono::NaiveDate,
        /// Last day.
        to: chrono::NaiveDate,
    },
    /// No such thing is known at this moment.
    #[error("{reference} is not known in this workspace")]
    Unknown {
        /// What was asked for.
        reference: String,
    },
    /// The act is kept for some roles.
    #[error("{act} is for {}; {person} holds none of these roles today", list(roles))]
    NotEntitled {
        /// What was tried.
        act: &'static str,
        /// Who tried.
        person: PersonRef,
        /// Who may.
        roles: Vec<RoleId>,
    },
    /// A name is taken.
    #[error("{reference} is already called “{name}”; choose another name or change that one")]
    NameTaken {
        /// The name.
        name: String,
        /// What holds it.
        reference: String,
    },
    /// Nothing in what was given differs from what stands.
    #[error("nothing differs from what stands already")]
    NothingChanged,
    /// The act needs a reason.
    #[error("{act} needs a reason; say why in a sentence")]
    ReasonMissing {
        /// What was tried.
        act: &'static str,
    },
    /// Only a decision makes a running workflow freer.
    #[error("{what}; only a decision makes a workflow freer than it stands, lowering it is open")]
    NeedsDecision {
        /// What would be freer.
        what: String,
    },
    /// The change is for another kind of decision, which has another right.
    #[error("a decision of the kind “{kind}” does not carry {what}; propose it as the kind it is")]
    WrongKind {
        /// The kind chosen.
        kind: &'static str,
        /// What it does not carry.
        what: String,
    },
    /// Tier and stage go up one step at a time.
    #[error("“{what}” would go up more than one step; autonomy is earned one step at a time")]
    TooManySteps {
        /// What.
        what: &'static str,
    },
    /// Launch rules do not hold.
    #[error("rules keep it from being live: {}", rules.join(" "))]
    RulesBlock {
        /// The rules, in sentences.
        rules: Vec<&'static str>,
    },
    /// What the decision right asks to be shown is not there.
    #[error("what its decision right asks for is not there: {}", missing.join("; "))]
    EvidenceMissing {
        /// What is missing, in words.
        missing: Vec<String>,
    },
    /// Nobody but the proposer acts for the roles that approve.
    #[error(
        "nobody but the proposer acts for {}; let somebody else propose it, or give the role to somebody",
        list(roles)
    )]
    NobodyApproves {
        /// The roles.
        roles: Vec<RoleId>,
    },
    /// Whoever proposed it does not vote on it.
    #[error("{person} proposed {decision}; somebody else approves it")]
    OwnProposal {
        /// Which decision.
        decision: DecisionRef,
        /// Who proposed it.
        person: PersonRef,
    },
    /// Only the proposer withdraws.
    #[error("{decision} was proposed by {person}, who alone withdraws it")]
    NotTheProposer {
        /// Which decision.
        decision: DecisionRef,
        /// Who proposed it.
        person: PersonRef,
    },
    /// A person votes once.
    #[error("{person} has voted on {decision} already; a vote counts once")]
    VotedAlready {
        /// Which decision.
        decision: DecisionRef,
        /// Who.
        person: PersonRef,
    },
    /// Others are heard before an approval counts.
    #[error("{decision} is not approved before {} has been consulted", list(roles))]
    ConsultFirst {
        /// Which decision.
        decision: DecisionRef,
        /// Who is heard first.
        roles: Vec<RoleId>,
    },
    /// Another role is asked first, or this one has approved.
    #[error("{decision} waits for {} now; this approval is not its turn", list(roles))]
    OutOfTurn {
        /// Which decision.
        decision: DecisionRef,
        /// Whose turn it is.
        roles: Vec<RoleId>,
    },
    /// Approvals are missing.
    #[error("{decision} is not approved yet; it waits for {}", list(roles))]
    NotApproved {
        /// Which decision.
        decision: DecisionRef,
        /// Whose approval is missing.
        roles: Vec<RoleId>,
    },
    /// The decision came to an end.
    #[error("{decision} is {state}; propose it anew if it is still wanted")]
    DecisionOver {
        /// Which decision.
        decision: DecisionRef,
        /// Where it stands.
        state: &'static str,
    },
    /// The decision's time passed.
    #[error("{decision} lapsed at {until}; propose it anew if it is still wanted")]
    DecisionLapsed {
        /// Which decision.
        decision: DecisionRef,
        /// When.
        until: Moment,
    },
    /// What the decision would change was changed by something else.
    #[error(
        "{decision} is stale: entry {entry} changed what it would change; propose it anew on what stands"
    )]
    DecisionStale {
        /// Which decision.
        decision: DecisionRef,
        /// The entry that changed it.
        entry: u64,
    },
    /// A decision did nothing that could be undone, or was undone.
    #[error("{decision} has nothing to be rolled back: it was not applied, or was undone already")]
    NothingToUndo {
        /// Which decision.
        decision: DecisionRef,
    },
    /// This kind of action is approved every time.
    #[error("“{action}” cannot stand on tier 4: {because}")]
    TierNotAllowed {
        /// The kind of action.
        action: &'static str,
        /// Why, and what would open it where something does.
        because: &'static str,
    },
    /// A rule that is never off.
    #[error("this rule stays on: {rule}")]
    RuleStaysOn {
        /// The rule in a sentence.
        rule: &'static str,
    },
    /// What was to be put off is no finding.
    #[error("{about} holds this rule by now: {rule}")]
    FindingGone {
        /// The rule in a sentence.
        rule: &'static str,
        /// What it is about.
        about: String,
    },
    /// A limit that limits nothing, or everything.
    #[error("the limit of “{action}” cannot be used: {because}")]
    LimitUnusable {
        /// The kind of action.
        action: &'static str,
        /// What is wrong with it.
        because: &'static str,
    },
    /// A list holds something twice.
    #[error("“{what}” stands there twice; keep one")]
    Twice {
        /// What.
        what: String,
    },
    /// A currency is three capital letters.
    #[error("“{written}” is not a currency; write three capital letters like EUR")]
    UnknownCurrency {
        /// What was given.
        written: String,
    },
    /// Costs and benefits are not negative.
    #[error("{amount} is negative; write costs and benefits as amounts above zero")]
    NegativeAmount {
        /// What was given.
        amount: String,
    },
    /// A workflow does not go there without a decision.
    #[error("a workflow does not go from {from} to {to} without a decision")]
    NoSuchStep {
        /// Where it stands.
        from: &'static str,
        /// Where it was to go.
        to: &'static str,
    },
    /// The person has left.
    #[error("{person} has left; a person who has left gets no role and no key")]
    HasLeft {
        /// Who.
        person: PersonRef,
    },
    /// The person holds the role already.
    #[error("{person} holds the role {role} already")]
    HoldsAlready {
        /// Who.
        person: PersonRef,
        /// Which role.
        role: RoleId,
    },
    /// The person does not hold the role.
    #[error("{person} does not hold the role {role}")]
    HoldsNot {
        /// Who.
        person: PersonRef,
        /// Which role.
        role: RoleId,
    },
    /// The person has another place in the same order on the same day.
    #[error("{person} is named twice for the same days; leave one of the two")]
    NamedTwice {
        /// Who.
        person: PersonRef,
    },
    /// Another absence of the same person covers some of the days.
    #[error("{person} is away on some of these days already ({absence}); change that absence")]
    AwayAlready {
        /// Who.
        person: PersonRef,
        /// The other absence.
        absence: AbsenceRef,
    },
    /// The person belongs to the team already.
    #[error("{person} belongs to {team} on some of these days already")]
    MemberAlready {
        /// Who.
        person: PersonRef,
        /// Which team.
        team: TeamRef,
    },
    /// The person does not belong to the team.
    #[error("{person} does not belong to {team} after that day")]
    NoMember {
        /// Who.
        person: PersonRef,
        /// Which team.
        team: TeamRef,
    },
    /// The team is disbanded.
    #[error("{team} is disbanded; form another team")]
    Disbanded {
        /// Which team.
        team: TeamRef,
    },
    /// The person has or had a key already; it is replaced instead.
    #[error(
        "{person} has had a key already; a new one takes its place by the old key, or by two people of other roles"
    )]
    HasKey {
        /// Who.
        person: PersonRef,
    },
    /// The key is used by someone already.
    #[error("this key is {person}'s already; every person signs with a key of their own")]
    KeyTaken {
        /// Whose.
        person: PersonRef,
    },
    /// The key is not one of the person's keys in force.
    #[error("{person} has no such key in force")]
    NoSuchKey {
        /// Whose it should be.
        person: PersonRef,
    },
    /// Nobody who may mend the desk would be left with a key.
    #[error("{person} is the last with a key who may change people and keys; enrol another first")]
    LastKeeper {
        /// Who.
        person: PersonRef,
    },
    /// Replacing somebody's key takes the old key, or two people of other roles.
    #[error(
        "replacing the key of {person} takes the old key, or statements by two people who each \
         hold a role that the other does not; {given} valid given"
    )]
    TooFewStatements {
        /// Whose key.
        person: PersonRef,
        /// How many counted.
        given: usize,
    },
    /// What was written is no exact decimal.
    #[error(
        "“{written}” is not a number as metrics keep it; write digits with at most one point, like 3.1"
    )]
    NotANumber {
        /// What was given.
        written: String,
    },
    /// What was written is no period, or one of another length.
    #[error("“{written}” is not {}", period(*.span))]
    NotAPeriod {
        /// What was given.
        written: String,
        /// How long the metric's periods are, where that is at fault.
        span: Option<Span>,
    },
    /// The period lies ahead.
    #[error("{period} has not begun; the latest that can have a value is {running}")]
    PeriodAhead {
        /// Which period.
        period: Period,
        /// The one that runs.
        running: Period,
    },
    /// The period has a value.
    #[error("{metric} has {value} for {period} already; correct it with a reason instead")]
    ObservedAlready {
        /// Which metric.
        metric: MetricRef,
        /// In which period.
        period: Period,
        /// Its value.
        value: Value,
    },
    /// The period has no value that could be corrected.
    #[error("{metric} has no value for {period} yet; record it instead")]
    NotObserved {
        /// Which metric.
        metric: MetricRef,
        /// In which period.
        period: Period,
    },
    /// A baseline would reach back.
    #[error(
        "a baseline never reaches back: from {from} it would judge what is known already; it can begin with {first}"
    )]
    BaselineBackwards {
        /// Where it would begin.
        from: Period,
        /// Where it may.
        first: Period,
    },
    /// The metric is retired.
    #[error("{metric} is retired and is measured no longer")]
    MetricRetired {
        /// Which metric.
        metric: MetricRef,
    },
    /// What a metric's values mean cannot change under them.
    #[error(
        "unit, direction and period of {metric} stay, because it has values or a baseline; retire it and define another"
    )]
    MeaningFixed {
        /// Which metric.
        metric: MetricRef,
    },
    /// The line that wants attention lies beyond the limit.
    #[error("the line that wants attention lies beyond the limit; put it before the limit")]
    ThresholdsCross,
    /// Whoever a statement is about does not sign it.
    #[error("{person} neither vouches for their own new key nor enters it; others do")]
    OwnStatement {
        /// Who.
        person: PersonRef,
    },
    /// A statement was made for another workspace.
    #[error("the statement by {by} was made for another workspace; it counts only there")]
    StatementForeign {
        /// Who signed it.
        by: PersonRef,
    },
    /// A statement is signed with a key that is not the signer's in force.
    #[error(
        "the statement by {by} is signed with key {key}, which is not in force; {by} signs the request again with the key in force"
    )]
    StatementKeyEnded {
        /// Who signed it.
        by: PersonRef,
        /// With which key.
        key: String,
    },
    /// A statement's signature does not hold.
    #[error("the statement by {by} was altered after it was signed; ask {by} for the file again")]
    StatementAltered {
        /// Who signed it.
        by: PersonRef,
    },
    /// A statement was used before.
    #[error("the statement by {by} was taken in before; it counts once")]
    StatementAgain {
        /// Who signed it.
        by: PersonRef,
    },
    /// A statement judges something else.
    #[error(
        "the statement by {by} is about another request; take each request's statements in alone"
    )]
    StatementElsewhere {
        /// Who signed it.
        by: PersonRef,
    },
    /// A statement came too late.
    #[error("the statement by {by} was of use until {expires}; make a new request")]
    StatementExpired {
        /// Who signed it.
        by: PersonRef,
        /// Until when it counted.
        expires: Moment,
    },
    /// A statement was made over a record that this one does not continue.
    #[error(
        "the statement by {by} was made over another copy of this workspace than this file; open the file that the request was made from"
    )]
    StatementUnseen {
        /// Who signed it.
        by: PersonRef,
    },
    /// A statement says no.
    #[error("{by} was asked and says “{verdict}”; the statement opens nothing")]
    StatementSaysNo {
        /// Who signed it.
        by: PersonRef,
        /// What it says.
        verdict: String,
    },
    /// A request for statements has run out.
    #[error("the request was of use until {expires}; make a new one")]
    RequestExpired {
        /// Until when.
        expires: Moment,
    },
    /// A recurrence rule cannot be used.
    #[error("the rule “{rule}” cannot be used: {why}")]
    BadRule {
        /// The rule.
        rule: String,
        /// What is wrong with it.
        why: String,
    },
    /// A cadence would begin before the period that runs.
    #[error("a cadence cannot begin on {from}, in the past; choose {earliest} or later")]
    BeginsInThePast {
        /// The day given.
        from: chrono::NaiveDate,
        /// The first day it may begin on.
        earliest: chrono::NaiveDate,
    },
    /// A monthly or quarterly review is never skipped.
    #[error("a monthly or quarterly review is not skipped on a day off; let it move or stay")]
    NeverSkipped,
    /// The items take longer than the review.
    #[error("the items take {planned} minutes together; the review has {minutes}")]
    AgendaTooLong {
        /// Minutes planned for the items.
        planned: u32,
        /// Minutes the review takes.
        minutes: u32,
    },
    /// The review was opened already.
    #[error("{review} was opened already")]
    AlreadyOpen {
        /// Which review.
        review: ReviewRef,
    },
    /// The cadence has no review of that name.
    #[error("{review} is not an occurrence of this cadence")]
    NoOccurrence {
        /// Which review.
        review: ReviewRef,
    },
    /// The review's period has not begun.
    #[error("{review} cannot be opened before its period begins on {from}")]
    TooEarly {
        /// Which review.
        review: ReviewRef,
        /// When it may be opened.
        from: Moment,
    },
    /// The next occurrence fell due, so this one is missed for ever.
    #[error("{review} was missed when the next fell due on {since}; it stays missed")]
    Missed {
        /// Which review.
        review: ReviewRef,
        /// Since when.
        since: Moment,
    },
    /// The review is closed; only an addendum may be added.
    #[error("{review} is closed and locked; add an addendum instead")]
    Closed {
        /// Which review.
        review: ReviewRef,
    },
    /// The review is not closed yet.
    #[error("{review} is not closed yet")]
    NotClosed {
        /// Which review.
        review: ReviewRef,
    },
    /// The checklist has no such item.
    #[error("{review} has no item “{item}”")]
    NoSuchItem {
        /// Which review.
        review: ReviewRef,
        /// Which item.
        item: ItemId,
    },
    /// An outcome that is not fine needs words.
    #[error("an outcome other than fine needs a note that says why")]
    NoteMissing,
    /// Items are left.
    #[error("{review} cannot be closed: {} to go", items(*.left))]
    ItemsLeft {
        /// Which review.
        review: ReviewRef,
        /// How many.
        left: usize,
    },
    /// Nobody was there.
    #[error("{review} cannot be closed: attendance has not been stated for {}", people(missing))]
    AttendanceMissing {
        /// Which review.
        review: ReviewRef,
        /// For whom.
        missing: Vec<PersonRef>,
    },
    /// Too few of the required roles took part.
    #[error(
        "{review} cannot be closed: {reached} of {required} required roles took part; a quorum needs {quorum}"
    )]
    NoQuorum {
        /// Which review.
        review: ReviewRef,
        /// Roles that took part.
        reached: usize,
        /// Roles that the cadence requires.
        required: usize,
        /// Roles that a quorum needs.
        quorum: usize,
    },
    /// Only the chair closes.
    #[error("{review} is chaired by {chair}, who alone closes and signs it")]
    NotTheChair {
        /// Which review.
        review: ReviewRef,
        /// Who chairs it.
        chair: PersonRef,
    },
    /// Who was not there does not close.
    #[error(
        "{chair} chairs {review} and is stated as not having been there; somebody who was takes the chair, then closes it"
    )]
    ChairAway {
        /// Which review.
        review: ReviewRef,
        /// Who chairs it.
        chair: PersonRef,
    },
    /// The person chairs the review already.
    #[error("{person} chairs {review} already")]
    ChairsAlready {
        /// Which review.
        review: ReviewRef,
        /// Who.
        person: PersonRef,
    },
    /// A meeting cannot have been held then.
    #[error(
        "{review} cannot have been held from {from} to {to}: it ends after it begins, not before its period, and not later than now"
    )]
    NotHeldThen {
        /// Which review.
        review: ReviewRef,
        /// When it is said to have begun.
        from: Moment,
        /// When it is said to have ended.
        to: Moment,
    },
    /// The one who closed a review does not countersign it too.
    #[error("{person} closed {review}; the countersignature is another person's")]
    OwnCountersignature {
        /// Which review.
        review: ReviewRef,
        /// Who closed it.
        person: PersonRef,
    },
    /// The review has been countersigned.
    #[error("{review} has been countersigned already")]
    Countersigned {
        /// Which review.
        review: ReviewRef,
    },
    /// A day that has passed is no day to be in time for.
    #[error("{due} has passed; choose {today} or a later day")]
    DueInThePast {
        /// What was given.
        due: chrono::NaiveDate,
        /// Today.
        today: chrono::NaiveDate,
    },
    /// An address names how it is reached.
    #[error("“{written}” is no address; write one like https://example.com/report")]
    NotAnAddress {
        /// What was given.
        written: String,
    },
    /// The evidence is an address, so there is no file of it.
    #[error("{evidence} points at an address, not at a file")]
    NoFile {
        /// Which.
        evidence: EvidenceRef,
    },
    /// The evidence is attached there.
    #[error("{evidence} is attached to {to} already")]
    AttachedAlready {
        /// Which.
        evidence: EvidenceRef,
        /// To what.
        to: String,
    },
    /// The evidence is not attached there.
    #[error("{evidence} is not attached to {to}")]
    NotAttached {
        /// Which.
        evidence: EvidenceRef,
        /// To what.
        to: String,
    },
    /// The file is another than the one that was captured.
    #[error("this file is not the one {evidence} was captured from: its bytes differ")]
    AnotherFile {
        /// Which.
        evidence: EvidenceRef,
    },
    /// A file is too large to be kept.
    #[error(
        "the file has {size} bytes; at most {most} are kept in the workspace, so keep it where it \
         is and capture its pointer alone"
    )]
    FileTooLarge {
        /// How many bytes it has.
        size: u64,
        /// How many are kept at most.
        most: u64,
    },
    /// No file of the evidence is kept.
    #[error("the file of {evidence} is not kept in the workspace")]
    NotKept {
        /// Which.
        evidence: EvidenceRef,
    },
    /// The action item is done or was dropped.
    #[error("{action} is over; reopen it first")]
    ActionOver {
        /// Which.
        action: ActionRef,
    },
    /// The action item is not over.
    #[error("{action} is open; there is nothing to reopen")]
    ActionOpen {
        /// Which.
        action: ActionRef,
    },
    /// The person has the action item already.
    #[error("{action} is {person}'s already; hand it to somebody else")]
    ActionHeld {
        /// Which.
        action: ActionRef,
        /// Whose.
        person: PersonRef,
    },
    /// The workflow stands stopped.
    #[error("{workflow} is stopped already; what is left is to confirm it in each system")]
    StoppedAlready {
        /// Which.
        workflow: WorkflowRef,
    },
    /// The workflow does not act.
    #[error("{workflow} is {}; there is nothing to stop", status.to_lowercase())]
    NotRunning {
        /// Which.
        workflow: WorkflowRef,
        /// Where it stands.
        status: &'static str,
    },
    /// A drill of the workflow is not confirmed yet.
    #[error("{stop} is still under way; confirm it in each system before the next drill")]
    DrillUnderWay {
        /// The drill.
        stop: StopRef,
    },
    /// It is known who pulled the kill switch.
    #[error("{stop} is {person}'s; it needs no other name")]
    StopHasAName {
        /// Which.
        stop: StopRef,
        /// Whose.
        person: PersonRef,
    },
    /// The workflow is live again.
    #[error("{stop} is over: the workflow is live again, so there is nothing to confirm")]
    StopLifted {
        /// Which.
        stop: StopRef,
    },
    /// The system was confirmed before.
    #[error("that system of {stop} is confirmed already")]
    ConfirmedAlready {
        /// Which.
        stop: StopRef,
    },
    /// A stop is not confirmed in every system.
    #[error("{stop} is not confirmed in every system yet; confirm it there first")]
    StopUnconfirmed {
        /// Which.
        stop: StopRef,
    },
    /// The exception is over.
    #[error("{exception} is resolved already")]
    ExceptionResolved {
        /// Which.
        exception: ExceptionRef,
    },
    /// The person neither belongs to the team nor manages it.
    #[error("{person} neither belongs to {team} nor manages it; choose a team of theirs")]
    NotTheirTeam {
        /// Which team.
        team: TeamRef,
        /// Who.
        person: PersonRef,
    },
    /// The machine's clock stands before the last entry.
    #[error(
        "this machine's clock says {now}, before the last entry of {last}; set the clock right first"
    )]
    ClockBehind {
        /// What the clock says.
        now: Moment,
        /// When the last entry was made.
        last: Moment,
    },
    /// The machine's clock went far ahead of the last entry.
    #[error(
        "this machine's clock is {days} days past the last entry; acknowledge that its date is right first"
    )]
    ClockJumped {
        /// What the clock says.
        now: Moment,
        /// When the last entry was made.
        last: Moment,
        /// Days between.
        days: i64,
    },
    /// There is nothing to acknowledge or to declare.
    #[error("nothing of the kind is open; nothing was recorded")]
    NothingToDeclare,
    /// More of something than the desk keeps.
    #[error("there are {count} {what}; at most {limit} fit")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Somebody else changed the same thing meanwhile.
    #[error("{what} was changed by entry {entry} since you looked; look at it again first")]
    MovedOn {
        /// What.
        what: String,
        /// The entry that changed it.
        entry: u64,
    },
    /// Lint marks what must be mended first.
    #[error("{} the matrix from being applied; mend what is marked first", marks(*.blocking))]
    MarksBlock {
        /// How many marks block.
        blocking: usize,
    },
    /// There is no such text, or it is gone already.
    #[error("entry {seq} holds no text at {path}, or it was erased before")]
    NoSuchText {
        /// Which entry.
        seq: u64,
        /// Where in it.
        path: String,
    },
}

macro_rules! codes {
    ($($variant:ident: $code:literal,)*) => {
        impl Refusal {
            /// Every code there is.
            pub const CODES: &[&str] = &[$($code),*];

            /// A stable code, the same for ever.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)*
                }
            }
        }
    };
}

codes! {
    Blank: "blank",
    TooLong: "too-long",
    UnseenCharacter: "unseen-character",
    UnknownZone: "unknown-zone",
    UnknownMonth: "unknown-month",
    OutOfRange: "out-of-range",
    NotAnIdentifier: "not-an-identifier",
    EndsBeforeItStarts: "ends-before-it-starts",
    Unknown: "unknown",
    NotEntitled: "not-entitled",
    NameTaken: "name-taken",
    NothingChanged: "nothing-changed",
    ReasonMissing: "reason-missing",
    NeedsDecision: "needs-decision",
    WrongKind: "wrong-kind",
    TooManySteps: "too-many-steps",
    RulesBlock: "rules-block",
    EvidenceMissing: "evidence-missing",
    NobodyApproves: "nobody-approves",
    OwnProposal: "own-proposal",
    NotTheProposer: "not-the-proposer",
    VotedAlready: "voted-already",
    ConsultFirst: "consult-first",
    OutOfTurn: "out-of-turn",
    NotApproved: "not-approved",
    DecisionOver: "decision-over",
    DecisionLapsed: "decision-lapsed",
    DecisionStale: "decision-stale",
    NothingToUndo: "nothing-to-undo",
    TierNotAllowed: "tier-not-allowed",
    RuleStaysOn: "rule-stays-on",
    FindingGone: "finding-gone",
    LimitUnusable: "limit-unusable",
    UnknownCurrency: "unknown-currency",
    NegativeAmount: "negative-amount",
    NoSuchStep: "no-such-step",
    HasLeft: "has-left",
    HoldsAlready: "holds-already",
    HoldsNot: "holds-not",
    NamedTwice: "named-twice",
    AwayAlready: "away-already",
    MemberAlready: "member-already",
    NoMember: "no-member",
    Disbanded: "disbanded",
    HasKey: "has-key",
    KeyTaken: "key-taken",
    NoSuchKey: "no-such-key",
    LastKeeper: "last-keeper",
    TooFewStatements: "too-few-statements",
    NotANumber: "not-a-number",
    NotAPeriod: "not-a-period",
    PeriodAhead: "period-ahead",
    ObservedAlready: "observed-already",
    NotObserved: "not-observed",
    BaselineBackwards: "baseline-backwards",
    MetricRetired: "metric-retired",
    MeaningFixed: "meaning-fixed",
    ThresholdsCross: "thresholds-cross",
    OwnStatement: "own-statement",
    StatementForeign: "statement-foreign",
    StatementKeyEnded: "statement-key-ended",
    StatementAltered: "statement-altered",
    StatementAgain: "statement-again",
    StatementElsewhere: "statement-elsewhere",
    StatementExpired: "statement-expired",
    StatementUnseen: "statement-unseen",
    StatementSaysNo: "statement-says-no",
    RequestExpired: "request-expired",
    BadRule: "bad-rule",
    BeginsInThePast: "begins-in-the-past",
    NeverSkipped: "never-skipped",
    AgendaTooLong: "agenda-too-long",
    AlreadyOpen: "already-open",
    NoOccurrence: "no-occurrence",
    TooEarly: "too-early",
    Missed: "missed",
    Closed: "closed",
    NotClosed: "not-closed",
    NoSuchItem: "no-such-item",
    NoteMissing: "note-missing",
    ItemsLeft: "items-left",
    AttendanceMissing: "attendance-missing",
    NoQuorum: "no-quorum",
    NotTheChair: "not-the-chair",
    ChairAway: "chair-away",
    ChairsAlready: "chairs-already",
    NotHeldThen: "not-held-then",
    OwnCountersignature: "own-countersignature",
    Countersigned: "countersigned",
    DueInThePast: "due-in-the-past",
    NotAnAddress: "not-an-address",
    NoFile: "no-file",
    AttachedAlready: "attached-already",
    NotAttached: "not-attached",
    AnotherFile: "another-file",
    FileTooLarge: "file-too-large",
    NotKept: "not-kept",
    ActionOver: "action-over",
    ActionOpen: "action-open",
    ActionHeld: "action-held",
    StoppedAlready: "stopped-already",
    NotRunning: "not-running",
    DrillUnderWay: "drill-under-way",
    StopHasAName: "stop-has-a-name",
    StopLifted: "stop-lifted",
    ConfirmedAlready: "confirmed-already",
    StopUnconfirmed: "stop-unconfirmed",
    ExceptionResolved: "exception-resolved",
    NotTheirTeam: "not-their-team",
    ClockBehind: "clock-behind",
    ClockJumped: "clock-jumped",
    NothingToDeclare: "nothing-to-declare",
    TooMany: "too-many",
    Twice: "twice",
    MovedOn: "moved-on",
    MarksBlock: "marks-block",
    NoSuchText: "no-such-text",
}

fn list<T: std::fmt::Display>(things: &[T]) -> String {
    things.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}

fn people(people: &[PersonRef]) -> String {
    people.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn period(span: Option<Span>) -> String {
    match span {
        Some(span) => {
            let word = match span {
                Span::Day => "day",
                Span::Week => "week",
                Span::Month => "month",
                Span::Quarter => "quarter",
            };
            format!(
                "a {word}, and this metric counts by the {word}; write one like {}",
                span.example()
            )
        }
        None => {
            let examples = Span::ALL.map(Span::example);
            format!("a period; write one like {}", examples.join(", "))
        }
    }
}

fn items(left: usize) -> String {
    if left == 1 { "1 item".to_owned() } else { format!("{left} items") }
}

/// How much a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Most characters.
    pub length: usize,
    /// Whether it is one line, as a name is; a free text may have several, and tabs.
    pub one_line: bool,
}

fn marks(blocking: usize) -> String {
    if blocking == 1 { "1 mark keeps".to_owned() } else { format!("{blocking} marks keep") }
}

/// What a name holds, and whatever else stands on one line.
pub const NAME_LIMIT: Limit = Limit { length: 200, one_line: true };
/// What a free text holds.
pub const TEXT_LIMIT: Limit = Limit { length: 20_000, one_line: false };

/// `words` without the white space around them, refused when blank or outside `limit`.
pub fn required(field: &'static str, words: &str, limit: Limit) -> Result<crate::Text, Refusal> {
    optional(field, words, limit)?.ok_or(Refusal::Blank { field })
}

/// Refuses an act whose reason is blank or longer than the desk keeps.
pub fn reasoned(act: &'static str, why: &str) -> Result<(), Refusal> {
    optional("the reason", why, TEXT_LIMIT)?.map(|_| ()).ok_or(Refusal::ReasonMissing { act })
}

/// Like [`required`], with none for blank words.
pub fn optional(
    field: &'static str,
    words: &str,
    limit: Limit,
) -> Result<Option<crate::Text>, Refusal> {
    // What is pasted may end its lines as another system does.
    let words = words.trim().replace("\r\n", "\n");
    limit.check(field, &words)?;
    Ok(crate::Text::some(&words))
}

impl Limit {
    /// Refuses words that are too long or hold what does not show.
    pub fn check(self, field: &'static str, words: &str) -> Result<(), Refusal> {
        let length = words.trim().chars().count();
        if length > self.length {
            return Err(Refusal::TooLong { field, length, limit: self.length });
        }
        match self.unseen(words.trim()) {
            Some(character) => Err(Refusal::UnseenCharacter { field, character }),
            None => Ok(()),
        }
    }

    /// The first character that may not stand in such a field: a control character, and on one
    /// line also whatever breaks it or turns the direction of reading (Unicode's embeddings,
    /// overrides and isolates).
    pub fn unseen(self, words: &str) -> Option<char> {
        words.chars().find(|character| match character {
            '\n' | '\t' | '\u{2028}' | '\u{2029}' => self.one_line,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.one_line,
            other => other.is_control(),
        })
    }
}

fn unseen_words(character: char) -> String {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => "a line break, and fits on one line".to_owned(),
        '\t' => "a tab, and takes none".to_owned(),
        other => format!("the invisible character U+{:04X}", u32::from(other)),
    }
}
