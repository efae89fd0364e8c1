//! The week on paper: plain aligned text, coloured only where somebody looks.

use crate::company::{self, COMPANY, LAKESIDE, PEOPLE, ZONE};
use crate::kept::Kept;
use crate::preview;
use crate::tell::{Tone, pick, say, told};
use crate::week::{CURED, END, Play, Refused, Week, local, wall};
use itsm::kernel::{Instant, Label};
use itsm::kpi::to_text;
use itsm::sla::{Metric, why_due};
use itsm::time::Language;
use std::error::Error;
use std::path::Path;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// How the week is shown.
#[derive(Clone, Copy)]
pub struct Look {
    pub language: Language,
    /// Columns.
    pub width: usize,
    pub colour: bool,
}

/// The ticket whose ledger is shown, and when.
pub const PAUSED: (&str, &str) = ("INC-000006", "10-10 11:00");
/// The ticket whose priority is explained, and when.
pub const OVERRIDDEN: (&str, &str) = ("INC-000007", "10-09 10:00");

const TIME: usize = 5;
const RECORD: usize = 10;
const NAME: usize = 12;
const GAP: usize = 2;

/// Everything, top to bottom.
pub fn report(week: &Week, look: Look) -> Result<String, Box<dyn Error>> {
    let mut page = Page { text: String::new(), look };
    page.header();
    page.timeline(week);
    page.ledger(week)?;
    page.priority(week)?;
    page.refusals(&week.refused);
    page.kpis(week)?;
    page.proof(week)?;
    Ok(page.text)
}

/// How the fault was cured, after the week.
pub fn cure(week: &Week, after: &Week, look: Look) -> Result<String, Box<dyn Error>> {
    let mut page = Page { text: "\n".to_owned(), look };
    let language = look.language;
    page.heading(&say!(language, "The weeks after: from the fault to its cure", "此后数周：从故障到根治"));
    let intro = say!(
        language,
        "What nobody did himself the system did in the same plan: candidates from recurring incidents, the problem's fix, \
         versions of items, changes that a release carries.",
        "非人工执行的步骤由系统在同一计划内完成：由重复事件产生候选、推进问题修复、更新配置项版本、随发布实施变更。"
    );
    page.paragraph(&intro, 0);
    page.entries(after, week.desk.journal().events().len());
    for (title, text) in preview::sections(after, language)? {
        page.heading(&title);
        for line in text.lines() {
            page.hanging(line);
        }
    }
    page.refusals(&after.refused);
    page.proof(after)?;
    Ok(page.text)
}

/// The same from a file, as far as an instant, and what is kept there.
pub fn kept(path: &Path, until: Option<&str>, look: Look) -> Result<String, Box<dyn Error>> {
    let mut play = Play::on(Kept::open(path)?);
    let found = play.stage.written();
    let stop = until.map(local).transpose()?;
    let (end, cured) = (local(END)?, local(CURED)?);
    let mut page = Page { text: String::new(), look };
    play.week(until.filter(|_| stop < Some(end)).unwrap_or(END))?;
    if stop.is_none_or(|stop| stop >= end) {
        let week = play.left(END)?;
        page.text += &report(&week, look)?;
        play.cure(until.filter(|_| stop < Some(cured)).unwrap_or(CURED))?;
        if stop.is_none_or(|stop| stop >= cured) {
            page.text += &cure(&week, &play.left(CURED)?, look)?;
        }
    }
    page.lasts(path, found, &mut play.stage, until)?;
    Ok(page.text)
}

struct Page {
    text: String,
    look: Look,
}

impl Page {
    fn header(&mut self) {
        let language = self.look.language;
        let company = pick(COMPANY, language);
        let (people, lakeside) = (PEOPLE.len(), pick(LAKESIDE, language));
        self.heading(company);
        let intro = say!(
            language,
            "Monday, 5 October to Sunday, 11 October 2026, in the local time of {ZONE}. Three customers: a bank around the \
             clock, a bank five days of eight hours, an insurer in working days. Monday to Wednesday are holidays, Saturday is \
             worked for them: these dates are the tenant's entries in its calendars, not the library's. {people} people and \
             machines act; {lakeside} is where to look on Saturday.",
            "2026年10月5日（星期一）至10月11日（星期日），{ZONE} 当地时间。三家客户：一家银行全天候，一家银行每周五天每天八小时，\
             一家保险公司按工作日。周一至周三放假，周六调休上班：这些日期由租户录入日历，非本库所带。\
             共 {people} 个人员与设备参与；周六请留意{lakeside}。"
        );
        self.paragraph(&intro, 0);
        let mut units: Vec<&Label> = Vec::new();
        for person in PEOPLE {
            if !units.contains(&&person.unit) {
                units.push(&person.unit);
            }
        }
        self.line("");
        for unit in units {
            let members = PEOPLE.iter().filter(|person| person.unit == *unit);
            let names: Vec<_> =
                members.map(|person| format!("{} ({})", pick(person.name, language), person.id)).collect();
            self.paragraph(&format!("{}: {}", pick(*unit, language), names.join(", ")), 0);
        }
    }

    fn timeline(&mut self, week: &Week) {
        self.entries(week, 0);
    }

    /// The entries of the journal from one on.
    fn entries(&mut self, week: &Week, first: usize) {
        let mut refused = week.refused.iter().peekable();
        let mut last: Option<(Instant, String, String)> = None;
        let mut day = String::new();
        let events = week.desk.journal().events();
        for (place, event) in events.iter().enumerate().skip(first) {
            while let Some(refusal) = refused.next_if(|refused| refused.after <= place) {
                self.day(&mut day, refusal.at);
                let text = self.refused_in_short(refusal);
                let first = (wall(refusal.at), refusal.record, name(refusal.by, self.look.language));
                self.row(first, &text, Tone::Warning);
                last = None;
            }
            let Some((text, tone)) = told(event, &week.desk, self.look.language) else { continue };
            let head = &event.head;
            let row = (head.at, head.record.to_string(), head.actor.id.to_string());
            let same = last.as_ref() == Some(&row);
            self.day(&mut day, head.at);
            if same {
                self.row((String::new(), "", String::new()), &text, tone);
            } else {
                let by = name(head.actor.id.as_str(), self.look.language);
                self.row((wall(head.at), head.record.as_str(), by), &text, tone);
            }
            last = Some(row);
        }
    }

    fn day(&mut self, day: &mut String, at: Instant) {
        let date = wall(at).get(..5).unwrap_or_default().to_owned();
        if *day != date {
            let title = self.titled_day(&date);
            self.heading(&title);
            *day = date;
        }
    }

    fn titled_day(&self, date: &str) -> String {
        let language = self.look.language;
        let names = [
            Label::new("Monday, holiday", "星期一，放假"),
            Label::new("Tuesday, holiday", "星期二，放假"),
            Label::new("Wednesday, holiday", "星期三，放假"),
            Label::new("Thursday", "星期四"),
            Label::new("Friday", "星期五"),
            Label::new("Saturday, make-up workday", "星期六，调休上班"),
            Label::new("Sunday", "星期日"),
        ];
        let monday = (5..12).position(|day| format!("10-{day:02}") == date);
        let name = monday.and_then(|place| names.get(place)).map_or("", |label| pick(*label, language));
        format!("2026-{date}  {name}").trim_end().to_owned()
    }

    fn refused_in_short(&self, refused: &Refused) -> String {
        let (code, guard) = (refused.refusal.code, refused.refusal.guard);
        say!(self.look.language, "REFUSED {code} by {guard}", "被拒绝：{code}，{guard}")
    }

    fn row(&mut self, (at, record, by): (String, &str, String), text: &str, tone: Tone) {
        let time = at.get(6..).unwrap_or_default();
        let room = self.look.width.saturating_sub(TIME + RECORD + NAME + 3 * GAP).max(20);
        for (line, part) in wrapped(text, room).iter().enumerate() {
            let (time, record, by) = if line == 0 { (time, record, by.as_str()) } else { ("", "", "") };
            let gap = " ".repeat(GAP);
            let part = self.painted(&padded(part, room), tone);
            let row = format!("{}{gap}{}{gap}{part}{gap}{by}", padded(time, TIME), padded(record, RECORD));
            self.line(row.trim_end());
        }
    }

    fn ledger(&mut self, week: &Week) -> Result<(), Box<dyn Error>> {
        let (id, at) = PAUSED;
        let language = self.look.language;
        self.heading(&say!(
            language,
            "Why {id} is due when it is, as of {at}",
            "{id} 为何此时到期（截至 {at}）"
        ));
        let then = week.desk.as_of(local(at)?)?;
        let incident = then.incident(id).ok_or("the paused incident")?;
        let clock = incident.clocks.get(Metric::Resolution).ok_or("its clock")?;
        let policy = then.registry().desk_at(local(at)?).ok_or("the desk's policy")?;
        let why = why_due(clock, &policy.agreements)?;
        self.hanging(&why.to_text(language));
        Ok(())
    }

    fn priority(&mut self, week: &Week) -> Result<(), Box<dyn Error>> {
        let (id, at) = OVERRIDDEN;
        let language = self.look.language;
        self.heading(&say!(
            language,
            "Why {id} has its priority, as of {at}",
            "{id} 的优先级由来（截至 {at}）"
        ));
        let now = local(at)?;
        let then = week.desk.as_of(now)?;
        let incident = then.incident(id).ok_or("the incident with an override")?;
        let of = incident.classification.as_ref().ok_or("its classification")?;
        let policy = then.registry().desk_at(now).ok_or("the desk's policy")?;
        let over = incident.priority_override.as_ref();
        let why = policy.matrix.explain_with(of.impact, of.urgency, over, now)?;
        let text = match language {
            Language::English => why.to_string(),
            Language::Chinese => why.zh(),
        };
        self.paragraph(&text, 0);
        Ok(())
    }

    fn refusals(&mut self, refused: &[Refused]) {
        let language = self.look.language;
        self.heading(&say!(
            language,
            "What was refused, and every condition that was not met",
            "被拒绝的命令及全部未满足的条件"
        ));
        for refused in refused {
            let (at, by, record) = (wall(refused.at), name(refused.by, language), refused.record);
            let (guard, code) = (refused.refusal.guard, refused.refusal.code);
            self.hanging(&format!("{at}  {record}  {by}: `{code}`, {guard}"));
            for unmet in &refused.refusal.missing {
                self.paragraph(&format!("- {}", unmet.en()), 2);
                self.paragraph(&unmet.zh(), 4);
            }
        }
    }

    fn kpis(&mut self, week: &Week) -> Result<(), Box<dyn Error>> {
        let language = self.look.language;
        self.heading(&say!(language, "The week in figures", "本周指标"));
        self.text.push_str(&to_text(&week.kpis()?, language));
        Ok(())
    }

    fn lasts(
        &mut self,
        path: &Path,
        found: usize,
        stage: &mut Kept,
        until: Option<&str>,
    ) -> Result<(), Box<dyn Error>> {
        let language = self.look.language;
        let (entries, orders, path) = (stage.verify()?, stage.written(), path.display());
        let given = orders.saturating_sub(found);
        self.heading(&say!(language, "What lasts", "留存"));
        self.line(&say!(
            language,
            "{path}: {orders} orders in the diary, {entries} entries in the journal, each as it was hashed.",
            "{path}：工作日记 {orders} 条，日志 {entries} 条，逐条哈希相符。"
        ));
        self.line(&say!(
            language,
            "{found} orders were there already, {given} were given now; each was committed with its entries.",
            "此前已有 {found} 条指令，本次下达 {given} 条；每条指令与其日志条目在同一事务内提交。"
        ));
        if let Some(until) = until {
            self.line(&say!(
                language,
                "It stopped at {until}. Without --until it goes on from there.",
                "停在 {until}。去掉 --until 即从此处继续。"
            ));
        }
        Ok(())
    }

    fn proof(&mut self, week: &Week) -> Result<(), Box<dyn Error>> {
        let language = self.look.language;
        self.heading(&say!(language, "The journal", "日志"));
        let journal = week.desk.journal();
        let (entries, bytes) = (journal.events().len(), journal.to_lines().len());
        let (digest, again) = (week.desk.digest(), week.replayed()?.digest());
        let verdict = if digest == again {
            Label::new("the same", "一致")
        } else {
            Label::new("DIFFERENT", "不一致")
        };
        let verdict = pick(verdict, language);
        self.hanging(&say!(
            language,
            "entries    {entries}, {bytes} bytes\nstate      {digest}\nreplayed   {again}  {verdict}\nThe digest is of the state that the entries lead to; it does not prove that nobody altered an entry.",
            "条目      {entries}，{bytes} 字节\n状态      {digest}\n重放      {again}  {verdict}\n摘要针对条目所导致的状态，并不证明条目未被改动。"
        ));
        Ok(())
    }

    fn heading(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let text = if self.look.colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() };
        self.line(&text);
    }

    fn paragraph(&mut self, text: &str, indent: usize) {
        for part in wrapped(text, self.look.width.saturating_sub(indent)) {
            self.line(&format!("{}{part}", " ".repeat(indent)));
        }
    }

    /// Lines that go on further in where they are too long; columns stay together as far as they can.
    fn hanging(&mut self, text: &str) {
        const FURTHER_IN: usize = 11;
        for line in text.lines() {
            let fits = |place: usize| line.get(..place).is_some_and(|first| first.width() <= self.look.width);
            let gap = line.rmatch_indices("  ").map(|(place, _)| place).find(|place| fits(*place));
            let end = match gap {
                _ if fits(line.len()) => line.len(),
                Some(gap) if gap > 0 => gap,
                _ => wrapped(line, self.look.width).first().map_or(0, String::len),
            };
            let (first, rest) = line.split_at(end);
            self.line(first.trim_end());
            if !rest.trim().is_empty() {
                self.paragraph(rest.trim_start(), FURTHER_IN);
            }
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn painted(&self, text: &str, tone: Tone) -> String {
        let code = match tone {
            Tone::Plain => return text.to_owned(),
            Tone::Aside => "2",
            Tone::Warning => "33",
            Tone::Alarm => "1;31",
        };
        if self.look.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn name(id: &str, language: Language) -> String {
    match company::named(id) {
        Some(person) => pick(person.name, language).to_owned(),
        None => pick(Label::new("by itself", "自动"), language).to_owned(),
    }
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// Lines of at most so many columns, broken at blanks and between Chinese characters.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let last = lines.last_mut().expect("never empty");
        if !last.is_empty() && last.width() + word.trim_end().width() > columns {
            lines.push(word);
        } else {
            last.push_str(&word);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Pieces that stay together, each with the blanks behind it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let (mut open, mut glued) = (false, false);
    for character in text.chars() {
        let wide = character.width().unwrap_or(0) > 1;
        // Chinese punctuation stays with what it ends.
        let closes = "，。；：、）”".contains(character);
        match words.last_mut() {
            Some(word) if closes || glued || (open && !wide) || character == ' ' => word.push(character),
            _ => words.push(character.to_string()),
        }
        glued = "（“".contains(character);
        open = glued || (character != ' ' && !wide);
    }
    words
}
