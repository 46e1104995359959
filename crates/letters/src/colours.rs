//! The colours of the HTML part, those of the pages. Tests compute their contrast.

/// What a letter is painted in, as `#rrggbb`.
pub struct Colours {
    /// Behind everything.
    pub paper: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text that matters less.
    pub quiet: &'static str,
    /// Behind a meeting.
    pub tint: &'static str,
    /// A rule.
    pub line: &'static str,
    /// Links, the button, and the edges of what matters.
    pub act: &'static str,
    /// Text on the button.
    pub on_act: &'static str,
}

/// By day, and where a mail program knows nothing else.
pub const LIGHT: Colours = Colours {
    paper: "#fdfbf7",
    ink: "#1c2a2b",
    quiet: "#4a5a5b",
    tint: "#eaf3f0",
    line: "#cfc9bd",
    act: "#0b5d57",
    on_act: "#ffffff",
};

/// Where the reader has chosen a dark look.
pub const DARK: Colours = Colours {
    paper: "#14201f",
    ink: "#eef3f1",
    quiet: "#b4c4c0",
    tint: "#1d302e",
    line: "#3b504d",
    act: "#8fd6c9",
    on_act: "#0b2a27",
};
