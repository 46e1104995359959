//! Random identities. One newtype per thing, so that a note's id can't be used for a group.
//! They are version 4 UUIDs: later versions would tell when something was made.

use std::fmt;

use uuid::{Builder, Uuid};

use crate::Chance;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Draws a new identity.
            #[must_use]
            pub fn random(chance: &Chance) -> Self {
                Self(Builder::from_random_bytes(chance.bytes()).into_uuid())
            }

            /// The 16 bytes that are stored.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The same bytes as a slice, as queries take it.
            #[must_use]
            pub const fn blob(&self) -> &[u8] {
                self.0.as_bytes()
            }

            /// The identity that was stored as these 16 bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl From<[u8; 16]> for $name {
            fn from(bytes: [u8; 16]) -> Self {
                Self::from_bytes(bytes)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(raw).map(Self)
            }
        }
    )+};
}

ids! {
    /// Contact points that pool their notes: the unit of matching.
    RegionId,
    /// An organisation in a region, the controller of its data.
    ContactPointId,
    /// A coordinator, course leader or igangsetter.
    StaffId,
    /// A physical place, or telephone, or online.
    PlaceId,
    /// A named room at a place.
    RoomId,
    /// A course that ends, or has ended.
    CourseId,
    /// One opening at one course.
    CollectionId,
    /// An interest note.
    NoteId,
    /// One run of the matcher over a region.
    RoundId,
    /// A group, from proposal to forgetting.
    GroupId,
    /// What an igangsetter has told a group at once.
    TellingId,
    /// The mark that a room and an igangsetter are taken.
    OccupancyId,
    /// One message owed to one person.
    LetterId,
    /// What everybody was told whose data others may have seen.
    NoticeId,
    /// One attempt to sign in by a code.
    SignInId,
    /// The one-time link that makes the first coordinator.
    SetUpId,
    /// One backup of the database.
    BackupId,
}
