"""Reads the hand-written lists: one row an entry, columns named by the header line."""

import re

# The order is part of the file format: GazetteerKind in EntenteKnowledge has the same.
KINDS = [
    "country", "territory", "city", "capital", "region", "water", "chokepoint", "continent", "site",
    "alliance", "igo", "agency", "forum", "stateOrgan", "armedGroup", "party", "thinkTank", "media",
    "company", "ngo", "mission", "treaty", "strategy", "initiative", "law",
]
COLUMNS = {
    "key", "kind", "name", "aliases", "demonyms", "lat", "lon", "country", "seat", "parts", "sector",
    "population", "descriptions", "capital",
}


class ListError(Exception):
    pass


class Form:
    """A written form of a name with what its marks say."""

    def __init__(self, written):
        self.exact = self.word = self.person = False
        while written[:1] in ("^", "?", "~"):
            self.exact |= written[0] == "^"
            self.word |= written[0] == "?"
            self.person |= written[0] == "~"
            written = written[1:]
        self.surface = written
        self.acronym = is_acronym(written)
        self.exact |= self.acronym


def is_acronym(text):
    """Initials: no space, two capitals or digits at least, fewer small letters than capitals."""
    if " " in text:
        return False
    upper = sum(c.isupper() for c in text)
    lower = sum(c.islower() for c in text)
    digits = sum(c.isdigit() for c in text)
    return upper >= 1 and upper + digits >= 2 and lower < upper


def split(cell):
    return [part.strip() for part in cell.split("|") if part.strip()]


def rows(path):
    """The rows of a table as dictionaries; comments start with '#', columns part at tabs."""
    header = None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if header is None:
                header = cells
                continue
            if len(cells) > len(header):
                raise ListError(f"{path}:{number}: {len(cells)} cells, the header has {len(header)}")
            row = dict.fromkeys(header, "")
            row.update(zip(header, cells))
            row["where"] = f"{path.name}:{number}"
            yield row


def read(path):
    """The rows of a list of entries, with every column that such a list may have."""
    found = []
    for row in rows(path):
        unknown = [column for column in row if column not in COLUMNS | {"where"}]
        if unknown:
            raise ListError(f"{row['where']}: unknown column {unknown[0]!r}")
        row = dict.fromkeys(COLUMNS, "") | row
        if not row["key"] or not re.fullmatch(r"[a-z]+:[A-Za-z0-9-]+|[^:]+/[A-Z]{3}", row["key"]):
            raise ListError(f"{row['where']}: key {row['key']!r} is no key")
        if row["kind"] and row["kind"] not in KINDS:
            raise ListError(f"{row['where']}: unknown kind {row['kind']!r}")
        found.append(row)
    return found
