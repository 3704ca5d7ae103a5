//! What people learn before they work with suggestions.

use super::StartUp;
use crate::policy::Kind;

/// Asked of those who work with suggestions, and once a year again.
pub(super) const POLICY: StartUp = StartUp {
    title: "Working with AI suggestions",
    kind: Kind::Training,
    roles: &[
        "sdr",
        "account-executive",
        "ai-sales-specialist",
        "frontline-manager",
        "sales-leader",
        "sales",
    ],
    again_days: Some(365),
    sections: &[
        ("What you will be able to do", GOAL),
        ("Reading a suggestion", READING),
        ("Using it", USING),
        ("When to override, and how", OVERRIDING),
        ("When to escalate, and to whom", ESCALATING),
        ("Stopping", STOPPING),
        ("Try it: five cases", CASES),
        ("What you attest", ATTESTS),
    ],
};

const GOAL: &str = "\
In about thirty minutes: read a suggestion with its reasons, decide whether to use it, override it so \
that somebody learns from it, and know whom to call when more is wrong than a suggestion.

Read it once alone, then go through the five cases with your manager. The point is not to trust AI more \
or less. It is to know, each time, why you do.";

const READING: &str = "\
A suggestion is worth what stands behind it. Look at four things, in this order:

- What is it about? The right account, the right person, the right deal.
- Why? The two or three drivers shown. If they are about something that has changed, stop here.
- How fresh? The age of the data. A score of last month is a score of last month.
- How sure? The confidence. High confidence with thin reasons deserves a second look, not less of one.

Where a tool shows no reasons, treat what it says as a guess.";

const USING: &str = "\
- Take a suggestion when its reasons agree with what you know, or when you know nothing against it and \
little hangs on it.
- Make a draft yours: shorten it, correct it, take out what you cannot vouch for. Then send it as your \
own words, because it is.
- One suggestion is one decision. “It was right yesterday” approves nothing today.
- Say what came of it where the tool asks. Silence teaches it that it was right.";

const OVERRIDING: &str = "\
Override when you know something it does not: a call it has not heard, a reorganisation, a mistake in \
the record, a tone that does not fit.

How: choose “Override”, point to the record, say what AI said and what you chose, pick the reason from \
the list. A sentence helps; customer details do not belong in it. It takes fifteen seconds.

Nobody counts your overrides against you. They are counted by team and workflow: three of one workflow \
in two weeks mean that somebody looks at the workflow.

Do not override to make a number look better. If you cannot give a reason from the list, you probably \
do not have one.";

const ESCALATING: &str = "\
Overriding mends one case. Escalate when the next case will be wrong too, or when harm is done:

- personal data, secrets or the wrong customer’s facts: Security, at once;
- a wrong price, term, claim or promise that has left the house: Legal, and the account owner;
- messages that bounce, draw complaints or went out twice: Marketing ops;
- results that fall differently on groups of people: Compliance and the executive sponsor;
- scores that jump, fields that are overwritten, anything else: RevOps;
- a tool that is awkward rather than wrong: Enablement.

Report an exception with “X”: what happened, where it can be seen, how bad it is. You do not need to \
know why. Severe ones are answered within hours, all others within two business days, and you will see \
who has it.";

const STOPPING: &str = "\
If it can go on doing harm while you write the report, stop it first. Everybody may, for any live \
workflow, with one control or Ctrl+Shift+S, also from the locked screen. It asks only for a reason.

A stop goes to the list that connected systems read. Somebody then looks in each system whether it has \
really stopped. You have done your part when you have said why.";

const CASES: &str = "\
Talk each through, then compare with the line below it.

- A score has risen by forty points, and the driver is “visited pricing page”. You know it was their \
intern, for a thesis.
Override, with the reason “Did not know the context”. No exception: it is one case.

- A drafted first email names a customer of ours as a reference. You find no source for it.
Take it out and send your own. Report an exception: the next draft may invent another.

- The call summary says that the customer agreed to a price. They asked for one.
Correct it before it is filed, and tell the account owner if it was filed already.

- On Friday at seven you see the sequencer writing to people who opted out.
Stop it. Then report it to Marketing ops and Security. Do not wait for Monday.

- Your forecast tool proposes to move eleven close dates; nine look right.
Take the nine one by one, override two with their reasons. Not all eleven at once.";

const ATTESTS: &str = "\
That you have read this, gone through the five cases with somebody, and know how to override, how to \
escalate and how to stop. If a part was not clear, say so before you sign: then the training is changed, \
not you.";
