"""The wheel runs in an empty environment: the command starts, with its pages and its looks."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

from tests.conftest import ROOT

START_SECONDS = 60


def test_the_wheel_serves_its_pages_from_an_empty_environment(tmp_path):
    python = install_wheel(tmp_path)
    command = python.parent / "whoelse"

    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("whoelse, version 0.")

    arguments = [command, "--no-browser", "--port", "0", "--data-dir", tmp_path / "data"]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, text=True, env=clean(tmp_path)
    ) as server:
        try:
            look_around(re.search(r"http://\S+", server.stdout.readline()).group())
        finally:
            server.terminate()
        assert server.wait(timeout=20) == 0


def look_around(link):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = fetch(opener, link)
    assert 'href="/static/css/app.css"' in page
    host = link.split("/door/")[0]
    assert "@layer" in fetch(opener, f"{host}/static/css/app.css")
    assert "htmx" in fetch(opener, f"{host}/static/django_htmx/htmx-2.min.js")


def install_wheel(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    empty = tmp_path / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", empty], check=True)
    python = empty / "bin" / "python"
    base = getattr(sys, "_base_executable", sys.executable)
    pip = [base, "-m", "pip", "--python", python, "install", "--quiet", "--only-binary", ":all:"]
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True)
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    return python


def clean(tmp_path):
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}


def fetch(opener, address):
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return opener.open(address, timeout=10).read().decode()
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
