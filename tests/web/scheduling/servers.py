"""Real servers on loopback: one that answers as a test says, and a calendar server of others."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.local.process import free_port

RADICALE = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
[storage]
filesystem_folder = {folder}/collections
[logging]
level = error
"""


class Served:
    """What a server answers by path, and what it was asked."""

    def __init__(self):
        self.answers, self.asked, self.address, self.released = {}, [], "", Event()

    def at(self, path):
        return self.address + path


@contextmanager
def serving(tls=None):
    """A server whose paths are functions of the handler, or (status, headers, body)."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            served.asked.append((self.path, dict(self.headers)))
            answer = served.answers.get(self.path, (404, {}, b""))
            with suppress(OSError):
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        do_PROPFIND = do_REPORT = do_GET  # noqa: N815 - its name for a method

        def log_message(self, *_):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    scheme = "https" if tls else "http"
    host = "localhost" if tls else "127.0.0.1"
    served.address = f"{scheme}://{host}:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def radicale(folder, user="ana", password="pässword"):  # noqa: S107
    """Radicale with one user; the address of its root."""
    port = free_port()
    (folder / "users").write_text(f"{user}:{password}\n", encoding="utf-8")
    config = folder / "config"
    config.write_text(RADICALE.format(port=port, folder=folder), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port):
    for _ in range(600):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("The server did not start.")
