//! Groups, goals, wishes that pull apart and notices.

use super::writer::{Writer, join, variant};

/// The groups.
pub fn groups(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.ladder.groups.iter().map(|group| {
        let name = out.words(|words| words.ladder.groups[&group.id].name.clone());
        let line = out.words(|words| words.ladder.groups[&group.id].line.clone());
        format!("Group {{ id: {:?}, name: {name}, line: {line} }}", group.id)
    }))
}

/// The goals.
pub fn goals(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.ladder.goals.iter().map(|goal| {
        let text = out.words(|words| words.ladder.goals[&goal.id].text.clone());
        let short = out.words(|words| words.ladder.goals[&goal.id].short.clone());
        format!("Goal {{ id: {:?}, text: {text}, short: {short} }}", goal.id)
    }))
}

/// Pairs of goals that can pull in different directions.
pub fn tensions(out: &mut Writer<'_>) -> String {
    let content = out.content;
    let goal_place = |id: &str| content.ladder.goals.iter().position(|goal| goal.id == id).expect("goals were checked");
    join(content.ladder.tensions.iter().map(|tension| {
        format!("Tension {{ one: GoalId({}), other: GoalId({}) }}", goal_place(&tension.goals[0]), goal_place(&tension.goals[1]))
    }))
}

/// The notices.
pub fn notices(out: &mut Writer<'_>) -> String {
    let content = out.content;
    join(content.ladder.notices.iter().map(|notice| {
        let head = out.words(|words| words.ladder.notice_heads[&notice.id].clone());
        let text = out.words(|words| words.ladder.notices[&notice.id].clone());
        let places = join(notice.places.iter().map(|place| format!("NoticePlace::{}", variant(place))));
        format!("Notice {{ id: {:?}, head: {head}, text: {text}, places: &[{places}], when: {} }}", notice.id, out.set(&notice.when))
    }))
}
