"""A very small database in the form of O*NET's, with occupations and titles of our own wording."""

import gzip
import zipfile
from pathlib import Path

OCCUPATIONS = """O*NET-SOC Code\tTitle\tDescription
15-1252.00\tSoftware Developers\tWrite programs.
17-2071.00\tElectrical Engineers\tDesign circuits.
19-2012.00\tPhysicists\tAsk nature.
23-1011.00\tLawyers\tArgue in court.
29-1141.00\tRegistered Nurses\tCare for the sick.
29-1141.03\tCritical Care Nurses\tCare for the very sick.
35-3023.01\tBaristas\tMake coffee.
55-1015.00\tCommand Officers\tLead from a centre.
"""
ALTERNATES = """O*NET-SOC Code\tAlternate Title\tShort Title
15-1252.00\tProgram Maker\t
17-2071.00\tCircuit Maker\t
19-2012.00\tNature Asker\t
23-1011.00\tCourt Speaker\t
23-1011.00\tHarbour Laser Engineer\t
29-1141.00\tWard Nurse\t
29-1141.00\tNight Ward Nurse (NWN)\t
29-1141.03\tIntensive Ward Nurse\t
29-1141.03\tWard Nurse\t
35-3023.01\tCoffee Maker\t
35-3023.01\tEspresso Brewer\t
99-9999.00\tNobody Knows\t
too short
"""
REPORTED = """O*NET-SOC Code\tReported Job Title\tShown in My Next Move
29-1141.00\tShift Nurse\tY
35-3023.01\tLatte Artist\tN
"""
TABLES = {
    "Occupation Data": OCCUPATIONS,
    "Alternate Titles": ALTERNATES,
    "Sample of Reported Titles": REPORTED,
    "Read Me": "O*NET 0.1 Database\r\nmore words\r\n",
}


def as_folder(folder: Path, tables: dict[str, str] = TABLES, ending: str = ".txt") -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        content = text.encode()
        is_packed = ending.endswith(".gz")
        (folder / (name + ending)).write_bytes(gzip.compress(content) if is_packed else content)
    return folder


def as_zip(path: Path, tables: dict[str, str] = TABLES, inside: str = "db_0_1_text/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            archive.writestr(f"{inside}{name}.txt", text.replace("\n", "\r\n"))
    return path
