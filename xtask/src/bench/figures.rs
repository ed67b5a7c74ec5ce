//! Medians, and tables of them.

/// The middle of some figures; nothing when there are none.
pub fn median(figures: &[f64]) -> Option<f64> {
    percentile(figures, 0.5)
}

/// The figure that such a share of them do not exceed.
pub fn percentile(figures: &[f64], share: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = figures.iter().copied().filter(|figure| figure.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // A place in a short list.
    let place = ((sorted.len() as f64 * share).ceil() as usize).saturating_sub(1);
    sorted.get(place).copied()
}

/// A figure as it stands in a table; a dash where there is none.
pub fn shown(figure: Option<f64>, digits: usize) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.digits$}"))
}

/// A table in Markdown, with its columns lined up.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (place, row) in rows.iter().enumerate() {
        let cells = (0..columns).map(|column| {
            let cell = row.get(column).map_or("", String::as_str);
            let space = " ".repeat(width(column) - cell.chars().count());
            if column == 0 { format!("{cell}{space}") } else { format!("{space}{cell}") }
        });
        text.extend(["| ", &cells.collect::<Vec<_>>().join(" | "), " |\n"]);
        if place == 0 {
            let line = (0..columns).map(|column| if column == 0 { "---" } else { "--:" });
            text.extend(["|", &line.collect::<Vec<_>>().join("|"), "|\n"]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middles_and_shares() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!((percentile(&hundred, 0.95), percentile(&hundred, 0.5)), (Some(95.0), Some(50.0)));
    }

    #[test]
    fn columns_line_up() {
        let text = table(&[vec!["a".into(), "ms".into()], vec!["long".into(), "5".into()]]);
        assert_eq!(text, "| a    | ms |\n|---|--:|\n| long |  5 |\n");
    }
}
