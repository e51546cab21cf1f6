"""Where the data of a local installation lives, and who is running there now."""

import json
import os
import zoneinfo
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout


@dataclass(frozen=True, slots=True)
class Running:
    """The process that serves a data folder."""

    pid: int
    port: int


class Place:
    """A data folder. Only its owner may read it; at most one process serves it."""

    def __init__(self, folder: str | None) -> None:
        self.folder = Path(folder or os.environ.get("WHOELSE_DATA_DIR") or default_folder())
        self.folder = self.folder.expanduser().resolve()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = FileLock(self.folder / "running.lock")
        self._note = self.folder / "running.json"

    @property
    def database(self) -> Path:
        return self.folder / "whoelse.sqlite3"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def take(self) -> bool:
        """Become the process that serves this folder; False if another one is."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def announce(self, port: int) -> None:
        text = json.dumps(asdict(Running(pid=os.getpid(), port=port)))
        self._note.write_text(text, encoding="utf-8")

    def running(self) -> Running | None:
        """Who serves this folder, as far as it has been announced."""
        try:
            return Running(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def leave(self) -> None:
        self._note.unlink(missing_ok=True)
        self._lock.release()


def default_folder() -> Path:
    return platformdirs.user_data_path("whoelse", appauthor=False)


def own_zone() -> str:
    """The name of this machine's time zone, or UTC where it does not tell."""
    candidates = [os.environ.get("TZ", "")]
    for source in (Path("/etc/timezone"), Path("/etc/localtime")):
        try:
            if source.is_symlink():
                candidates.append(str(source.resolve()).split("zoneinfo/")[-1])
            else:
                candidates.append(source.read_text(encoding="ascii").strip())
        except (OSError, UnicodeDecodeError):
            continue
    known = zoneinfo.available_timezones()
    return next((name for name in candidates if name in known), "UTC")
