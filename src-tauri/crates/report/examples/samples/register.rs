//! The register of a company that doesn't exist, and one that is hard to set.

use report::register::{Model, Row, Status, Tier};

use super::frame::northwind;

/// Seventeen workflows in three phases.
pub fn register() -> Model {
    Model {
        frame: northwind("Register", "As it stands after 2026-Q3"),
        heads: vec!["Reference".into(), "Workflow".into()],
        rows: ROWS.iter().map(row).collect(),
    }
}

type Fields = [&'static str; 12];

fn row(fields: &Fields) -> Row {
    let [
        reference,
        name,
        phase,
        tier,
        write_stage,
        approver_role,
        approver,
        data_risk,
        guardrails,
        logs,
        kpi,
        rest,
    ] = fields.map(str::to_owned);
    let (limit, status) = rest.split_once(';').unwrap_or((&rest, "Live"));
    Row {
        facts: vec![reference.clone(), name.clone()],
        reference,
        name,
        phase,
        tier: match tier.as_str() {
            "1" => Some(Tier::Suggest),
            "2" => Some(Tier::Draft),
            "3" => Some(Tier::Approval),
            "4" => Some(Tier::Autonomous),
            _ => None,
        },
        freest: "Send external message, apply discount".into(),
        write_stage,
        approver_role,
        approver,
        data_risk,
        guardrails,
        logs,
        kpi: format!("{kpi} {limit}"),
        next_review: "12 Oct".into(),
        review_late: status == "Paused",
        status: match status {
            "Paused" => Status::Paused,
            "Stopped" => Status::Stopped,
            "Draft" => Status::Draft,
            "Retired" => Status::Retired,
            _ => Status::Live,
        },
        found_live: false,
        owner: "Jonas Lindqvist".into(),
    }
}

#[rustfmt::skip]
const ROWS: [Fields; 17] = [
    ["WF-0001", "Account fit scoring", "Data sourcing", "3", "Conditional write", "CRO", "M. Oduya", "Customer confidential", "Thresholds move by decision only; drivers and data age shown", "CRM audit trail", "Score PSI", "≤ 0.20;Live"],
    ["WF-0002", "Firmographic enrichment", "Data sourcing", "4", "Automated write", "RevOps", "J. Lindqvist", "None", "Enriched fields only; 1,200 records a day; 01:00 to 05:00", "Enrichment job log", "Overwrites %", "≤ 0.5;Live"],
    ["WF-0003", "Contact list building", "Data sourcing", "2", "Draft mode", "Marketing ops", "L. Haddad", "Personal data", "Opt-outs removed first; source shown on every row", "List builder export", "Bounces %", "≤ 2.0;Live"],
    ["WF-0004", "Duplicate merge", "Data sourcing", "3", "Conditional write", "Data/engineering", "W. Zhang", "Customer confidential", "Batches of 50; previous values kept 90 days", "CRM audit trail", "Merges undone %", "≤ 1.0;Paused"],
    ["WF-0005", "Intent signal digest", "Data sourcing", "1", "Read-only assist", "Sales leader", "D. Okafor", "None", "Top drivers, freshness and confidence shown", "Digest archive", "Adoption %", "≥ 60;Live"],
    ["WF-0006", "Lead routing", "Data sourcing", "2", "Draft mode", "RevOps", "J. Lindqvist", "Personal data", "Names an owner, a person confirms; territory table locked", "CRM audit trail", "Misroutes %", "≤ 1.0;Live"],
    ["WF-0007", "Outbound email writing", "Campaign execution", "2", "Draft mode", "Marketing ops", "L. Haddad", "Personal data", "First touch, price, terms or a competitor named: held for a person", "Sequencer activity", "Positive replies %", "≥ 3.2;Live"],
    ["WF-0008", "Sequence step pacing", "Campaign execution", "3", "Conditional write", "Marketing ops", "L. Haddad", "Personal data", "80 sends per sender a day; 08:00 to 18:00 local; launch by decision", "Sequencer activity", "Adherence %", "≥ 95;Live"],
    ["WF-0009", "Reply triage", "Campaign execution", "4", "Automated write", "RevOps", "J. Lindqvist", "Personal data", "600 labels a day; Mon to Fri 06:00 to 22:00; 38 accounts excluded", "Mailbox agent trace", "Agreement %", "≥ 96.0;Live"],
    ["WF-0010", "Event follow-up drafts", "Campaign execution", "2", "Draft mode", "Marketing ops", "L. Haddad", "Personal data", "Approved templates only; no claim outside the list", "Sequencer activity", "Drafts edited %", "≤ 40;Live"],
    ["WF-0011", "Website chat drafts", "Campaign execution", "2", "Draft mode", "Legal", "T. Ferreira", "Pricing", "A person sends every reply; price terms blocked (proposed)", "Chat transcript index", "Drafts rejected %", "≤ 15;Stopped"],
    ["WF-0012", "Content library tagging", "Campaign execution", "4", "Automated write", "Enablement lead", "R. Visser", "None", "Tags only; 300 items a day; 22:00 to 05:00; internal library", "Library change log", "Tags corrected %", "≤ 3.0;Live"],
    ["WF-0013", "Call summary", "Pipeline progression", "2", "Draft mode", "Sales leader", "D. Okafor", "Customer confidential", "The rep accepts, edits or rejects; stage never changes", "Call tool export", "Same-day notes %", "≥ 90;Live"],
    ["WF-0014", "Next best action", "Pipeline progression", "1", "Read-only assist", "Sales leader", "D. Okafor", "Customer confidential", "Drivers shown; override reasons from a list", "CRM panel events", "Override rate %", "≤ 8.0;Live"],
    ["WF-0015", "Forecast prediction", "Pipeline progression", "1", "Read-only assist", "CRO", "M. Oduya", "Customer confidential", "Never writes amount or close date", "Forecast snapshots", "Forecast error %", "≤ 12;Live"],
    ["WF-0016", "Discount guidance", "Pipeline progression", "3", "Conditional write", "Deal desk", "S. Marchetti", "Pricing, contract terms", "Up to 10 % inside deal-desk bounds; above goes to the CRO", "Quote tool audit", "Median discount %", "≤ 14;Live"],
    ["WF-0017", "Renewal risk watch", "Pipeline progression", "1", "Read-only assist", "Sales leader", "D. Okafor", "Customer confidential", "Drivers and data age shown; no outreach", "CRM panel events", "Churn foreseen %", "≥ 70;Live"],
];

/// What real inventories hold: names in many scripts, words without end, nothing at all.
pub fn hard_register() -> Model {
    let mut model = register();
    model.frame.demo = true;
    model.frame.workspace = "Deutsche Gesellschaft für außerordentlich lange Firmennamen mbH & Co. KG, شركة النور للتجارة".into();
    model.frame.preparer = "محمد عبد الرحمن الأنصاري".into();
    for (place, row) in model.rows.iter_mut().enumerate() {
        let Some((name, person, guardrails)) = HARD.get(place) else { break };
        (row.name, row.approver, row.guardrails) =
            ((*name).into(), (*person).into(), (*guardrails).into());
        row.facts = vec![row.reference.clone(), row.name.clone()];
    }
    model.rows.push(Row {
        reference: "WF-0018".into(),
        name: "=HYPERLINK(\"http://x\",\"click\")".into(),
        facts: vec!["WF-0018".into(), "=HYPERLINK(\"http://x\",\"click\")".into()],
        phase: "Pipeline progression".into(),
        found_live: true,
        status: Status::Live,
        guardrails: LONG.into(),
        logs: "s3://acme-revenue-telemetry-prod-eu-central-1/agents/outreach/2026/09/30/part-00000-of-00017.jsonl.gz".into(),
        ..Row::default()
    });
    let again: Vec<Row> = model.rows.clone();
    for turn in 1..4_u32 {
        model.rows.extend(again.iter().enumerate().map(|(place, row)| Row {
            reference: format!("WF-{:04}", turn * 100 + place as u32),
            facts: vec![format!("WF-{:04}", turn * 100 + place as u32), row.name.clone()],
            ..row.clone()
        }));
    }
    model
}

#[rustfmt::skip]
const HARD: [(&str, &str, &str); 12] = [
    ("تقييم العملاء المحتملين", "ليلى حداد", "لا يكتب الوكيل أي حقل مالي؛ 1,200 سجل في اليوم، من 01:00 إلى 05:00"),
    ("客户评分模型（第二版）", "张伟", "阈值只能通过决定更改；每行显示数据来源和更新时间，不得覆盖人工填写的字段。"),
    ("リード自動割り当て", "佐藤 花子", "担当者が確認するまで書き込みません。"),
    ("영업 기회 요약", "김민준", "요약만 작성하고 단계는 바꾸지 않습니다."),
    ("ग्राहक ईमेल प्रारूप", "प्रिया शर्मा", "हर संदेश को एक व्यक्ति पढ़ता है; क्षत्रिय, त्रिज्या, हिन्दी।"),
    ("ניתוב לידים 🚀", "יואב לוי", "שם בעלים; אדם מאשר (WF-0007) עד 48 שעות."),
    ("สรุปการโทรหาลูกค้า", "สมชาย ใจดี", "ตัวแทนขายยอมรับ แก้ไข หรือปฏิเสธข้อความทุกครั้ง"),
    ("Αξιολόγηση πελατών · Оценка лидов", "Ольга Смирнова", "Только чтение; Ωmega café naïve Łódź İstanbul Đặng Nguyễn"),
    ("Outreach 👩🏽‍💻✍️ ❤️ 🇩🇪", "Zoë Ångström", "Emoji 🙂 in names 🧾, combined e\u{301} and n\u{303}, private \u{e000} and \u{10fffd}"),
    ("গ্রাহক স্কোর", "অনিন্দিতা", "தமிழ் உரை, తెలుగు, ಕನ್ನಡ, മലയാളം, ગુજરાતી, ਪੰਜਾਬੀ, සිංහල, ქართული, Հայերեն"),
    ("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "Bartholomäus Freiherr von und zu Schwarzenfels-Hohenlandsberg", "x"),
    ("Ετικέτες <b>&amp;</b> \"quotes\", tabs\tand\nlines", "O'Brien; =1+1", "Tags only; 300 items a day"),
];

const LONG: &str = "This workflow was found running when the inventory was imported. It reads every \
    reply, decides whether a person should see it, drafts an answer, and files it. Nobody has \
    set a volume cap; the time window is whatever the vendor chose; segments are not limited. \
    The vendor keeps messages for 30 days and says that it does not train on them. Until a launch \
    decision clears the word, each rule it breaks stays a finding with its date, and the owner \
    answers for it in the weekly call. First touch, price, terms and any competitor named are \
    held for a person. Opt-outs are removed first; the source is shown on every row; previous \
    values are kept for 90 days so that a change can be taken back one by one.";
