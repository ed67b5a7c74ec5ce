//! The places of the page, and where a person has been.

/// A place of the page. All can be reached from all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Place {
    /// For whom it is, what it promises, am I safe.
    #[default]
    Start,
    /// What I want.
    Goals,
    /// What happens, and what must not happen.
    Questions,
    /// The ladder.
    Ladder,
    /// Two to four rungs side by side.
    Compare,
    /// My sheet.
    Sheet,
    /// What the page does and cannot do.
    Transparency,
    /// For who saw it happen to someone else.
    Saw,
    /// For who leads the team.
    Leads,
    /// For who is accused.
    Accused,
    /// For a confidential adviser, before a talk.
    Adviser,
}

impl Place {
    /// All, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Start,
        Self::Goals,
        Self::Questions,
        Self::Ladder,
        Self::Compare,
        Self::Sheet,
        Self::Transparency,
        Self::Saw,
        Self::Leads,
        Self::Accused,
        Self::Adviser,
    ];

    /// The four places of the navigation, in order. The questions belong to what I want, side by side to the ladder; what the page cannot do is linked from the start, the sheet and the foot.
    pub const MAIN: [Self; 4] = [Self::Start, Self::Goals, Self::Ladder, Self::Sheet];

    /// The places for who comes from another side, in the order of the content.
    pub const SIDES: [Self; 4] = [Self::Saw, Self::Leads, Self::Accused, Self::Adviser];

    /// Which of those it is, if it is one.
    pub fn side(self) -> Option<usize> {
        Self::SIDES.into_iter().position(|side| side == self)
    }

    /// The id of the place in the page. A link to it works before the app has started, and then stands in the address; so the
    /// sides do not say there who somebody is.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Goals => "goals",
            Self::Questions => "questions",
            Self::Ladder => "ladder",
            Self::Compare => "beside",
            Self::Sheet => "sheet",
            Self::Transparency => "honest",
            Self::Saw => "side-one",
            Self::Leads => "side-two",
            Self::Accused => "side-three",
            Self::Adviser => "side-four",
        }
    }

    /// The place with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.id() == id)
    }
}

/// The places that were visited, one for each entry in the browser's history, and which of them is on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    places: Vec<Place>,
    at: usize,
    /// The entries before this one are of somebody else: everything was emptied since.
    since: usize,
}

impl Default for Trail {
    fn default() -> Self {
        Self::starting_at(Place::Start, 0)
    }
}

impl Trail {
    /// A trail that starts at a place with `depth` entries behind it, as after a reload: those lead to the start.
    pub fn starting_at(place: Place, depth: usize) -> Self {
        let mut places = vec![Place::Start; depth];
        places.push(place);
        Self { places, at: depth, since: depth }
    }

    /// The place on screen.
    pub fn place(&self) -> Place {
        self.places.get(self.at).copied().unwrap_or_default()
    }

    /// How many entries lie behind it.
    pub const fn depth(&self) -> usize {
        self.at
    }

    /// Goes to another place. What lay ahead is gone, as in the browser.
    pub fn go_to(&mut self, place: Place) {
        if place != self.place() {
            self.places.truncate(self.at + 1);
            self.places.push(place);
            self.at += 1;
        }
    }

    /// Goes where the browser's Back or Forward went. A depth that was never visited changes nothing.
    pub fn travel_to(&mut self, depth: usize) {
        if depth < self.places.len() {
            self.at = depth;
        }
    }

    /// Where one was on the page before is no more: it was somebody else, or nobody's business.
    pub const fn forget(&mut self) {
        self.since = self.at;
    }

    /// The entry whose view the ladder is shown with when one comes to it again: the last one before this at which it was
    /// on screen. All other places are short, and start at their top.
    pub fn same_before(&self) -> Option<usize> {
        let mut found = None;
        for depth in self.since..self.at {
            if self.place() == Place::Ladder && self.places.get(depth) == Some(&Place::Ladder) {
                found = Some(depth);
            }
        }
        found
    }

    /// Whether what the entry on screen was like belongs to who is here now.
    pub const fn is_of_now(&self) -> bool {
        self.at >= self.since
    }
}
