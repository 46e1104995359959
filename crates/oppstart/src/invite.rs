//! `oppstart invite`: adds a member of staff from the command line, where no coordinator can.

use std::io::{self, Write as _};

use clap::{Args, ValueEnum};
use contact_point::NewMember;
use model::{Chance, Clock, EmailAddress, LetterName, Roles, Slug};

use crate::{
    Settings,
    service::{Half, Service, StartFault},
};

/// Whom to add, and where.
#[derive(Args)]
pub struct Invitation {
    /// The contact point, by the name in its sign-up page's address: storvik in /k/storvik.
    #[arg(long, value_name = "NAME")]
    contact_point: Slug,
    /// What they may do; can be given several times.
    #[arg(long = "role", value_enum, required = true)]
    roles: Vec<Role>,
    /// The name they go by; participants see that of their igangsetter.
    #[arg(long)]
    name: LetterName,
    /// Where codes and letters go. It is sealed, and shown nowhere.
    #[arg(value_parser = EmailAddress::parse)]
    email: EmailAddress,
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Role {
    /// Keeps places, people and courses; runs rounds.
    Coordinator,
    /// Opens collections at courses.
    Leader,
    /// Starts groups.
    Igangsetter,
}

/// Why nobody was added.
#[derive(Debug, thiserror::Error)]
pub enum InviteFault {
    /// The service can't be opened.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// There is no such contact point, or somebody has the address.
    #[error("invite: {0}")]
    Refused(#[from] contact_point::Fault),
    /// It could not be told.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// Adds the member of staff, and owes them a letter that tells how to sign in. The running service sends it.
///
/// # Errors
/// [`InviteFault`].
pub fn invite(settings: Settings, invitation: Invitation) -> Result<(), InviteFault> {
    let chance = Chance::from_system().map_err(StartFault::from)?;
    let service = Service::open(settings, Some(Half::Web), Clock::system(), chance)?;
    let Invitation {
        contact_point,
        roles,
        name,
        email,
    } = invitation;
    let roles = Roles {
        coordinator: roles.contains(&Role::Coordinator),
        leader: roles.contains(&Role::Leader),
        igangsetter: roles.contains(&Role::Igangsetter),
    };
    let new = NewMember { name, email, roles };
    let (tools, now) = ((&service.vault, &service.chance), service.clock.now());
    service
        .db
        .write_now(|tx| contact_point::invite(tx, tools, &contact_point, &new, now))?;
    let name = &new.name;
    writeln!(
        io::stdout().lock(),
        "{name} is added to {contact_point}. A letter tells how to sign in."
    )?;
    Ok(())
}
