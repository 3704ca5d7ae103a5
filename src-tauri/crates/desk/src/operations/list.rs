// Every operation of the desk, declared once: the dispatcher, the TypeScript client, the desktop
// app's commands and its permissions are made from this list.
operations! {
    // Answered beside the desk, also while it is at work.
    beside {
        /// Asks the person for a file or a place to save one; the answer is a grant, never a path.
        choose_file: ChooseFile => Chosen;
        /// The request that the app was started with: told once, and nothing where there is none.
        started_with: Nothing => Chosen;
        /// Stops the long work under way; it then leaves everything as it was.
        cancel: Nothing => Nothing;
    }

    /// What is open, who acts, and the verdicts at the foot of the window.
    frame: Nothing => Frame;

    /// Starts a workspace, with its founder as RevOps and perhaps a sponsor.
    create_workspace: CreateWorkspace => Frame;
    /// Opens the demo workspace, making it first where there is none.
    open_demo: Nothing => Frame;
    /// Opens a workspace file.
    open_workspace: OpenWorkspace => Frame;
    /// Opens one of the files opened before.
    open_recent: OpenRecent => Frame;
    /// Closes the workspace.
    close_workspace: Nothing => Frame;
    /// Signs a person in with their key.
    sign_in: SignIn => Frame;
    /// Forgets the key until the passphrase is given again.
    lock: Nothing => Frame;
    /// Says that somebody is at the desk, so that it does not lock.
    stay: Nothing => Frame;
    /// Opens the desk as of a past moment; nothing is changed until it returns.
    look_back: LookBack => Frame;
    /// Returns to now.
    return_to_now: Nothing => Frame;
    /// Proves the whole file: integrity, completeness, and that the tables follow from the ledger.
    verify: Verify => Verification;
    /// States that the machine's date is right after a large jump.
    acknowledge_clock: AcknowledgeClock => Frame;
    /// Declares that an older copy of the file was put back.
    declare_restore: DeclareRestore => Frame;
    /// Writes a copy of the workspace file.
    back_up: BackUp => Written;

    /// The register of AI workflows.
    register: RegisterQuery => RegisterView;
    /// Puts one workflow on the register.
    add_workflow: AddWorkflow => WorkflowAdded;
    /// One workflow, with every kind of action and its history.
    workflow: WorkflowQuery => WorkflowPage;
    /// Describes a workflow anew, with a reason unless it is a draft.
    describe_workflow: DescribeWorkflow => WorkflowPage;
    /// Pauses or retires a workflow, or takes a retired one up again, paused.
    set_workflow_status: SetWorkflowStatus => WorkflowPage;
    /// Stops, drills, and when the next ones are due.
    stops: Nothing => StopsView;
    /// What can be stopped now, whatever moment the desk shows.
    stoppable: Nothing => Stoppable;
    /// Stops a workflow at once, or tries its kill switch; asks for nothing but a reason.
    stop_workflow: StopWorkflow => Stopped;
    /// States that a stopped workflow acts no more in one of its systems.
    confirm_stop: ConfirmStop => StopsView;
    /// States that whoever is signed in pulled the kill switch while nobody was.
    attribute_stop: AttributeStop => StopsView;
    /// Saves the stops and drills as CSV.
    export_stops: ExportStops => Written;
    /// The stop list as this machine writes it.
    stop_list: Nothing => StopListView;
    /// Chooses where this machine writes the stop list.
    place_stop_list: PlaceStopList => StopListView;
    /// Chooses the address that is called with each new stop list.
    call_stop_list: CallStopList => StopListView;
    /// Writes the stop list now.
    write_stop_list: Nothing => StopListView;

    /// What the form of an override offers.
    override_form: Nothing => OverrideForm;
    /// Records that a human chose otherwise than the AI.
    record_override: RecordOverride => OverrideMade;
    /// The overrides, counted by team and workflow.
    overrides: Nothing => OverridesView;
    /// Saves the overrides as CSV.
    export_overrides: ExportOverrides => Written;

    /// The exceptions: to be seen to, and resolved.
    exceptions: Nothing => ExceptionsView;
    /// Those that have to do with one thing: a workflow, a decision, a review, an action item.
    exceptions_about: ExceptionsAbout => ExceptionsView;
    /// Reports that something went wrong.
    report_exception: ReportException => ExceptionsView;
    /// Says that an exception is seen to.
    acknowledge_exception: ExceptionNamed => ExceptionsView;
    /// Asks one person to see to an exception.
    assign_exception: AssignException => ExceptionsView;
    /// Stops an exception's clock while something is waited for.
    let_exception_wait: ExceptionWords => ExceptionsView;
    /// Lets an exception's clock go on.
    resume_exception: ExceptionNamed => ExceptionsView;
    /// Sets how bad an exception is.
    set_exception_severity: SetExceptionSeverity => ExceptionsView;
    /// States that an exception was seen to.
    resolve_exception: ResolveException => ExceptionsView;
    /// Takes a resolved exception up again.
    reopen_exception: ExceptionWords => ExceptionsView;
    /// Ties a decision to an exception.
    link_exception: LinkException => ExceptionsView;
    /// Takes a decision off an exception.
    unlink_exception: LinkException => ExceptionsView;
    /// Writes what was learnt from an exception.
    write_postmortem: WritePostmortem => ExceptionsView;
    /// Saves exceptions as CSV, those that a list shows.
    export_exceptions: ExportExceptions => Written;
    /// Saves what was learnt from an exception as PDF.
    export_postmortem: ExportPostmortem => Written;
    /// Saves decisions, permits, findings or samples as CSV, those that a list shows.
    export_list: ExportList => Written;

    /// Reads an inventory and says what would be taken in; writes nothing.
    preview_import: PreviewImport => ImportPreview;
    /// Takes an inventory in.
    import_workflows: ImportWorkflows => ImportDone;
    /// Saves the rows of an inventory that were rejected.
    save_rejected: SaveRejected => Written;

    /// The batches of AI actions that were taken in.
    batches: Nothing => BatchesView;
    /// Rows of a batch, from any number on.
    ai_actions: AiActionsQuery => AiActions;
    /// Reads an action log and says what would be taken in; writes nothing.
    preview_batch: PreviewBatch => BatchPreview;
    /// Takes an action log in as a batch.
    import_batch: ImportBatch => BatchTaken;
    /// Saves the rows of an action log that were rejected.
    save_rejected_actions: SaveRejectedActions => Written;
    /// What every AI action of a batch comes to when it is held against the register of its time.
    population: PopulationQuery => PopulationView;
    /// Rows of a batch by their numbers.
    population_rows: PopulationRowsQuery => PopulationRows;
    /// Saves the AI actions that fail a test as CSV.
    export_population: ExportPopulation => Written;
    /// Raises an exception for the AI actions of a workflow that fail a test.
    raise_population: RaisePopulation => PopulationView;
    /// The checks on the record, and which items of reviews ask for one.
    checks: Nothing => ChecksView;
    /// One check, with what it counted.
    check: CheckQuery => RecordedCheck;
    /// What live workflows cost and bring.
    returns: Nothing => ReturnsView;
    /// What a column of AI actions says, so that a check can be asked of it.
    check_values: CheckValuesQuery => CheckValues;
    /// Makes a check; writes nothing.
    run_check: RunCheck => CheckResult;
    /// Makes a check and puts it on the record.
    record_check: RecordCheck => RecordedCheck;
    /// Deletes the rows of a batch, which stay bound by its entry.
    purge_batch: PurgeBatch => BatchesView;

    /// People, roles, teams, absences and keys.
    people: Nothing => PeopleView;
    /// Adds a person, with their first roles.
    add_person: AddPerson => PeopleView;
    /// Reads a list of people and says what taking it in would do; writes nothing.
    preview_people: PreviewPeople => PeoplePreview;
    /// Takes a list of people in.
    import_people: ImportPeople => PeopleImported;
    /// Saves the rows of a list of people that cannot be taken in, as CSV.
    save_rejected_people: SaveRejectedPeople => Written;
    /// Changes a person's name and contact.
    change_person: ChangePerson => PeopleView;
    /// Defines a role of one's own, or gives a role another name.
    define_role: DefineRole => PeopleView;
    /// Gives a person a role.
    give_role: GiveRole => PeopleView;
    /// Ends a role.
    end_role: EndRole => PeopleView;
    /// Names a role's deputies, in the order in which they are asked.
    name_deputies: NameDeputies => PeopleView;
    /// Sets whom to call for a role, in order.
    set_on_call: SetOnCall => PeopleView;
    /// Records that somebody is away, or changes when.
    record_absence: RecordAbsence => PeopleView;
    /// Withdraws an absence.
    withdraw_absence: WithdrawAbsence => PeopleView;
    /// Forms a team, or gives one another name or manager.
    set_team: SetTeam => PeopleView;
    /// Disbands a team.
    disband_team: DisbandTeam => PeopleView;
    /// Lets a person belong to a team.
    join_team: JoinTeam => PeopleView;
    /// Ends a person's membership of a team.
    leave_team: LeaveTeam => PeopleView;
    /// Records that a person left.
    record_leaving: RecordLeaving => PeopleView;
    /// Makes a key for a person on this machine and enrols it.
    enrol_key: EnrolKey => PeopleView;
    /// Puts a new key in the place of one's own.
    replace_key: ReplaceKey => PeopleView;
    /// Retires a key.
    retire_key: RetireKey => PeopleView;
    /// Enrols this machine, so that reviews can be closed on it.
    enrol_machine: EnrolMachine => PeopleView;
    /// Saves one's sealed key file, to carry it to another machine.
    save_key_file: SaveKeyFile => Written;
    /// Brings a sealed key file to this machine.
    bring_key_file: BringKeyFile => PeopleView;
    /// Makes a key for somebody who has none left, and a request that two others answer.
    request_key: RequestKey => RequestMade;

    /// Opens a request for a statement: the whole of it, before anybody signs.
    open_request: OpenRequest => RequestView;
    /// Answers a request with a signed statement, on the signer's own machine.
    sign_request: SignRequest => Written;
    /// Reads statements that came back, and says what they come to; writes nothing.
    open_statements: OpenStatements => StatementsView;
    /// Takes statements in, which enters what they approve.
    take_statements: TakeStatements => PeopleView;

    /// The RACI matrices, in force and drafted, with what lint finds.
    raci: RaciQuery => RaciView;
    /// What lint finds in a RACI matrix while somebody types; writes nothing.
    lint_raci: LintRaci => RaciMarks;
    /// Keeps work on a RACI matrix as its draft.
    keep_raci_draft: KeepRaciDraft => RaciDone;
    /// Gives a RACI draft up.
    discard_raci_draft: DiscardRaciDraft => RaciView;

    /// Reads a RACI matrix from a file and says what its draft would be; writes nothing.
    preview_raci_import: PreviewRaciImport => RaciImportPreview;
    /// Takes a RACI matrix in from a file, as a draft.
    import_raci: ImportRaci => RaciDone;

    /// Decisions, open and over, with the permits they issued.
    decisions: Nothing => DecisionsView;
    /// One decision, whole: whoever signs it signs exactly this.
    decision: DecisionQuery => DecisionView;
    /// What proposing would come to; writes nothing.
    preview_decision: ProposeDecision => ProposalPreview;
    /// Proposes a decision.
    propose_decision: ProposeDecision => DecisionView;
    /// Gives votes, all signed with one passphrase; what they approve is applied at once.
    give_votes: GiveVotes => DecisionsView;
    /// Asks for votes on a decision by a file.
    request_votes: RequestVotes => VotesRequested;
    /// Withdraws a decision.
    withdraw_decision: WithdrawDecision => DecisionView;
    /// Applies an approved decision once what stood in its way is gone.
    apply_decision: ApplyDecision => DecisionView;
    /// Who may decide what.
    decision_rights: Nothing => RightsView;
    /// Records that a permit was used.
    use_permit: UsePermit => DecisionsView;
    /// Raises an exception for a permit that was used beyond what it allows.
    raise_permit: RaisePermit => DecisionsView;

    /// What waits today, and the rhythm of the quarter.
    today: Nothing => TodayView;
    /// What happened since whoever is signed in was last here.
    since_last_here: Nothing => SinceView;
    /// The first 30 days: what each week asks, and what of it the record shows.
    rollout: Nothing => RolloutView;
    /// Says that they have seen it.
    dismiss_since: Nothing => SinceView;
    /// When this machine tells whoever is signed in what is due.
    notifications: Nothing => NotificationsView;
    /// Sets when it does.
    set_notifications: SetNotifications => NotificationsView;

    /// The rules that do not hold, of what and since when.
    findings: FindingsQuery => FindingsView;
    /// Puts a finding off until a day, with a reason.
    put_off_finding: PutOffFinding => FindingsView;
    /// Every rule as it is set.
    rules: Nothing => RulesView;
    /// What the rules say of one workflow, and what keeps it from launching.
    workflow_rules: WorkflowQuery => WorkflowRules;

    /// The cadences in force, and what comes next.
    cadences: Nothing => CadencesView;
    /// What a cadence would bring, were it set as it is written.
    preview_cadence: CadenceDraft => CadencePreview;
    /// Sets a cadence from now on.
    set_cadence: SetCadence => CadencesView;
    /// Retires a cadence.
    retire_cadence: RetireCadence => CadencesView;
    /// The calendar: business days and holidays.
    calendar: Nothing => CalendarView;
    /// Sets the calendar from now on.
    set_calendar: SetCalendar => CalendarView;
    /// Reads holidays from a calendar file or a table and says what would be added; writes nothing.
    preview_holidays: PreviewHolidays => HolidaysPreview;
    /// Adds the holidays of a file to the calendar.
    import_holidays: ImportHolidays => HolidaysImported;
    /// Saves what a file of holidays says that cannot be taken in.
    save_rejected_holidays: SaveRejectedHolidays => Written;

    /// The reviews that are due, open, held and missed.
    reviews: Nothing => ReviewsView;
    /// Closed and missed reviews, a page at a time.
    past_reviews: PastReviews => PastReviewsView;
    /// The reviews of a month, day by day.
    review_month: ReviewMonth => ReviewMonthView;
    /// One review.
    review: ReviewQuery => ReviewView;
    /// The evidence that an item of a review pulls, with what changed since its period ended.
    pulled: PulledQuery => PulledView;
    /// Opens a review.
    open_review: OpenReview => ReviewView;
    /// States who is there.
    state_attendance: StateAttendance => ReviewView;
    /// Takes the chair of a review whose chair left or is not there.
    take_chair: TakeChair => ReviewView;
    /// States when a meeting took place that is recorded afterwards.
    state_held: StateHeld => ReviewView;
    /// Gives an item its outcome.
    answer_item: AnswerItem => ReviewView;
    /// A quarter in sentences, from its own figures: where its board narrative begins.
    draft_narrative: ReviewQuery => NarrativeDraft;
    /// Closes, signs and locks a review.
    close_review: CloseReview => ReviewView;
    /// Countersigns a closed review.
    countersign_review: CountersignReview => ReviewView;
    /// Asks for the countersignature of a closed review by a file.
    request_countersignature: RequestCountersignature => CountersignatureRequested;
    /// Adds words to a closed review.
    write_addendum: WriteAddendum => ReviewView;

    /// Action items: to be done, and over.
    actions: Nothing => ActionsView;
    /// Raises an action item, perhaps out of a review's item.
    raise_action: RaiseAction => ActionsView;
    /// Gives an action item to somebody else.
    hand_over_action: HandOverAction => ActionsView;
    /// Moves the day of an action item, with a reason.
    reschedule_action: RescheduleAction => ActionsView;
    /// States that an action item is done.
    complete_action: CompleteAction => ActionsView;
    /// Gives an action item up, with a reason.
    drop_action: DropAction => ActionsView;
    /// Takes up an action item that was over.
    reopen_action: ReopenAction => ActionsView;

    /// The metrics, with what they came to and where they stand.
    metrics: MetricsQuery => MetricsView;
    /// One metric with all its values, baselines and versions.
    metric: MetricQuery => MetricView;
    /// Defines a metric.
    define_metric: DefineMetric => MetricView;
    /// Describes a metric anew.
    change_metric: ChangeMetric => MetricView;
    /// Ends the measuring of a metric.
    retire_metric: RetireMetric => MetricView;
    /// Holds a metric against a value from a period on.
    set_baseline: SetBaseline => MetricView;
    /// Records what a metric came to, at the desk or in the call of a review.
    record_observation: RecordObservation => MetricView;
    /// Puts a value in the place of one that was wrong.
    correct_observation: CorrectObservation => MetricView;
    /// Reads a table of values and says what would be taken in; writes nothing.
    preview_metrics: PreviewMetrics => MetricsPreview;
    /// Takes a table of values in.
    import_metrics: ImportMetrics => MetricsImported;
    /// Saves what a table of values says that cannot be taken in.
    save_rejected_metrics: SaveRejectedMetrics => Written;
    /// Saves the metrics as CSV.
    export_metrics: ExportMetrics => Written;
    /// The scorecard of the program, or of one workflow.
    scorecard: ScorecardQuery => Scorecard;
    /// Saves a scorecard as CSV, period by period.
    export_scorecard: ExportScorecard => Written;

    /// Evidence, all of it or what bears something out.
    evidence: EvidenceQuery => EvidenceView;
    /// Captures evidence, and attaches it where that is said.
    capture_evidence: CaptureEvidence => EvidenceView;
    /// Attaches evidence that was captured before.
    attach_evidence: AttachEvidence => EvidenceView;
    /// Takes evidence off what it was attached to, with a reason.
    detach_evidence: DetachEvidence => EvidenceView;
    /// Records whether a file is still what it was.
    recheck_evidence: RecheckEvidence => EvidenceView;
    /// Keeps a file in the workspace.
    keep_evidence: KeepEvidence => EvidenceView;
    /// Saves a file that is kept in the workspace.
    save_evidence: SaveEvidence => Written;
    /// Erases a kept file when the law asks.
    erase_evidence: EraseEvidence => EvidenceView;

    /// The frameworks, and what evidence there is for each requirement in a period.
    frameworks: CoverageQuery => FrameworksView;
    /// One requirement with its evidence.
    requirement: RequirementQuery => RequirementView;
    /// Says that something shows a requirement.
    map_requirement: MapRequirement => RequirementView;
    /// Takes back that something shows a requirement.
    unmap_requirement: MapRequirement => RequirementView;
    /// Asks again for a requirement or framework that was left out.
    ask_again: AskAgain => FrameworksView;
    /// Saves the coverage of frameworks as PDF or CSV.
    export_coverage: ExportCoverage => Written;
    /// Policies and training: which version is in force, and who has attested it.
    policies: Nothing => PoliciesView;
    /// One policy, with every version of its text and everybody it asks.
    policy: PolicyQuery => PolicyPage;
    /// Writes a policy, as a draft.
    draft_policy: DraftPolicy => PolicyPage;
    /// Writes the next version of a policy; the one in force stays in force.
    revise_policy: RevisePolicy => PolicyPage;
    /// Writes the policies and the training that a workspace begins with, where there are none.
    take_start_up_policies: Nothing => PoliciesView;
    /// Puts one's own name under the version in force.
    attest_policy: AttestPolicy => PolicyPage;
    /// Asks for attestations of a policy by a file.
    request_attestation: RequestAttestation => AttestationRequested;
    /// Saves who attested which version when, as CSV.
    export_policies: ExportPolicies => Written;
    /// Saves a version of a policy as PDF.
    export_policy: ExportPolicy => Written;

    /// The samples, and what they prove together.
    samples: Nothing => SamplesView;
    /// One sample, whole.
    sample: SampleQuery => SampleView;
    /// What planning a sample would come to; writes nothing.
    preview_sample: PlanSample => PlanPreview;
    /// Plans a sample.
    plan_sample: PlanSample => SampleView;
    /// Completes a sample's seed as a reviewer, which draws its rows.
    draw_sample: DrawSample => SampleView;
    /// Asks a reviewer for a sample's seed by a file.
    request_seed: RequestSeed => SeedRequested;
    /// Records what was found on an item of a sample.
    test_item: TestItem => SampleView;
    /// Draws more rows of a sample, as its plan says.
    extend_sample: SampleQuery => SampleView;
    /// Confirms a sample as a reviewer.
    confirm_sample: ConfirmSample => SampleView;
    /// Gives a sample up, with a reason.
    abandon_sample: AbandonSample => SampleView;
    /// Saves a sample’s workpaper as PDF, or its items or the rows they were drawn from as CSV.
    export_sample: ExportSample => Written;

    /// The change log.
    log: LogQuery => LogView;
    /// One entry in full: what it changed, what it carries.
    entry: EntryQuery => EntryView;
    /// What differs between two moments, field by field.
    compare: CompareQuery => CompareView;
    /// Saves the change log as CSV, as it is filtered.
    export_log: ExportLog => Written;
    /// Erases words when the law asks.
    erase_text: EraseText => LogView;

    /// The reports that can be made: of which quarters, and of which records.
    reports: Nothing => ReportsView;
    /// What has left the desk, a page at a time.
    exports_left: LeftQuery => LeftView;
    /// A report's pages, to be looked at in the window; records nothing and writes no file.
    preview_report: PreviewReport => ReportPages;
    /// Saves the register as PDF or CSV.
    export_register: ExportRegister => Written;
    /// Saves the action items of a list as CSV.
    export_actions: ExportActions => Written;
    /// Saves the RACI matrices as PDF, or one of them as CSV.
    export_raci: ExportRaci => Written;
    /// Saves the operating model as PDF.
    export_operating_model: ExportOperatingModel => Written;
    /// Saves when reviews, drills and all else are due or end as a calendar file (.ics).
    export_calendar: ExportCalendar => Written;
    /// Saves a decision's record as PDF, or as an excerpt that anybody can verify.
    export_decision: ExportDecision => Written;
    /// Saves a review's minutes as PDF or Markdown.
    export_minutes: ExportMinutes => Written;
    /// A review's minutes as Markdown, to be copied.
    minutes_text: ReviewQuery => MinutesText;
    /// Records that a review's minutes were copied.
    minutes_copied: ReviewQuery => Copied;
    /// The week or the exceptions in short as Markdown, to be copied.
    summary_text: SummaryQuery => SummaryText;
    /// Records that a summary was copied.
    summary_copied: SummaryQuery => Copied;
    /// Saves a summary as Markdown.
    export_summary: ExportSummary => Written;
    /// Saves a quarter on a page, for the executive sponsor, as PDF.
    export_sponsor: ExportSponsor => Written;
    /// Saves the audit report of a quarter as PDF.
    export_audit: ExportAudit => Written;
    /// Saves an evidence pack.
    export_pack: ExportPack => Written;
}
