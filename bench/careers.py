"""Classify titles whose occupation is known, and 30,000 in a row: `python -m bench.careers`.

O*NET's reported titles are taken out of its alternate titles, of all occupations and in any
spelling of capitals, before it is loaded; then each is classified. Settings were chosen on one
half of them, the other half was looked at once. Needs ../shared/data. Prints the figures of
docs/careers.md; `--json` prints them for programs.
"""

import argparse
import csv
import gzip
import hashlib
import json
import random
import resource
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from whoelse.engine.careers import Occupation, Onet, classify, load_onet

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "careers" / "onet_29_3_gz"
GOLDEN = Path(__file__).resolve().parents[1] / "tests/golden/titles"
UNSEEN = Path(__file__).resolve().parents[1] / "tests/engine/careers/unseen_titles.tsv"
CODE = "O*NET-SOC Code"
MANY = 30_000


def main():
    parser = argparse.ArgumentParser(prog="python -m bench.careers", description=__doc__)
    parser.add_argument("--json", action="store_true")
    figures = measured()
    if parser.parse_args().json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:45} {figure:>8}")


def measured():
    figures = {"reference loop, s": reference_seconds()}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "onet.sqlite3"
        without_reported_titles(source)
        _, figures["load O*NET, s"] = seconds(lambda: load_onet(source, target))
        onet, figures["open it, s"] = seconds(lambda: Onet(target))
        reported = rows("Sample of Reported Titles")
        for name, half in (("tuned on", True), ("held out", False)):
            told = [row for row in reported if is_tuned_on(row["Reported Job Title"]) is half]
            figures |= {f"{name}: {what}": each for what, each in accuracy(onet, told).items()}
        titles = [row["Alternate Title"] for row in rows("Alternate Titles")]
        random.Random(0).shuffle(titles)
        many = titles[:MANY]
        _, figures["30,000 titles, atlas only, s"] = seconds(lambda: list(map(classify, many)))
        _, figures["30,000 titles, with O*NET, s"] = seconds(
            lambda: [classify(title, onet=onet) for title in many]
        )
        figures |= golden(folder)
    figures |= unseen()
    figures["memory at most, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def rows(table):
    with gzip.open(DATA / f"{table}.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def without_reported_titles(folder):
    """O*NET as a folder of tables, in which no reported title is left."""
    folder.mkdir()
    occupations = (DATA / "Occupation Data.tsv.gz").read_bytes()
    (folder / "Occupation Data.tsv.gz").write_bytes(occupations)
    reported = {row["Reported Job Title"].casefold() for row in rows("Sample of Reported Titles")}
    kept = [r for r in rows("Alternate Titles") if r["Alternate Title"].casefold() not in reported]
    lines = [f"{row[CODE]}\t{row['Alternate Title']}\n" for row in kept]
    table = "".join([f"{CODE}\tAlternate Title\n", *lines])
    (folder / "Alternate Titles.txt").write_text(table, encoding="utf-8")
    return len(kept)


def accuracy(onet, reported):
    """How often the occupation, and its major group, is the first and among the first three."""
    counts = dict.fromkeys(("occupation", "occupation in 3", "group", "group in 3", "unknown"), 0)
    said = defaultdict(list)
    for row in reported:
        matches = classify(row["Reported Job Title"], onet=onet)
        codes = [full(match.occupation.soc) for match in matches]
        groups, code = [each[:2] for each in codes], row[CODE]
        counts["occupation"] += codes[:1] == [code]
        counts["occupation in 3"] += code in codes
        counts["group"] += groups[:1] == [code[:2]]
        counts["group in 3"] += code[:2] in groups
        counts["unknown"] += not codes
        if matches:
            said[int(matches[0].confidence * 10) / 10].append(codes[0] == code)
    shares = {name: counts[name] / len(reported) for name in counts}
    right = {
        f"right where confidence is {at:.1f} ({len(of)})": sum(of) / len(of)
        for at, of in sorted(said.items())
    }
    return {"reported titles": len(reported)} | rounded(shares | right)


def is_tuned_on(title):
    """The same half for ever, by the title alone."""
    return hashlib.sha256(title.casefold().encode()).digest()[0] % 2 == 0


def golden(folder):
    """Our own headlines: with the whole of O*NET, and with the atlas alone."""
    target = Path(folder) / "whole.sqlite3"
    load_onet(DATA, target)
    onet, found = Onet(target), {}
    for half in ("tune", "held_out"):
        told = read(GOLDEN / f"{half}.tsv")
        groups = [row for row in told if row["groups"]]
        families = [row for row in told if row["families"]]
        nothing = [row for row in told if not row["groups"] + row["families"]]
        found |= {
            f"own headlines, {half}, group": share(
                first(row, onet).soc[:2] in row["groups"].split("|") for row in groups
            ),
            f"own headlines, {half}, family, atlas only": share(
                first(row).code in row["families"].split("|") for row in families
            ),
            f"own headlines, {half}, no work, unknown": share(
                not classify(row["title"]) and first(row, onet, 0.2).code == "" for row in nothing
            ),
        }
    return found


def first(row, onet=None, enough=0.0):
    found = [m for m in classify(row["title"], onet=onet) if m.confidence >= enough]
    return found[0].occupation if found else Occupation("", "", "", "", "", (), "")


def share(answers):
    listed = list(answers)
    return f"{sum(listed)} of {len(listed)}"


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def unseen():
    told = read(UNSEEN)
    firsts = [([m.occupation.code for m in classify(row["title"])] or [""])[0] for row in told]
    right = sum(f in row["families"].split("|") for f, row in zip(firsts, told, strict=True))
    return {"own messy titles": len(told), "own messy titles, right first": right}


def full(soc):
    return soc if "." in soc else f"{soc}.00"


def rounded(figures):
    return {name: round(figure, 3) for name, figure in figures.items()}


def seconds(work):
    """What the work gives, and its processor time: other work on the machine does not count."""
    begun = time.process_time()
    done = work()
    return done, round(time.process_time() - begun, 2)


def reference_seconds():
    """Ten million additions, by which machines can be compared."""
    return seconds(lambda: sum(number for number in range(10_000_000)))[1]


if __name__ == "__main__":
    main()
