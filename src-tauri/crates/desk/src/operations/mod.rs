//! The named operations that every surface calls: the window, the command line, tests.

mod bindings;
mod dispatch;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use bindings::typescript;
pub use dispatch::{NAMES, call};

pub use crate::actions::{
    ActionRow, ActionState, ActionsShown, ActionsView, CadencePick, CompleteAction, DropAction,
    ExportActions, FromItem, HandOverAction, RaiseAction, RaisedFrom, ReopenAction,
    RescheduleAction,
};
pub use crate::batches::{
    AiActionRow, AiActions, AiActionsQuery, BatchGap, BatchPreview, BatchRow, BatchTaken,
    BatchesView, ImportBatch, LogColumn, LogOrigin, LogReading, LogWord, PreviewBatch, PurgeBatch,
    RowPart, SaveRejectedActions, Stranger, WordReadAs,
};
pub use crate::cadences::{
    CadenceDraft, CadencePreview, CadenceRow, CadencesView, CalendarView, Coming, FigureChoice,
    HolidayFound, HolidayNamed, HolidayRow, HolidaysImported, HolidaysPreview, ImportHolidays,
    ItemDraft, MetricChoice, PreviewHolidays, PulledChoice, RetireCadence, RoleChoice,
    SaveRejectedHolidays, SetCadence, SetCalendar,
};
pub use crate::checks::{
    BinShown, CheckAsked, CheckFact, CheckItem, CheckListed, CheckQuery, CheckResult, CheckValues,
    CheckValuesQuery, CheckWanted, ChecksView, GroupShown, LateShown, LevelShown, Moved,
    PickedAsked, RecordCheck, RecordedCheck, ReturnRow, ReturnTotal, ReturnsView, RowsAsked,
    RunCheck, SegmentShown, ValueCount,
};
pub use crate::decisions::{
    ApplyDecision, ChangeGiven, ChangeOf, CheckRow, DecisionActs, DecisionQuery, DecisionRow,
    DecisionView, DecisionsView, Difference, Earned, EvidenceGiven, EvidenceRow, GiveVotes,
    KindShown, NumberSet, OutsideGiven, Part, PermitGiven, PermitRow, PermitShown, PermitUseRow,
    ProposalPreview, ProposeDecision, RaisePermit, RequestShown, RequestVotes, RightGiven,
    RightShown, RightsView, RoleNamed, RouteSet, RuleSwitched, SeatRow, SettingGiven, SettledRow,
    UsePermit, VoteAsked, VoteGiven, VoteRow, VotesRequested, WithdrawDecision,
};
pub use crate::evidence::{
    AttachEvidence, AttachTo, CaptureEvidence, DetachEvidence, EraseEvidence, EvidenceAttachment,
    EvidenceChecked, EvidenceFile, EvidencePiece, EvidenceQuery, EvidenceView, FileFound,
    KeepEvidence, RecheckEvidence, SaveEvidence,
};
pub use crate::exceptions::{
    AssignException, EscalationShown, ExceptionAsked, ExceptionNamed, ExceptionRow, ExceptionTime,
    ExceptionWords, ExceptionsAbout, ExceptionsShort, ExceptionsView, ExportExceptions,
    ExportPostmortem, LinkException, PauseShown, PostmortemShown, ReportException,
    ResolveException, RunShown, SetExceptionSeverity, TimeState, WritePostmortem,
};
pub use crate::exports::{
    Copied, DecisionForm, ExportAudit, ExportCalendar, ExportDecision, ExportList, ExportMinutes,
    ExportOperatingModel, ExportPack, ExportPolicy, ExportRaci, ExportRegister, ExportSample,
    ExportSponsor, ExportSummary, Listed, MinutesText, NarrativeDraft, PackWords, Paper, PaperForm,
    PreviewReport, RegisterColumn, RegisterSeen, ReportPages, SampleForm, SummaryOf, SummaryQuery,
    SummaryText,
};
pub use crate::files::{ChooseFile, Chosen, Grant, Purpose, Written};
pub use crate::findings::{
    Finding, FindingCounts, FindingGroup, FindingsAbout, FindingsQuery, FindingsShort,
    FindingsView, MendPlace, MendScreen, PutOffFinding, PutOffShown, RouteShown, RuleNumber,
    RuleRow, RuleShown, RulesView, WorkflowRules,
};
pub use crate::frameworks::{
    AskAgain, CoverageQuery, EvidenceMissing, ExportCoverage, FrameworksView, MapRequirement,
    RequirementQuery, RequirementView, ShownBy,
};
pub use crate::imports::{ColumnUse, RejectedRow};
pub use crate::log::{
    CompareQuery, CompareView, EntryQuery, EntryView, EraseText, ExportLog, FieldChanged,
    HowChanged, LogKind, LogQuery, LogRow, LogSigner, LogView, StatementCarried, TextAt,
    ThingChanged, ThingsChanged,
};
pub use crate::metrics::{
    BaselineRow, ChangeMetric, CorrectObservation, DefineMetric, ExportMetrics, ImportMetrics,
    MetricBeside, MetricQuery, MetricRow, MetricState, MetricTerms, MetricVersion, MetricView,
    MetricsImported, MetricsPreview, MetricsQuery, MetricsView, ObservationRow, PointShown,
    PreviewMetrics, RecordObservation, RetireMetric, SaveRejectedMetrics, SetBaseline,
    ValueToCorrect, ValueToTake,
};
pub use crate::notifications::{NotificationsView, SetNotifications};
pub use crate::overrides::{
    ExportOverrides, OverrideCount, OverrideForm, OverrideMade, OverrideRow, OverridesView,
    RecordOverride, TeamPick, WorkflowPick,
};
pub use crate::people::{
    AbsenceRow, AbsenceState, ActingRow, AddPerson, BringKeyFile, ChangePerson, Covered,
    DefineRole, DisbandTeam, EndRole, EnrolKey, EnrolMachine, Fate, GiveRole, ImportPeople,
    JoinTeam, KeyRow, KeyWaiting, LeaveTeam, NameDeputies, PeopleImported, PeoplePreview,
    PeopleView, PersonRow, PersonTaken, Place, PlaceRow, PreviewPeople, RecordAbsence,
    RecordLeaving, ReplaceKey, RetireKey, RoleHeld, RoleRow, SaveKeyFile, SaveRejectedPeople,
    SetOnCall, SetTeam, StandsIn, TeamOf, TeamRow, WithdrawAbsence,
};
pub use crate::policies::{
    AskShown, AskState, AttestPolicy, AttestationAsked, AttestationRequested, DraftPolicy,
    ExportPolicies, PoliciesView, PolicyAdoption, PolicyGiven, PolicyPage, PolicyPerson,
    PolicyProposed, PolicyQuery, PolicyRetirement, PolicyRow, PolicyVersion, PolicyWaiting,
    RequestAttestation, RevisePolicy, SectionGiven, SectionShown,
};
pub use crate::population::{
    ExportPopulation, PopulationOf, PopulationQuery, PopulationRow, PopulationRows,
    PopulationRowsQuery, PopulationView, RaisePopulation, Shadow, TestResult,
};
pub use crate::problem::Problem;
pub use crate::raci::{
    DiscardRaciDraft, ImportRaci, KeepRaciDraft, LintRaci, PreviewRaciImport, RaciDone,
    RaciGoverns, RaciImportPreview, RaciMark, RaciMarks, RaciMatrix, RaciPerson, RaciQuery,
    RaciRole, RaciRow, RaciTerms, RaciView, RaciWorkflow,
};
pub use crate::register::{
    AddWorkflow, CertificationGiven, CertificationShown, ChangeShown, CostBenefitGiven,
    CostBenefitShown, DescribeWorkflow, Given, HistoryRow, ImportDone, ImportPreview,
    ImportReading, ImportWorkflows, LimitsShown, PermissionGiven, PermissionShown, PreviewImport,
    RegisterQuery, RegisterRow, RegisterView, SaveRejected, SetWorkflowStatus, UpdatedRow,
    Validity, WindowShown, WorkflowAdded, WorkflowPage, WorkflowQuery,
};
pub use crate::reports::{LeftQuery, LeftRow, LeftView, ReportOffered, ReportsView};
pub use crate::reviews::{
    Addendum, AnswerItem, AttendanceRow, ChairRow, CloseReview, CountersignReview,
    CountersignatureAsked, CountersignatureRequested, DoubtfulRow, FigureShown, ItemRow,
    ItemSample, ItemSampleRow, ItemTold, Meeting, MonthDay, OpenReview, PastReviews,
    PastReviewsView, PulledMark, PulledQuery, PulledRow, PulledTable, PulledView,
    RequestCountersignature, ReviewMonth, ReviewMonthView, ReviewQuery, ReviewRow, ReviewState,
    ReviewView, ReviewsView, Signature, StateAttendance, StateHeld, TakeChair, TierRow,
    TierWaiting, WriteAddendum,
};
pub use crate::rollout::{RolloutLacking, RolloutPart, RolloutRow, RolloutView};
pub use crate::samples::{
    AbandonSample, ConfirmSample, CurvePoint, DrawSample, DrawShown, GuidanceRow, OnlyGiven,
    PlanPreview, PlanSample, PoolRow, RequestSeed, SampleActs, SampleCell, SampleField, SampleItem,
    SampleOther, SampleQuery, SampleRow, SampleStage, SampleView, SamplesView, SeedAsked,
    SeedRequested, SignedBy, StratumRow, TestItem,
};
pub use crate::scorecards::{
    CardPick, Complemented, ExportScorecard, LineEvent, LineEventKind, LineMark, Scorecard,
    ScorecardClass, ScorecardMetric, ScorecardQuery,
};
pub use crate::statements::{
    Asks, NewKeyAsked, OpenRequest, OpenStatements, RequestKey, RequestMade, RequestView,
    SignRequest, Signer, StatementRow, StatementsView, TakeStatements,
};
pub use crate::stops::{
    AttributeStop, CallShown, CallState, CallStopList, ConfirmStop, DrillRow, ExportStops,
    PlaceStopList, RunningRow, StopListView, StopRow, StopState, StopSystem, StopWorkflow,
    Stoppable, Stopped, StopsView,
};
pub use crate::today::{
    FirstStep, Rhythm, RhythmMark, RhythmRow, RhythmWeek, SinceLine, SinceView, TodayView,
};
pub use crate::workspace::{
    AcknowledgeClock, BackUp, CreateWorkspace, DeclareRestore, Fault, Foot, Frame, Judgement,
    LookBack, OpenRecent, OpenWorkspace, Past, PersonChoice, RecentFile, SignIn, Sponsor, Verdict,
    Verification, Verify, WorkspaceFrame,
};

/// A request that says nothing.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
