"""`docs/configuration.md`, made from the variables that `env.py` registered.

`python -m whoelse.web.configuration_page > docs/configuration.md` writes it anew.
"""

from whoelse.web import settings
from whoelse.web.env import REGISTER

HEAD = """\
# Configuration

Everything that differs between hosts is an environment variable. This page is made from the code;
a test compares them.

| variable | meaning | default |
| --- | --- | --- |
"""


def page() -> str:
    """The whole page. Reading the settings is what fills the register."""
    assert settings.ROOT_URLCONF  # noqa: S101 - the import is what counts
    rows = [f"| `{v.name}` | {v.meaning} | {v.default} |" for v in REGISTER.values()]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
