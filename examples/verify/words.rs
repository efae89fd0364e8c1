//! What was found, in words of English or Chinese.

use super::checks::{Claim, Finding, Note};
use itsm::evidence::EvidenceError;

/// One line for a finding; what it quotes cannot move the cursor of a terminal.
pub fn line(finding: &Finding, chinese: bool) -> String {
    let text = match (finding, chinese) {
        (Finding::Holds(claim), false) => format!("holds   {}", english(claim)),
        (Finding::Holds(claim), true) => format!("成立    {}", chinese_of(claim)),
        (Finding::Fails(claim, error), false) => format!("FAILS   {}: {error}", english(claim)),
        (Finding::Fails(claim, error), true) => {
            format!("不成立  {}：{}（{error}）", chinese_of(claim), reason(error))
        }
        (Finding::Note(note), false) => format!("note    {}", note_english(note)),
        (Finding::Note(note), true) => format!("说明    {}", note_chinese(note)),
    };
    let shown: String =
        text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect();
    format!("{shown}\n")
}

/// The last line.
pub fn verdict(holds: bool, chinese: bool) -> String {
    let words = match (holds, chinese) {
        (true, false) => "everything asked for holds; whether what was typed in is true, no proof can say",
        (false, false) => "it does not hold: this is not what was kept",
        (true, true) => "所问各项均成立；至于当初录入的内容是否属实，任何证明都无法说明",
        (false, true) => "不成立：与所保存的检查点不符",
    };
    format!("{words}\n")
}

fn english(claim: &Claim) -> String {
    match claim {
        Claim::Checkpoint => "the checkpoint".to_owned(),
        Claim::Before => "the older checkpoint".to_owned(),
        Claim::Signed(by) => format!("signed by {by}"),
        Claim::Proof => "the proof".to_owned(),
        Claim::Journal => "the journal".to_owned(),
        Claim::Entries(size) => {
            format!("the first {size} entries of the journal are those of the checkpoint")
        }
        Claim::Text(index) => format!("the text of entry {index} is there to be proved"),
        Claim::Entry { index, size } => format!("the entry stands at index {index} of {size}, unchanged"),
        Claim::Begins { from, to } => format!("the {to} entries begin with the {from} of before, unchanged"),
    }
}

fn chinese_of(claim: &Claim) -> String {
    match claim {
        Claim::Checkpoint => "检查点".to_owned(),
        Claim::Before => "较早的检查点".to_owned(),
        Claim::Signed(by) => format!("由 {by} 签名"),
        Claim::Proof => "证明".to_owned(),
        Claim::Journal => "日志".to_owned(),
        Claim::Entries(size) => format!("日志的前 {size} 条与检查点一致"),
        Claim::Text(index) => format!("第 {index} 号条目的正文仍在"),
        Claim::Entry { index, size } => format!("该条目位于 {size} 条中的第 {index} 号（从 0 起），未被改动"),
        Claim::Begins { from, to } => format!("这 {to} 条以先前的 {from} 条开头，未被改动"),
    }
}

fn note_english(note: &Note) -> String {
    match note {
        Note::Of { origin, size } => format!("a checkpoint of {origin} about {size} entries"),
        Note::SignerUnchecked => "nobody has checked who made it: name a --key".to_owned(),
        Note::Later(1) => "one entry came after the checkpoint, which says nothing about it".to_owned(),
        Note::Later(later) => {
            format!("{later} entries came after the checkpoint, which says nothing about them")
        }
        Note::Gone(gone) => {
            format!(
                "of {gone} entries the text is gone: that disposals took them, whoever folds the journal can tell"
            )
        }
    }
}

fn note_chinese(note: &Note) -> String {
    match note {
        Note::Of { origin, size } => format!("{origin} 的检查点，涵盖 {size} 条"),
        Note::SignerUnchecked => "未核对签名者：请用 --key 指定".to_owned(),
        Note::Later(later) => format!("检查点之后另有 {later} 条，检查点对其不作任何保证"),
        Note::Gone(gone) => format!("其中 {gone} 条的正文已不在：是否确由处置单销毁，重放日志者可知"),
    }
}

fn reason(error: &EvidenceError) -> &'static str {
    match error.code() {
        "proof.index" => "没有这个序号的条目",
        "proof.size" => "条目数不足",
        "proof.from_empty" => "从空日志出发的证明没有意义",
        "proof.other_size" => "证明所指的条目数与检查点不同",
        "proof.path_length" => "证明的长度不对",
        "proof.root_mismatch" => "算出的根与检查点的根不同",
        "note.no_known_key" => "没有可信的签名",
        "note.signature_fails" => "签名不符",
        "note.not_signed" => "没有签名",
        "checkpoint.origin" => "来源不符或有误",
        code if code.starts_with("checkpoint.") => "检查点格式有误",
        code if code.starts_with("note.") => "签名文本格式有误",
        _ => "文件无法读取",
    }
}
