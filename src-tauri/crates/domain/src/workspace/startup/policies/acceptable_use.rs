//! What AI in the sales process may be used for.

use super::StartUp;
use crate::policy::Kind;

/// Asked of everybody, and once a year again.
pub(super) const POLICY: StartUp = StartUp {
    title: "Acceptable use of AI in sales",
    kind: Kind::AcceptableUse,
    roles: &[],
    again_days: Some(365),
    sections: &[
        ("What this is for", PURPOSE),
        ("Who and what it covers", SCOPE),
        ("Customer data", DATA),
        ("Messages to customers and prospects", MESSAGES),
        ("Call recordings and notes", CALLS),
        ("What AI may do unattended", EXECUTION),
        ("Limits and who approves beyond them", THRESHOLDS),
        ("Logs, and how long they are kept", LOGGING),
        ("Audit", AUDIT),
        ("When something goes wrong", TROUBLE),
        ("What follows, and how this changes", CONSEQUENCES),
    ],
};

const PURPOSE: &str = "\
AI takes routine work off our hands, and we want it used. What it writes, scores or changes goes out \
under our name all the same, so somebody has to answer for it. This policy says where AI may work \
freely, where a person decides, and what it must never do.

It is a safe lane, not a ban: what cannot hurt stays quick, and only what can hurt is gated. Where a \
gate is in your way, propose to move it. Going round it is what this policy forbids.";

const SCOPE: &str = "\
It covers everybody who works in or for our revenue teams, employed or contracted, and every tool that \
recommends, writes, scores, routes or acts in the sales process, whether we bought it, built it or got \
it switched on by a vendor.

- Every such tool is an AI workflow on the register, with an owner, an approver and somebody who may \
stop it.
- What is not on the register is not used for work. Trying something out takes made-up data, and no \
customer is contacted.
- Personal accounts of AI services are never used for customer work.
- What the register does not list for a workflow is blocked.";

const DATA: &str = "\
Use the least that does the job, in the tools the register names for it.

Allowed:
- business contact details and firmographic facts whose source is recorded;
- what a customer told us, for the purpose they told it for;
- figures of our own pipeline, inside the tools that hold them already.

Prohibited:
- passwords, keys, tokens and payment details, in any prompt or any field;
- health, beliefs, union membership, ethnic origin or private life of anybody, also when it is inferred;
- one customer’s confidential material in work for another;
- customer data to a vendor who trains models on it, or whose terms Security has not read;
- exporting, downloading in bulk or syncing to a new place without an approved decision.

Somebody who asks not to be contacted, or to have their data removed, is taken out at once, also from \
lists that AI works through. Enrichment writes to enriched fields only, and keeps the source, the time \
and the value it replaced.";

const MESSAGES: &str = "\
A message that AI wrote is our message.

- The first message to anybody is read and sent by a person. So is every message to a high-risk \
account, and every message that names a price, a term or a competitor.
- Claims come from the approved content library. AI may arrange them; it may not make any up. Customer \
names, references and figures are used only where their source is shown.
- Nobody is led to believe that they talk to a person when they do not. Asked whether AI was used, we \
say so.
- Mass sends, new sequences, wider audiences and new sending domains are approved before they start, \
each by a decision with its own limits.
- Opt-outs, quiet hours and consent rules of the reader’s country hold whoever pressed the button.";

const CALLS: &str = "\
- A call is recorded only where everybody on it was told at its start and nobody objected, and where \
the law of each participant’s country allows it. Where one person says no, the recording is off.
- Transcripts and summaries are shared with those who work on that account, and nobody else.
- A summary is a draft: whoever was on the call reads it before it is filed, and corrects what was not \
said.
- Recordings are not used to rate people, and never to train a vendor’s model.
- Recordings are deleted when the time in “Logs, and how long they are kept” is over, also at the vendor.";

const EXECUTION: &str = "\
How freely a workflow acts is set for each kind of action, on four tiers: it suggests; it drafts and a \
person edits; it acts after a named person approved; it acts unattended inside hard limits.

- A tier is earned one step at a time, on evidence, by decision. It is lost at once when the evidence \
turns.
- What runs unattended has a volume cap, a time window, segments, a metric that watches it and a kill \
switch with a name on it.
- Always approved by a person: discounts beyond the agreed range, legal terms and compliance claims, \
exports and syncs to third parties, mass sends, changes of permissions, routing, scoring and field \
mappings, and public statements.
- AI changes no amount, stage or close date on its own where the register says that a person does.
- Anybody may stop any workflow, at any hour, without asking. A stop that turns out unneeded is no fault.";

const THRESHOLDS: &str = "\
The limits in force stand on each workflow’s page and count there, not here. Where nothing else was \
decided, these hold:

- new workflows begin at “suggest” or “draft”;
- an approval counts for what was shown, for the time it was given, and for nothing else;
- discounts beyond the range of deal-desk policy, and exports of any size, need a decision each;
- three overrides of one workflow by one team in two weeks are looked into;
- a metric worse than its baseline two periods running opens the emergency path;
- a vendor’s certification that has run out ends new use until it is renewed.

Who may approve what is written down under decision rights. Whoever asks never approves their own \
request.";

const LOGGING: &str = "\
Every workflow leaves a log from which each action can be followed: what went in by pointer, what came \
out, who approved it, when it ran, which system it touched, what came of it.

- Where the log lies is named on the register before launch. Switching it off is a stop.
- Logs hold pointers and hashes rather than copies of customer data; sensitive columns are dropped, \
masked or hashed when they are taken in.
- Kept: logs of AI actions for 13 months, recordings and transcripts for 90 days, decisions, reviews \
and attestations as long as the workspace exists. Where a contract or a law says otherwise, that holds.
- Rows are deleted when their time is over. What was tested on them stays proved by their hashes.";

const AUDIT: &str = "\
We check what AI did, not what it was meant to do.

- Ten actions across the program, and a tenth of outbound emails, are drawn by lot and read every week. \
Nobody picks what is drawn.
- Whoever tests does not confirm their own test.
- Every batch of actions is also tested whole: for missing approvals, broken limits, stopped workflows \
and tools nobody registered.
- Auditors get the record as it stands. Nothing is tidied before they come.
- Answer honestly when you are asked about a sample; an error that is reported helps everybody.";

const TROUBLE: &str = "\
If AI did something wrong, or you think so: stop it if it can go on doing harm, then report an exception \
the same day. A guess is enough.

- Personal data or secrets in the wrong place: Security, at once, at any hour.
- A wrong claim, price or promise to a customer: tell the account owner and Legal before you write again.
- Anything else: RevOps.

Nobody is blamed for a report made in good faith. Hiding an error, or deleting what would show it, is \
what we do take up.";

const CONSEQUENCES: &str = "\
Access to a tool ends while an answer to a breach is open. What follows for a person is decided by their \
manager with People, after hearing them; what follows for a workflow is decided here.

This policy is looked at every quarter and after every severe incident. A new version is adopted by \
decision, and everybody it binds is asked to attest it anew. Exceptions from it are decisions with an \
end, never habits.";
