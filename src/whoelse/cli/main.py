"""The command `whoelse`: its groups, exit codes and how errors are told.

Commands are imported only when they are called, so that engine commands start in milliseconds
and never load Django. Exit codes: 0 fine, 1 findings or refused, 2 wrong use, 3 broken
installation.
"""

import sys
from importlib import import_module

import click

from whoelse import __version__

COMMANDS = {
    "backup": ("whoelse.cli.data:backup", "Copy the database, also while it is in use."),
    "busy": ("whoelse.cli.busy:busy", "Read the busy times of a calendar file."),
    "careers": ("whoelse.cli.careers:careers", "The career atlas: classify titles, load O*NET."),
    "demo": ("whoelse.cli.local:demo", "Open a throwaway demonstration world."),
    "export": ("whoelse.cli.data:export", "Write everything into one archive."),
    "import": ("whoelse.cli.data:import_", "Bring an archive into empty data."),
    "lint": ("whoelse.cli.lint:lint", "Check a message or a question before it leaves."),
    "mail": ("whoelse.cli.mail:mail", "Say what an incoming message is."),
    "plan": ("whoelse.cli.plan:plan", "Plan the questions for one interview."),
    "read": ("whoelse.cli.read:read", "Read contact files into one normal form."),
    "restore": ("whoelse.cli.data:restore", "Put a backup in the place of the database."),
    "simulate": ("whoelse.cli.simulate:simulate", "Play ways of choosing on a social graph."),
    "suggest": ("whoelse.cli.suggest:suggest", "Say whom to ask next, and why."),
    "work": ("whoelse.cli.work:work", "Send and read mail in the background, on a host."),
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and first lines without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        return getattr(import_module(module), name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


class Refused(click.ClickException):
    """Something that may not or cannot be done: one sentence and a hint, exit 1."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)
        if self.hint:
            click.echo(self.hint, err=True)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="whoelse")
@click.option("--debug", is_flag=True, help="Show a traceback when something breaks.")
@click.option("--no-browser", is_flag=True, help="Print the address, open nothing.")
@click.option("--port", type=click.IntRange(0, 65535), default=None, help="Listen on this port.")
@click.option("--data-dir", type=click.Path(file_okay=False), help="Keep the data here.")
@click.pass_context
def whoelse(
    ctx: click.Context,
    debug: bool,  # noqa: FBT001
    no_browser: bool,  # noqa: FBT001
    port: int | None,
    data_dir: str | None,
) -> None:
    """Find out what you want to do, one 20-minute conversation at a time.

    Without a command, WhoElse starts on this machine and opens in the browser.
    """
    ctx.obj = {"debug": debug, "data_dir": data_dir}
    if ctx.invoked_subcommand is None:
        local = import_module("whoelse.cli.local")
        local.start(data_dir=data_dir, port=port, opens_browser=not no_browser)


def run() -> None:
    """Call the command and turn what goes wrong into one sentence and an exit code."""
    try:
        whoelse()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        click.echo(f"WhoElse stopped: {error.__class__.__name__}: {error}", err=True)
        click.echo("Run it again with --debug as the first option to see where.", err=True)
        sys.exit(3)
