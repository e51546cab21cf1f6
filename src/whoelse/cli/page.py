"""`docs/cli.md`, made from the help of every command.

`python -m whoelse.cli.page > docs/cli.md` writes it anew; a test compares them.
"""

from collections.abc import Iterator

import click

from whoelse.cli.main import whoelse

HEAD = """\
# The command line

The help of every command. Engine commands read files or `-`, print text for people or
`--format json` for programs, and never load the web part. Exit codes: 0 fine, 1 findings or
refused, 2 wrong use, 3 broken installation. This page is made from the code.
"""


def page() -> str:
    return HEAD + "".join(section(path, command) for path, command in commands(whoelse, "whoelse"))


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command with its path, each group before what it holds."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from commands(inner, f"{path} {name}")


def section(path: str, command: click.Command) -> str:
    context = click.Context(command, info_name=path, terminal_width=96, max_content_width=96)
    return f"\n## {path}\n\n```\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    click.echo(page(), nl=False)
