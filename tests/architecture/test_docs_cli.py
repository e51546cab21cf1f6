"""The page of commands is what the commands say of themselves, and they speak in sentences."""

from tests.conftest import ROOT
from whoelse.cli.main import whoelse
from whoelse.cli.page import commands, page


def test_cli_page_is_in_step():
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == page()


def test_every_command_says_in_a_sentence_what_it_does():
    silent = [
        path
        for path, command in commands(whoelse, "whoelse")
        if not (command.help or "").strip().split("\n")[0].endswith(".")
    ]
    assert silent == []


def test_every_option_has_a_help():
    silent = [
        f"{path} {parameter.name}"
        for path, command in commands(whoelse, "whoelse")
        for parameter in command.params
        if parameter.param_type_name == "option" and not parameter.help
    ]
    assert silent == []
