//! The policy in short, for whoever works with customers.

use super::StartUp;
use crate::policy::Kind;

/// Asked of those who sell and those who send, with every new version.
pub(super) const POLICY: StartUp = StartUp {
    title: "Do’s and don’ts of selling with AI",
    kind: Kind::DosAndDonts,
    roles: &[
        "sales-leader",
        "frontline-manager",
        "sdr",
        "account-executive",
        "ai-sales-specialist",
        "sales",
        "marketing-ops",
        "marketing",
        "solutions",
        "deal-desk",
    ],
    again_days: None,
    sections: &[
        ("How to use this page", INTRO),
        ("Customer data", DATA),
        ("Messages", MESSAGES),
        ("Calls", CALLS),
        ("Scores, forecasts and suggestions", SUGGESTIONS),
        ("Tools and automation", TOOLS),
        ("Records and review", RECORDS),
    ],
};

const INTRO: &str = "\
These are the rules of “Acceptable use of AI in sales” as you meet them on an ordinary day. Where the two \
seem to differ, the longer one counts; where neither answers your question, ask RevOps before you act.";

const DATA: &str = "\
Do:
- keep customer data in the tools the register names for it;
- point to a record instead of pasting it;
- check where a fact about a company came from before you use it.

Don’t:
- paste a contract, a price list or a customer’s email thread into a chat assistant of your own;
- put passwords, keys or card numbers into any prompt, not even to test;
- ask AI to guess anything private about a person;
- take a list with you, in any form, without an approved export.";

const MESSAGES: &str = "\
Do:
- read every draft to the end, and change what you would not say yourself;
- check names, figures and the reason you give for writing;
- send the first message to somebody new yourself;
- ask before you write about price, terms or a competitor.

Don’t:
- approve drafts in bulk without opening them;
- let a made-up reference, quote or result stand because it sounds right;
- pretend to be a person where a machine is writing;
- restart a sequence for somebody who has answered or opted out.";

const CALLS: &str = "\
Do:
- say at the start that the call is recorded and summarised, and wait for the answer;
- switch it off when anybody hesitates;
- read the summary the same day and mend it before it is filed.

Don’t:
- record a call that was not meant for you;
- share a transcript beyond those who work on the account;
- file as agreed what was only suggested on the call.";

const SUGGESTIONS: &str = "\
Do:
- look at the reasons beside a score before you follow it, and at how old its data is;
- override it when you know better, and pick the reason from the list: that is how it learns;
- keep your own judgement in the forecast, with a sentence for each change.

Don’t:
- follow a score because it is a number;
- push a close date because AI proposed it, without knowing why;
- override in silence, in a note nobody reads.";

const TOOLS: &str = "\
Do:
- use what is on the register, and ask for what is missing;
- stop a workflow that does harm, first, and explain afterwards;
- tell RevOps about AI that a vendor has switched on.

Don’t:
- connect a tool to the CRM or a mailbox on your own;
- share an account or an approval with a colleague;
- raise a limit to get through the week: propose it.";

const RECORDS: &str = "\
Do:
- leave the log on;
- report what went wrong the same day, also when it was you;
- answer the weekly sample plainly: right, wrong, or “I cannot tell”.

Don’t:
- delete or edit what shows an error;
- test what you have approved yourself;
- wait for the review with something that can hurt a customer today.";
