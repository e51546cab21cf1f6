"""What can go wrong between here and a mail server, each with what to do about it.

The words are for the student; what the server itself said stands beside them, shortened and
without a line break. No secret is ever part of it.
"""

import unicodedata

WORDS: dict[str, tuple[str, str]] = {
    "name": (
        "There is no server called {host}.",
        "Check the spelling of the server. Without network nothing is found either.",
    ),
    "slow_name": (
        "Nobody says in time where {host} is.",
        "The network that looks up names is slow or broken. Try again in a few minutes.",
    ),
    "private": (
        "{host} lies in a private network that WhoElse may not enter.",
        "Give a server that can be reached from everywhere, or ask whoever runs this WhoElse.",
    ),
    "refused": (
        "{host} is there, but nothing answers on port {port}.",
        "Check the port: sending is mostly 465 or 587, reading 993.",
    ),
    "timeout": (
        "{host} did not answer on port {port} in time.",
        "Check server and port. Some networks block mail: try another one.",
    ),
    "unreachable": (
        "{host} cannot be reached from here.",
        "Check the network, then try again.",
    ),
    "certificate": (
        "The certificate of {host} is not good: {said}",
        "Nothing was sent. Check the spelling of the server; a wrong name is the usual reason.",
    ),
    "tls": (
        "{host} does not speak TLS on port {port}.",
        "Choose STARTTLS for ports 587 and 143, TLS for 465 and 993.",
    ),
    "starttls": (
        "{host} offers no STARTTLS on port {port}, so that a password would travel in the open.",
        "Choose TLS with port 465 for sending, or 993 for reading.",
    ),
    "plain": (
        "A connection without protection is only for a server on this machine.",
        "Choose TLS or STARTTLS.",
    ),
    "stranger": (
        "What answers at {host} on port {port} is no mail server of this kind.",
        "Check that the server for sending and the one for reading are not mixed up.",
    ),
    "login": (
        "{host} refuses the user name or the password.",
        "Many providers want an app password here, made in their own settings.",
    ),
    "no_login": (
        "{host} offers no way to sign in with a password.",
        "Check port and protection, or send by your mail program instead.",
    ),
    "closed": (
        "{host} broke the connection off.",
        "Try again in a few minutes.",
    ),
    "answered": (
        "{host} answered with an error: {said}",
        "Try again in a few minutes; if it stays so, its words say why.",
    ),
}


class MailFailure(Exception):
    """Something between here and the server. `kind` is a key of `WORDS`."""

    def __init__(self, kind: str, *, host: str = "", port: int = 0, said: str = "") -> None:
        self.kind = kind
        self.said = one_line(said)
        words, hint = WORDS[kind]
        self.message = words.format(host=host, port=port, said=self.said or "no reason given")
        self.hint = hint
        super().__init__(self.message)

    @property
    def words(self) -> str:
        """One line for a page: what is the case, and what the server said to it."""
        if not self.said or self.said in self.message:
            return self.message
        return f"{self.message} It said: “{self.said}”"


def one_line(text: str | bytes, most: int = 200) -> str:
    """What a server said, as one short line without control characters."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    plain = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in text)
    return " ".join(plain.split())[:most]
