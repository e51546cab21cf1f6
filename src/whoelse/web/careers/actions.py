"""What changes: the O*NET file of this installation, and what the student is curious about."""

from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from filelock import FileLock, Timeout

from whoelse.engine.careers import Loaded, NotOnet, load_onet
from whoelse.web.accounts.models import Curiosity, Student
from whoelse.web.careers import loaded
from whoelse.web.core.errors import UserError

FREE_NAME = "onet.lock"


class CannotBeLoaded(UserError):
    """The file is no O*NET text database, or another is being loaded."""


def load(file: UploadedFile) -> Loaded:
    """Read the ZIP into the file of this installation, whole or not at all."""
    target = loaded.path()
    try:
        with FileLock(target.with_name(FREE_NAME), timeout=0):
            return load_onet(Path(file.temporary_file_path()), target)
    except Timeout:
        hint = "Wait a minute, then look at this page again."
        raise CannotBeLoaded("It is being loaded already.", hint) from None
    except NotOnet as why:
        hint = "Choose the ZIP that onetcenter.org offers as “Text” under Database."
        raise CannotBeLoaded(_in_words(why, file), hint) from why


def remove() -> None:
    """Forget O*NET; the atlas stays. What was told from it keeps its code without a name."""
    loaded.path().unlink(missing_ok=True)


@transaction.atomic
def be_curious(student: Student, *, area: str, is_curious: bool) -> None:
    """Be curious about one area, or no longer; the others stay."""
    if is_curious:
        Curiosity.objects.get_or_create(student=student, area=area)
    else:
        student.curiosities.filter(area=area).delete()


def _in_words(why: NotOnet, file: UploadedFile) -> str:
    """The reason, with the name that the student knows the file by."""
    stored = Path(file.temporary_file_path()).name
    return str(why).replace(stored, file.name or "The file")
