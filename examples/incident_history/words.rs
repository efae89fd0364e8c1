//! Text for a terminal of 80 columns: numbers with their thousands apart, and tables whose columns line up, also where
//! a character is two columns wide.

/// `17475` as `17,475`.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `36000` seconds as `10:00 h`.
pub fn hours(seconds: u64) -> String {
    format!("{}:{:02} h", number(seconds / 3_600), seconds % 3_600 / 60)
}

/// `9876` basis points as `98.76 %`.
pub fn percent(basis_points: u64) -> String {
    format!("{}.{:02} %", number(basis_points / 100), basis_points % 100)
}

/// How many columns of a terminal a text takes.
fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| if matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffef}') { 2 } else { 1 })
        .sum()
}

/// Where a column stands in its width.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Rows of equal length, printed with two spaces before each column.
pub fn table(sides: &[Side], rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..sides.len())
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for ((cell, side), wide) in row.iter().zip(sides).zip(&widths) {
            let space = " ".repeat(wide.saturating_sub(width(cell)));
            match side {
                Side::Left => line.push_str(&format!("  {cell}{space}")),
                Side::Right => line.push_str(&format!("  {space}{cell}")),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Words broken before the 80th column, each line indented.
pub fn wrapped(words: &[String], indent: usize) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for word in words {
        if !line.is_empty() && indent + width(&line) + 1 + width(word) > 79 {
            text.push_str(&format!("{}{line}\n", " ".repeat(indent)));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        text.push_str(&format!("{}{line}\n", " ".repeat(indent)));
    }
    text
}
