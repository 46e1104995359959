"""A real SMTP server for the tests: takes every letter and files it.

Usage: smtp_peer.py FOLDER [starttls|tls CERTIFICATE KEY USER PASSWORD]

With a word after the folder it takes letters over TLS only, begun by STARTTLS
or from the first byte, and only from this user.

It listens on 127.0.0.1, on a port that the system chooses, and prints
`port N`. Each accepted letter becomes FOLDER/000001.json and so on, after
which it prints `letter 000001.json`. It ends when its standard input closes.

A file holds `ehlo`, `mail_from`, `rcpt_tos` and `content`: the letter as it
came over the wire, each character standing for one byte (Latin-1).
"""

import asyncio
import json
import logging
import os
import ssl
import sys
import threading
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


class Folder:
    """Files what the server accepts; aiosmtpd calls `handle_DATA`."""

    def __init__(self, path):
        self.path = path
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = f"{self.count:06}.json"
        letter = {
            "ehlo": session.host_name,
            "mail_from": envelope.mail_from,
            "rcpt_tos": envelope.rcpt_tos,
            "content": envelope.original_content.decode("latin-1"),
        }
        path = os.path.join(self.path, name)
        with open(path + ".part", "w", encoding="utf-8") as file:
            json.dump(letter, file)
        # A reader sees the whole letter or none.
        os.rename(path + ".part", path)
        print(f"letter {name}", flush=True)
        return "250 2.0.0 Taken"


def protected(kind, certificate, key, user, password):
    """The arguments for the protocol, and what the listener needs for TLS."""
    # Clients that break off, and how it is set up, are the tests' own doing.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, key)
    known = (user.encode(), password.encode())

    def authenticator(server, session, envelope, mechanism, given):
        return AuthResult(success=(given.login, given.password) == known, handled=False)

    arguments = {"auth_required": True, "authenticator": authenticator}
    if kind == "tls":
        # The protocol does not see that all of it is inside TLS.
        return {**arguments, "auth_require_tls": False}, tls
    return {**arguments, "tls_context": tls, "require_starttls": True}, None


async def serve(path, protection):
    loop = asyncio.get_running_loop()
    folder = Folder(path)
    arguments, tls = protected(*protection) if protection else ({}, None)
    server = await loop.create_server(
        lambda: SMTP(
            folder, hostname="peer.test", enable_SMTPUTF8=False, loop=loop, **arguments
        ),
        host="127.0.0.1",
        port=0,
        ssl=tls,
    )
    ended = asyncio.Event()

    def watch():
        sys.stdin.read()
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=watch, daemon=True).start()
    print(f"port {server.sockets[0].getsockname()[1]}", flush=True)
    await ended.wait()
    # Open conversations go with the process.
    server.close()


asyncio.run(serve(sys.argv[1], sys.argv[2:]))
