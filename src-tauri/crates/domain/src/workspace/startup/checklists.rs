//! What the start-up reviews ask, item by item.

use crate::cadence::Pulled;

/// One question.
pub(super) struct Asked {
    pub(super) item: &'static str,
    pub(super) title: &'static str,
    pub(super) question: &'static str,
    pub(super) look_at: &'static str,
    pub(super) minutes: u32,
    pub(super) figures: &'static [&'static str],
    pub(super) metrics: &'static [&'static str],
    pub(super) pulls: &'static [Pulled],
}

/// The daily watch, 10 minutes: is anything running away, or out of time?
pub(super) const DAILY: &[Asked] = &[
    Asked {
        item: "deliverability",
        title: "Deliverability and sends",
        question: "Do bounces, complaints and the volume sent by autonomous outreach look like \
                   an ordinary day?",
        look_at: "Yesterday’s bounces, complaints and unsubscribes per sending domain, and sends \
                  per workflow against their daily cap. A domain that doubles its bounces, or a \
                  workflow near its cap before noon, is paused first and understood after.",
        minutes: 3,
        figures: &["workflows.autonomous", "workflows.outreach"],
        metrics: &["bounces", "complaints", "unsubscribes"],
        pulls: &[],
    },
    Asked {
        item: "approvals-near-timebox",
        title: "Approvals near their timebox",
        question: "Which approvals lapse before tomorrow’s watch, and who decides them today?",
        look_at: "The queue, shortest time left first. An approval that lapses is asked for \
                  again from the start; nobody acts on a lapsed one.",
        minutes: 3,
        figures: &["decisions.waiting", "decisions.lapsing"],
        metrics: &["approval-queue-time"],
        pulls: &[],
    },
    Asked {
        item: "exceptions-near-due",
        title: "Exceptions near due",
        question: "Does every exception that is due today have somebody working on it?",
        look_at: "Exceptions due within a business day, those waiting on an answer, and those \
                  that escalated overnight. Call the owner; do not wait for the weekly call.",
        minutes: 2,
        figures: &["exceptions.open", "exceptions.high"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "paused-agents",
        title: "Paused by a threshold",
        question: "Did a threshold pause an agent, and is it clear why before anybody restarts it?",
        look_at: "Every agent that paused itself or was stopped since yesterday: the threshold, \
                  the figure that crossed it, and what it did last. A restart needs the sponsor.",
        minutes: 2,
        figures: &["workflows.stopped", "stops.unconfirmed"],
        metrics: &[],
        pulls: &[],
    },
];

/// The weekly governance call, 60 minutes.
pub(super) const WEEKLY: &[Asked] = &[
    Asked {
        item: "opens-replies-meetings",
        title: "Opens, replies, meetings",
        question: "Do opens, replies and meetings of AI-assisted outreach stand at or above their \
                   baseline?",
        look_at: "This week beside the baseline in force, for AI-assisted and for human outreach. \
                  Replies count more than opens: mail programs open messages on their own.",
        minutes: 5,
        figures: &["workflows.outreach"],
        metrics: &["opens", "replies", "positive-replies", "meetings-booked", "meetings-shown"],
        pulls: &[],
    },
    Asked {
        item: "anomalies",
        title: "Anomalies",
        question: "What did the AI do this week that nobody expected, and is it explained?",
        look_at: "Jumps in volume, score or tone; actions at odd hours; a segment treated unlike \
                  the others. An explanation names a cause, not a coincidence.",
        minutes: 5,
        figures: &["exceptions.anomalies-week", "workflows.live", "workflows.stopped"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "errors-reported",
        title: "Errors reported by reps",
        question: "Which wrong outputs did reps report, and has each an owner?",
        look_at: "Every report since the last call: what the AI said, what was right, which \
                  workflow. No report at all in a busy week is worth a question too.",
        minutes: 4,
        figures: &["exceptions.errors-week", "workflows.no-owner"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "adoption",
        title: "Adoption",
        question: "Do the teams use the workflows as intended, neither around them nor blindly?",
        look_at: "Suggestions shown, accepted, edited and ignored, team by team. Very high \
                  acceptance can mean that nobody reads; very low, that nobody trusts.",
        minutes: 3,
        figures: &["workflows.live", "workflows.found-live"],
        metrics: &["adoption"],
        pulls: &[],
    },
    Asked {
        item: "overrides",
        title: "Overrides and repeats",
        question: "Which workflow is overruled, by which team and why, and which overrides repeat?",
        look_at: "Overrides by workflow and reason. Three in 14 days by one team on one workflow \
                  are a repeat: the model, the data or the training is wrong, rarely the rep.",
        minutes: 5,
        figures: &["overrides.week", "overrides.repeated"],
        metrics: &["override-rate"],
        pulls: &[],
    },
    Asked {
        item: "exceptions",
        title: "Exceptions and their time",
        question: "Is every open exception inside its time, and what holds up those that are not?",
        look_at: "Open ones, oldest first; those waiting, and for whom; those that escalated. \
                  24 hours for high severity and 48 for normal, on business days.",
        minutes: 5,
        figures: &["exceptions.open", "exceptions.high", "workflows.stopped"],
        metrics: &["sla-breaches"],
        pulls: &[],
    },
    Asked {
        item: "random-actions",
        title: "Ten AI actions, tested",
        question: "Were the ten AI actions drawn at random across the program correct, approved, \
                   on brand, and personal for a true reason?",
        look_at: "They were drawn, assigned and tested before the call: read the result and the \
                  doubtful ones here. Ten clean ones prove an error rate below 26 %, no better.",
        minutes: 6,
        figures: &["samples.ten", "workflows.live", "workflows.autonomous"],
        metrics: &["hallucination-rate", "factuality-passed", "sample-error-rate"],
        pulls: &[],
    },
    Asked {
        item: "outbound-emails",
        title: "Outbound emails, 10 %",
        question: "Was the tenth of outbound emails correct, approved, on brand, and personal for \
                   a true reason?",
        look_at: "Assigned and tested before the call: read the result and the doubtful ones. No \
                  banned claim, no invented customer, no price or term without approval.",
        minutes: 5,
        figures: &["samples.outbound", "workflows.outreach"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "lead-scores",
        title: "Lead-score spot checks",
        question: "Do the scores of a handful of leads match what their reps know of them?",
        look_at: "Two high, two low and one that moved most since last week, each with its top \
                  drivers. Ask the rep before showing the score.",
        minutes: 4,
        figures: &["workflows.scoring", "checks.drift"],
        metrics: &["lead-score-stability"],
        pulls: &[],
    },
    Asked {
        item: "enrichment",
        title: "Enrichment overwrites",
        question: "Did enrichment change a field that a person had filled, and was the old value \
                   kept?",
        look_at: "Writes to core fields, writes without source or previous value, and fields \
                  whose value went back and forth.",
        minutes: 3,
        figures: &["workflows.autonomous"],
        metrics: &["enrichment-overwrite-rate"],
        pulls: &[],
    },
    Asked {
        item: "sequences",
        title: "Sequence adherence",
        question: "Did every sequence run as written, with no step skipped and none added?",
        look_at: "Contacts whose steps differ from the sequence, pauses that ended in a jump, and \
                  contacts in two sequences at once.",
        minutes: 3,
        figures: &["workflows.outreach", "checks.service-level"],
        metrics: &["sequence-adherence"],
        pulls: &[],
    },
    Asked {
        item: "crm-notes",
        title: "Same-day CRM notes",
        question: "Were notes of calls and demos in the CRM on the same day?",
        look_at: "The share on time and who wrote the late ones: a summary an AI drafted counts \
                  once a person has read it.",
        minutes: 2,
        figures: &["actions.late", "checks.service-level"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "dossiers",
        title: "Dossiers 48 h ahead",
        question: "Did each booked meeting have its dossier 48 hours before?",
        look_at: "Meetings of the week with and without; for those without, when they were booked.",
        minutes: 2,
        figures: &["checks.service-level"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "approval-queue",
        title: "Approval queue time",
        question: "How long do approvals wait, for whom, and does the wait push people around them?",
        look_at: "Median and longest wait per approver, and what lapsed. A queue that is too slow \
                  is a risk of its own: name a deputy or change the threshold by decision.",
        minutes: 3,
        figures: &["decisions.waiting", "decisions.lapsing"],
        metrics: &["approval-queue-time"],
        pulls: &[],
    },
    Asked {
        item: "coaching",
        title: "Coaching",
        question: "What should a team learn from this week, and who tells them?",
        look_at: "One thing, from the errors, overrides and samples above, for one team, with a \
                  name and a day.",
        minutes: 3,
        figures: &["overrides.month", "actions.open"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "two-week-emergency",
        title: "Two-week emergency",
        question: "Has any metric stood below its baseline for two weeks running? Then the \
                   emergency path opens today.",
        look_at: "Both points beside the baseline in force. A week without a figure is no pass, \
                  and does not start the count again.",
        minutes: 2,
        figures: &["findings.emergencies", "findings.unmeasured"],
        metrics: &["positive-replies", "complaints"],
        pulls: &[],
    },
];

/// The monthly model review, 90 minutes: is each model still the one that was approved?
pub(super) const MONTHLY: &[Asked] = &[
    Asked {
        item: "model-updates",
        title: "Vendor and model updates",
        question: "Which vendors changed a model, a version or their terms this month, and was \
                   each change seen before it ran?",
        look_at: "Release notes and notices of every vendor on the register against the version \
                  recorded there. A version nobody approved is a finding, even if it works better.",
        minutes: 12,
        figures: &["workflows.live", "workflows.found-live", "decisions.applied-quarter"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "thresholds",
        title: "Threshold tuning",
        question: "Does any threshold or score band need to move, and what do the month’s \
                   outcomes say for it?",
        look_at: "Conversion by score band, false alarms and misses of each monitor. A change of \
                  scoring or routing is tier 3: propose it here, decide it with its difference.",
        minutes: 12,
        figures: &["workflows.scoring", "checks.drift"],
        metrics: &["lead-score-stability", "win-rate"],
        pulls: &[],
    },
    Asked {
        item: "training-data",
        title: "Training data against recent deals",
        question: "Do the deals that models learned from still look like the deals of this month?",
        look_at: "Mix of segment, size, region and product in the training data and in deals won \
                  and lost lately; drift figures where they are kept.",
        minutes: 10,
        figures: &["workflows.scoring", "checks.drift"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "permissions",
        title: "Permission review",
        question: "Does every workflow do only what its permissions say, and does it still need \
                   each of them?",
        look_at: "Each permission that is not blocked: its tier, its limits, when it was last \
                  used. Take away what nobody used for a quarter.",
        minutes: 12,
        figures: &["workflows.autonomous", "workflows.no-tier", "workflows.no-owner"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "audit-log-sample",
        title: "Audit-log sampling",
        question: "Can the sampled actions be followed from input through approval to outcome?",
        look_at: "The month’s sample: who acted, on what data, under which permission, who \
                  approved and when, what came of it. A row that cannot be followed is an error.",
        minutes: 12,
        figures: &["workflows.live", "workflows.no-logs"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "data-refresh",
        title: "Data refresh and sequence activation",
        question: "Is the data behind every workflow within its refresh limit, and did only \
                   approved sequences go live?",
        look_at: "Age of the oldest source a live workflow reads, and each sequence activated \
                  this month beside its approval.",
        minutes: 8,
        figures: &["workflows.outreach"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "forecast-evidence",
        title: "Forecast evidence",
        question: "Does every deal in commit carry the evidence that the forecast rests on?",
        look_at: "Buyer, money, date and next step, each with a source; close dates pushed and \
                  forecasts overridden this month, with the reasons given.",
        minutes: 10,
        figures: &["overrides.month"],
        metrics: &["forecast-accuracy"],
        pulls: &[],
    },
    Asked {
        item: "content-library",
        title: "Content library",
        question: "Are the templates, scripts and claims that AI draws on current?",
        look_at: "Templates older than a quarter, claims without a source, names of products, \
                  prices and customers that changed.",
        minutes: 6,
        figures: &["workflows.outreach"],
        metrics: &[],
        pulls: &[],
    },
    Asked {
        item: "override-reasons",
        title: "Override reasons",
        question: "What do the month’s override reasons say that a model or a rule should learn?",
        look_at: "Reasons by workflow and team, most frequent first; free notes that no reason in \
                  the list fits; reasons that an AI proposed, which are marked.",
        minutes: 8,
        figures: &["overrides.month", "overrides.generated-month"],
        metrics: &["override-rate"],
        pulls: &[],
    },
];

/// The quarterly audit, 120 minutes, across functions.
pub(super) const QUARTERLY: &[Asked] = &[
    Asked {
        item: "compliance-risk",
        title: "Compliance risk",
        question: "What could a regulator, a customer or a court hold against us from this \
                   quarter, and what is done about it?",
        look_at: "Findings open, data incidents, complaints, new markets and laws since the last \
                  audit, always-approval classes that were used.",
        minutes: 12,
        figures: &["exceptions.high", "workflows.found-live"],
        metrics: &["data-incidents", "discount-leakage", "findings-open"],
        pulls: &[Pulled::Findings],
    },
    Asked {
        item: "bias",
        title: "Bias in outputs",
        question: "Do outputs treat segments, personas, industries and regions alike where they \
                   should?",
        look_at: "Selection rates by group with the four-fifths ratio, and examples read side by \
                  side. A difference needs a reason that could be told to the customer.",
        minutes: 12,
        figures: &["workflows.scoring", "checks.fairness"],
        metrics: &[],
        pulls: &[Pulled::Fairness, Pulled::Drift],
    },
    Asked {
        item: "roi",
        title: "Return on investment",
        question: "Which workflows earned what they cost this quarter, and which should end?",
        look_at: "Cost, benefit and payback per workflow, with how the benefit was measured. Time \
                  saved counts where somebody can say what it was used for.",
        minutes: 10,
        figures: &["workflows.live", "checks.return"],
        metrics: &["pipeline-created", "pipeline-influenced", "win-rate", "rep-ramp-time"],
        pulls: &[Pulled::Returns],
    },
    Asked {
        item: "re-tier",
        title: "Re-tier every workflow",
        question: "Is every workflow on the tier its evidence supports, no higher and no lower?",
        look_at: "Each workflow in turn: tier, write stage, samples, metrics, exceptions. Down is \
                  at once; up is one step, by decision, on evidence.",
        minutes: 14,
        figures: &[
            "workflows.live",
            "workflows.autonomous",
            "workflows.no-tier",
            "decisions.applied-quarter",
        ],
        metrics: &[],
        pulls: &[Pulled::Tiers],
    },
    Asked {
        item: "postmortems",
        title: "Incident postmortems",
        question: "Has every severe incident of the quarter a postmortem, and were its actions \
                   done?",
        look_at: "What happened, why the control did not stop it, what changed since. Look for \
                  the cause that two incidents share.",
        minutes: 10,
        figures: &["stops.quarter"],
        metrics: &["data-incidents"],
        pulls: &[Pulled::Postmortems],
    },
    Asked {
        item: "vendors",
        title: "Vendor review",
        question: "Does every vendor still meet what it was approved on?",
        look_at: "Certifications and their expiry, data retention, use of our data for training, \
                  sub-processors, incidents the vendor told of and those it did not.",
        minutes: 8,
        figures: &["workflows.live"],
        metrics: &[],
        pulls: &[Pulled::Vendors],
    },
    Asked {
        item: "kill-switch-drills",
        title: "Kill-switch drills",
        question: "Was each live workflow’s kill switch drilled in time, and how long did the \
                   stop take?",
        look_at: "Drills done and overdue, time to a confirmed stop in every outside system, and \
                  whether the owner on duty that day knew the way.",
        minutes: 6,
        figures: &["workflows.live"],
        metrics: &[],
        pulls: &[Pulled::Drills],
    },
    Asked {
        item: "access-and-raci",
        title: "Access and RACI",
        question: "Does everybody who has access still need it, and has every activity one person \
                   who answers for it?",
        look_at: "Accounts and service users of each workflow, people who left or moved, vacant \
                  roles, the matrices’ open marks.",
        minutes: 8,
        figures: &["workflows.no-owner", "findings.vacant"],
        metrics: &[],
        pulls: &[Pulled::Access],
    },
    Asked {
        item: "policies",
        title: "Policies and attestations",
        question: "Is each policy adopted anew, and has everybody it binds attested it?",
        look_at: "Policies past their date, attestations missing by team, training not taken.",
        minutes: 8,
        figures: &[],
        metrics: &[],
        pulls: &[Pulled::Policies],
    },
    Asked {
        item: "incentives",
        title: "Incentives",
        question: "Do targets and pay reward the quality of revenue, not activity?",
        look_at: "High-quality touches, positive replies, stage progression and renewals beside \
                  sends, calls and meetings booked. What is paid for is what will be automated.",
        minutes: 6,
        figures: &[],
        metrics: &["high-quality-touches", "positive-replies", "stage-progression", "renewal-risk"],
        pulls: &[],
    },
    Asked {
        item: "framework-coverage",
        title: "Framework coverage",
        question: "For which requirements is there no evidence from this quarter?",
        look_at: "The coverage report, requirement by requirement. It shows what evidence exists; \
                  it is no score, and nobody should quote one.",
        minutes: 6,
        figures: &[],
        metrics: &[],
        pulls: &[Pulled::Coverage],
    },
    Asked {
        item: "log-completeness",
        title: "Completeness of logs",
        question: "Is every action log of the quarter here, whole, without gaps?",
        look_at: "Batches per workflow and week, gaps, duplicates, rejected rows, agents seen in \
                  a log that are not on the register; the verdict of the verification.",
        minutes: 6,
        figures: &["workflows.live"],
        metrics: &[],
        pulls: &[Pulled::Logs],
    },
    Asked {
        item: "sponsor-statement",
        title: "Sponsor’s statement",
        question: "What does the sponsor state about this quarter, and will the sponsor \
                   countersign it?",
        look_at: "Two or three sentences in the sponsor’s own words: what went right, what did \
                  not, what changes. The countersignature covers everything above.",
        minutes: 6,
        figures: &["findings.open", "exceptions.high", "actions.late"],
        metrics: &["reviews-held"],
        pulls: &[],
    },
    Asked {
        item: "board-narrative",
        title: "Board narrative",
        question: "What will the board hear about AI in revenue, good and bad, and is every \
                   sentence of it on record?",
        look_at: "Gains, risks, incidents, decisions ahead. Each number leads to rows in this \
                  file.",
        minutes: 8,
        figures: &[
            "workflows.live",
            "workflows.autonomous",
            "exceptions.severe-quarter",
            "stops.quarter",
        ],
        metrics: &["reviews-held", "findings-open"],
        pulls: &[],
    },
];
