"""`python -m whoelse` is the command `whoelse`."""

from whoelse.cli.main import run

if __name__ == "__main__":
    run()
