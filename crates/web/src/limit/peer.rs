//! Where a request comes from: a network, and no finer. Proxies are believed only if the settings name them.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    str::FromStr,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use ipnet::IpNet;

use crate::{app::App, fault::WebFault};

/// What a household or a school has, by custom of providers.
const V4_BITS: u8 = 24;
const V6_BITS: u8 = 48;

/// The network that a request comes from. Handlers take it as an argument; it is written and logged nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Peer(IpNet);

impl Peer {
    /// The network of an address.
    pub fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        let bits = if address.is_ipv4() { V4_BITS } else { V6_BITS };
        let network = IpNet::new(address, bits);
        Self(network.map_or_else(|_| address.into(), |network| network.trunc()))
    }
}

impl FromRequest for Peer {
    type Error = WebFault;
    type Future = std::future::Ready<Result<Self, WebFault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(App::of(req).map(|app| app.limits.peer(req)))
    }
}

/// The proxies whose word is taken for where a request comes from (setting `trusted_proxies`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

/// A text is not a list of proxies.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8 ({0:?} is neither)")]
pub struct ProxyFault(String);

impl FromStr for TrustedProxies {
    type Err = ProxyFault;

    /// # Errors
    /// [`ProxyFault`] names what is neither an address nor a network.
    fn from_str(raw: &str) -> Result<Self, ProxyFault> {
        let parts = raw.split(',').map(str::trim).filter(|part| !part.is_empty());
        let read = |part: &str| {
            let address = part.parse::<IpAddr>().map(|address| address.to_canonical().into());
            let network = address.or_else(|_| part.parse::<IpNet>());
            network.map_err(|_| ProxyFault(part.to_owned()))
        };
        parts.map(read).collect::<Result<_, _>>().map(Self)
    }
}

impl TrustedProxies {
    /// Whether no proxy is believed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn peer(&self, req: &HttpRequest) -> Peer {
        // Without an address, as over a local socket, all count as one.
        let direct = req
            .peer_addr()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        let told = req.headers().get_all("x-forwarded-for");
        let told: Vec<&str> = told.map(|value| value.to_str().unwrap_or_default()).collect();
        Peer::of(self.origin(direct, &told))
    }

    /// The nearest address that is no proxy of ours. Each proxy adds at the end whom it was asked by, so what stands
    /// before the first stranger may be made up.
    fn origin(&self, direct: IpAddr, told: &[&str]) -> IpAddr {
        let hops = told.iter().flat_map(|value| value.split(','));
        let mut nearest = direct.to_canonical();
        for hop in hops.rev() {
            if !self.0.iter().any(|trusted| trusted.contains(&nearest)) {
                break;
            }
            let Some(before) = address(hop.trim()) else { break };
            nearest = before.to_canonical();
        }
        nearest
    }
}

/// An address as proxies write it: bare, in brackets, or with a port.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(hop);
    bare.parse()
        .or_else(|_| hop.parse::<SocketAddr>().map(|socket| socket.ip()))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(trusted: &str, direct: &str, told: &[&str]) -> Peer {
        let proxies: TrustedProxies = trusted.parse().unwrap();
        Peer::of(proxies.origin(direct.parse().unwrap(), told))
    }

    fn of(address: &str) -> Peer {
        Peer::of(address.parse().unwrap())
    }

    #[test]
    fn neighbours_in_a_network_count_as_one() {
        for (one, other, same) in [
            ("192.0.2.1", "192.0.2.254", true),
            ("192.0.2.1", "192.0.3.1", false),
            ("::ffff:192.0.2.1", "192.0.2.7", true),
            ("2001:db8:1:2::1", "2001:db8:1:ffff::9", true),
            ("2001:db8:1::1", "2001:db8:2::1", false),
        ] {
            assert_eq!(of(one) == of(other), same, "{one} {other}");
        }
    }

    #[test]
    fn only_proxies_of_the_settings_are_believed() {
        let (proxy, person) = ("10.0.0.1", "192.0.2.1");
        for (trusted, direct, told, expected) in [
            ("", proxy, &[person][..], proxy),
            ("10.0.0.2", proxy, &[person], proxy),
            ("10.0.0.1", proxy, &[person], person),
            ("10.0.0.0/8", proxy, &[person], person),
            ("10.0.0.0/8", "::ffff:10.0.0.1", &[person], person),
            ("10.0.0.0/8", proxy, &[], proxy),
            // What a person made up stands further left.
            ("10.0.0.0/8", proxy, &["198.51.100.9, 192.0.2.1"], person),
            ("10.0.0.0/8", proxy, &["198.51.100.9", "192.0.2.1"], person),
            ("10.0.0.0/8", proxy, &["10.0.0.9, 192.0.2.1, 10.0.0.5"], person),
            ("10.0.0.0/8", proxy, &["192.0.2.1, nonsense"], proxy),
            ("10.0.0.0/8", proxy, &["192.0.2.1:4711"], person),
            ("::1", "::1", &["[2001:db8:1::1]"], "2001:db8:1::1"),
            ("::1", "::1", &["[2001:db8:1::1]:443"], "2001:db8:1::1"),
        ] {
            assert!(
                peer(trusted, direct, told) == of(expected),
                "{trusted} {direct} {told:?}"
            );
        }
    }

    #[test]
    fn proxies_are_addresses_and_networks() {
        assert!("".parse::<TrustedProxies>().unwrap().is_empty());
        assert!(
            !" 127.0.0.1 , ::1, fd00::/8,"
                .parse::<TrustedProxies>()
                .unwrap()
                .is_empty()
        );
        for wrong in ["localhost", "10.0.0.0/33", "10.0.0", "127.0.0.1:80", "*"] {
            let fault = format!("127.0.0.1,{wrong}").parse::<TrustedProxies>().unwrap_err();
            assert_eq!(fault, ProxyFault(wrong.to_owned()));
        }
    }
}
