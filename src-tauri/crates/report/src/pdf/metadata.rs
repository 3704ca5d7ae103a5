//! What the file says about itself: information, XMP, output intent, identity.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::deflate::Deflate;
use super::unicode::text;
use crate::error::Result;
use crate::frame::Frame;

/// sRGB as LittleCMS writes it.
const SRGB: &[u8] = include_bytes!("../../colour/srgb.icc");

const PRODUCER: &str = concat!("Countersign ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn information(frame: &Frame, title: &str) -> Dictionary {
    dictionary! {
        "Title" => text(title),
        "Author" => text(&frame.preparer),
        "Subject" => text(&subject(frame)),
        "Keywords" => text(&keywords(frame)),
        "Creator" => text("Countersign"),
        "Producer" => text(PRODUCER),
        "CreationDate" => text(&pdf_date(&frame.made_at)),
        "ModDate" => text(&pdf_date(&frame.made_at)),
    }
}

/// The same in XMP.
pub(super) fn xmp(frame: &Frame, title: &str) -> Stream {
    let packet = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>Countersign</xmp:CreatorTool>\n\
         <xmp:CreateDate>{date}</xmp:CreateDate>\n\
         <xmp:ModifyDate>{date}</xmp:ModifyDate>\n\
         <pdf:Producer>{producer}</pdf:Producer>\n\
         <pdf:Keywords>{keywords}</pdf:Keywords>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
        title = escaped(title),
        author = escaped(&frame.preparer),
        subject = escaped(&subject(frame)),
        language = escaped(&frame.language),
        date = escaped(&xmp_date(&frame.made_at)),
        producer = PRODUCER,
        keywords = escaped(&keywords(frame)),
    );
    let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(about, packet.into_bytes()).with_compression(false)
}

/// The colours are sRGB's.
pub(super) fn output_intent(pdf: &mut Document, deflate: &mut Deflate) -> Result<Dictionary> {
    let mut profile = deflate.stream(SRGB)?;
    profile.dict.set("N", 3);
    let profile = pdf.add_object(profile);
    Ok(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB"),
        "Info" => text("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    })
}

/// The file's identity: drawn from all its objects, so the same report has the same.
pub(super) fn identity(pdf: &Document) -> Object {
    let mut hash = Sha256::new();
    for (id, object) in &pdf.objects {
        hash.update(id.0.to_be_bytes());
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        } else {
            hash.update(format!("{object:?}").as_bytes());
        }
    }
    let digest: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(digest, StringFormat::Hexadecimal);
    Object::Array(vec![id.clone(), id])
}

fn subject(frame: &Frame) -> String {
    format!("{}, {}. As of {}.", frame.report, frame.period, frame.as_of)
}

/// What a search over many reports goes by.
fn keywords(frame: &Frame) -> String {
    let demo = if frame.demo { ", demo workspace" } else { "" };
    format!(
        "ledger head {}:{}, {}, {}{demo}",
        frame.head.size,
        frame.head.root,
        frame.version.said().to_lowercase(),
        frame.label
    )
}

/// `2026-09-21T08:58:41.123Z` as `D:20260921085841Z`.
fn pdf_date(moment: &str) -> String {
    let digits: String =
        moment.chars().filter(char::is_ascii_digit).take("YYYYMMDDHHmmSS".len()).collect();
    format!("D:{digits}Z")
}

/// Seconds are enough, and equal to the other date.
fn xmp_date(moment: &str) -> String {
    match moment.split_once('.') {
        Some((whole, _)) => format!("{whole}Z"),
        None => moment.to_owned(),
    }
}

fn escaped(value: &str) -> String {
    let legal = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    value.chars().filter(legal).fold(String::new(), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
        out
    })
}
