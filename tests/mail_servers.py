"""Real mail servers for tests, on loopback: SMTP that records, and SMTP into IMAP.

`recording_smtp` is aiosmtpd in this process, told by a script what to answer. `mail_host` is
Debian's OpenSMTPD and Dovecot where they are installed and may run (they want to be root), else
aiosmtpd delivering into a mailbox of pymap, in processes of their own.
"""

import fcntl
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from tests.certificates import certificate_for
from tests.local.process import free_port

USER, PASSWORD = "ana@norhaven.example", "pässword with spaces"
DOVECOT = """\
base_dir = {dir}/run
log_path = {dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
disable_plaintext_auth = no
mail_location = maildir:{dir}/box/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
passdb {{
  driver = static
  args = password=pw
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={dir}/box/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
}}
"""
SMTPD = """\
table v {{ "@" = mail }}
listen on 127.0.0.1 port {smtp} hostname mx.norhaven.example
action "in" lmtp "127.0.0.1:{lmtp}" rcpt-to virtual <v>
match from any for domain "norhaven.example" action "in"
match from any for domain "harrowbay.example" action "in"
"""


@dataclass
class Host:
    """Where mail is handed in, without signing in, and where mailboxes are read, also by TLS.

    Debian 12's OpenSMTPD fails at its own TLS with today's OpenSSL; TLS is tried with aiosmtpd.
    """

    name: str
    smtp_port: int
    imap_port: int
    password: str = "pw"
    imaps_port: int = 0
    ca_file: str = ""
    users: dict[str, str] = field(default_factory=dict)  # address -> user name, where they differ


@dataclass
class Recorder:
    """An SMTP server that keeps what it accepted and answers as it is told."""

    port: int
    accepted: list = field(default_factory=list)  # (recipient, bytes)
    answers: dict = field(default_factory=dict)  # "MAIL", "RCPT", "DATA" -> answer
    logins: list = field(default_factory=list)


class _Handler:
    def __init__(self, recorder):
        self.recorder = recorder

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: ARG002, N802
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.recorder.answers.get("MAIL", "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: ARG002, N802
        envelope.rcpt_tos.append(address)
        return self.recorder.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server, session, envelope):  # noqa: ARG002, N802
        answer = self.recorder.answers.get("DATA", "250 OK")
        if answer == "hang up":  # takes it, and its answer is lost on the way
            self.recorder.accepted.append((envelope.rcpt_tos[0], envelope.original_content))
            server.transport.abort()
            return "421 gone"
        if answer.startswith("250"):
            self.recorder.accepted.append((envelope.rcpt_tos[0], envelope.original_content))
        return answer


class _Server(Controller):
    def __init__(self, handler, *, tls=None, **options):
        self.options = options
        super().__init__(handler, hostname="127.0.0.1", port=free_port(), ssl_context=tls)

    def factory(self):
        return SMTP(self.handler, **self.options)

    def _trigger_server(self):
        """Controller says hello to itself at the start, which TLS by name would refuse."""
        if self.ssl_context is None:
            super()._trigger_server()
        else:
            wait_for(self.port)


def server_context(signed):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed.certificate, signed.key)
    return context


@contextmanager
def recording_smtp(*, password=PASSWORD, smtputf8=False, with_auth=True, starttls=None, tls=None,
                   mechanisms=None):  # fmt: skip
    """A server on loopback that keeps what it accepts, and wants a login unless told otherwise."""
    recorder = Recorder(port=0)

    def authenticate(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and data.password == password.encode()
        recorder.logins.append(data.login.decode() if isinstance(data, LoginPassword) else data)
        return AuthResult(success=known, handled=known, message=None if known else "535 5.7.8 No")

    options = {"enable_SMTPUTF8": smtputf8, "hostname": "mx.norhaven.example"}
    if with_auth:
        options |= {"authenticator": authenticate, "auth_require_tls": False}
    if starttls:
        options |= {"tls_context": starttls}
    handler = _Handler(recorder)
    for name, method in (mechanisms or {}).items():
        setattr(handler, name, method)
    server = _Server(handler, tls=tls, **options)
    server.start()
    recorder.port = server.port
    try:
        yield recorder
    finally:
        server.stop()


@contextmanager
def mail_host():
    """SMTP into IMAP for norhaven.example and harrowbay.example. Raises LookupError without."""
    if os.geteuid() == 0 and shutil.which("smtpd") and shutil.which("dovecot"):
        # Not in pytest's folder: the servers' own users must be able to enter it.
        with tempfile.TemporaryDirectory(prefix="whoelse-mail-") as folder, _alone():
            Path(folder).chmod(0o755)
            with _debian(Path(folder)) as host:
                yield host
    elif os.environ.get("WHOELSE_REQUIRE_ALL"):
        raise LookupError("OpenSMTPD and Dovecot are not installed, or this is not root.")
    else:
        with _python() as host:
            yield host


@contextmanager
def _alone():
    """OpenSMTPD's control socket has one fixed place: one server at a time, the next one waits."""
    with (Path(tempfile.gettempdir()) / "whoelse-opensmtpd.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _debian(folder):
    names = ("smtp", "imap", "imaps", "lmtp")
    ports = {name: free_port() for name in names}
    (folder / "box").mkdir()
    shutil.chown(folder / "box", "mail", "mail")
    signed = certificate_for(folder)
    given = {"dir": folder, "cert": signed.certificate, "key": signed.key}
    dovecot, smtpd = folder / "dovecot.conf", folder / "smtpd.conf"
    dovecot.write_text(DOVECOT.format(**ports, **given))
    smtpd.write_text(SMTPD.format(**ports, **given))
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    with (folder / "smtpd.log").open("w") as log:
        subprocess.run(["dovecot", "-c", dovecot], check=True, stderr=log, **quiet)
        daemon = subprocess.Popen(["smtpd", "-d", "-f", smtpd], stderr=log, **quiet)
        try:
            try:
                for port in ports.values():
                    wait_for(port, seconds=60)
            except LookupError as silent:
                said = "".join(file.read_text() for file in sorted(folder.glob("*.log")))
                raise LookupError(f"{silent} {said[-2000:]}") from None
            host = Host("OpenSMTPD and Dovecot", ports["smtp"], ports["imap"])
            host.imaps_port, host.ca_file = ports["imaps"], str(signed.authority)
            yield host
        finally:
            daemon.terminate()
            daemon.wait(10)
            subprocess.run(["doveadm", "-c", dovecot, "stop"], check=False, stderr=log, **quiet)


@contextmanager
def _python():
    imap = free_port()
    command = [Path(sys.executable).with_name("pymap"), "--host", "127.0.0.1", "--port", str(imap),
               "--no-tls", "dict", "--demo-data"]  # fmt: skip
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(imap)
        with recording_smtp(with_auth=False) as recorder:
            host = Host("aiosmtpd and pymap", recorder.port, imap, "demopass")
            host.users[""] = "demouser"
            yield host
    finally:
        daemon.terminate()
        daemon.wait(10)


def wait_for(port, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise LookupError(f"Nothing listens on port {port}.")
