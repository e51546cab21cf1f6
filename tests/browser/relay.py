"""A relay before the real server that dies, comes back, or swallows answers when a test says so.

To a browser it is the server: its port stays while the server behind it is killed and started.
"""

import socket
import threading
from contextlib import contextmanager, suppress

UP, DEAD, DEAF = "up", "dead", "deaf"


class Relay:
    """`mode` is UP, DEAD (refuses) or DEAF (tells the server everything, the browser nothing)."""

    def __init__(self, port):
        self.behind, self.mode, self.open = port, UP, set()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def turn(self, mode):
        """From now on like this; what is under way breaks."""
        self.mode = mode
        for one in list(self.open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _listen(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        with client, suppress(OSError):
            if self.mode == DEAD:
                return
            with socket.create_connection(("127.0.0.1", self.behind)) as server:
                self.open |= {client, server}
                there = threading.Thread(target=pump, args=(client, server), daemon=True)
                there.start()
                pump(server, client, lambda: self.mode == UP)
                there.join(timeout=1)
                self.open -= {client, server}


def pump(source, target, may=lambda: True):
    """Carry bytes until one side ends; a forbidden answer ends both."""
    with suppress(OSError):
        while data := source.recv(65536):
            if not may():
                break
            target.sendall(data)
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


@contextmanager
def relay_to(port):
    relay = Relay(port)
    try:
        yield relay
    finally:
        relay.listener.close()
        relay.turn(DEAD)
