//! Who answers for the data. Without it no collection opens.

/// The responsible body, and how people reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    /// The organisation that decides what the data are used for (GDPR art. 4 no. 7).
    pub responsible_body: String,
    /// Where questions about privacy go: an address or a telephone number, shown on the privacy page.
    pub privacy_contact: String,
    /// The contact point's telephone number, in every letter.
    pub phone: String,
}
