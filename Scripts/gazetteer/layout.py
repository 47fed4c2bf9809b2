"""The bytes of the gazetteer; GazetteerTable.swift reads them and says what stands where."""

import struct

import lists
from folding import fold

MAGIC, VERSION, HEADER_BYTES = b"ENTEGAZ\n", 2, 80
FORMS = {"name": 0, "acronym": 1, "demonym": 2}
NO_COORDINATE = -(1 << 31)
FILTER_BITS = 1 << 18


class Text:
    """Strings, each once: two bytes of length, then UTF-8; the empty one stands at 0."""

    def __init__(self):
        self.bytes, self.places = bytearray(), {}
        self.place("")

    def place(self, string):
        if string not in self.places:
            encoded = string.encode("utf-8")
            self.places[string] = len(self.bytes)
            self.bytes += struct.pack("<H", len(encoded)) + encoded
        return self.places[string]


def rank(entry):
    """How soon an entry is thought of when its name is read; GazetteerKind.rank says the same."""
    kind, population = entry.kind, entry.population
    if kind == "country":
        return 0
    if kind in ("alliance", "igo"):
        return 1
    if kind in ("agency", "stateOrgan", "armedGroup", "continent"):
        return 2
    if kind == "capital":
        return 4 if population >= 100_000 else 6
    if kind == "city":
        return 4 if population >= 1_000_000 else 6 if population >= 100_000 else 7
    if kind in ("thinkTank", "media", "party", "ngo", "site"):
        return 4
    if kind in ("region", "company"):
        return 5
    return 3


def encode(entries):
    cities = [e for e in entries if e.key.startswith("geonames:")]
    listed = sorted((e for e in entries if not e.key.startswith("geonames:")), key=lambda e: e.key.encode())
    cities.sort(key=lambda e: int(e.key[9:]))
    ordered = listed + cities
    number = {id(entry): place for place, entry in enumerate(ordered)}
    text, numbers = Text(), [0]
    kinds = text.place(",".join(lists.KINDS))
    names = gathered_names(ordered)

    def link(entry):
        return 0 if entry is None else number[id(entry)] + 1

    records = bytearray()
    for entry in ordered:
        city = entry.key.startswith("geonames:")
        parts = 0
        if entry.parts:
            parts = len(numbers)
            numbers += [len(entry.parts)] + [number[id(part)] for part in entry.parts]
        codes = "|".join(f"{k}={v}" for k, v in sorted(entry.codes.items()))
        records += struct.pack(
            "<IIIiiIIIIIII", (1 << 31) | int(entry.key[9:]) if city else text.place(entry.key),
            text.place(entry.name), lists.KINDS.index(entry.kind), coordinate(entry.lat), coordinate(entry.lon),
            link(entry.country), link(entry.capital_of), link(entry.seat), entry.population,
            text.place(codes), parts, text.place("|".join(entry.descriptions)))
    keys, candidates, count, bits = bytearray(), bytearray(), 0, bytearray(FILTER_BITS // 8)
    for key in sorted(names, key=lambda k: k.encode("utf-8")):
        keys += struct.pack("<II", text.place(key), count)
        bit = fnv1a(key.split(" ")[0].encode("utf-8")) & (FILTER_BITS - 1)
        bits[bit >> 3] |= 1 << (bit & 7)
        for entry, surface, flags in names[key]:
            candidates += struct.pack("<III", number[id(entry)], text.place(surface), flags)
            count += 1
    keys += struct.pack("<II", 0, count)
    numeric = struct.pack(f"<{len(numbers)}I", *numbers)
    text.bytes += bytes(-len(text.bytes) % 4)
    sections = [bytes(records), bytes(keys), bytes(candidates), bytes(bits), numeric, bytes(text.bytes)]
    place, offsets = HEADER_BYTES, []
    for section in sections:
        offsets.append(place)
        place += len(section)
    header = MAGIC + struct.pack(
        "<16I", VERSION, place, len(ordered), len(listed), len(names), count, *offsets,
        FILTER_BITS, len(numbers), len(text.bytes), kinds)
    body = b"".join(sections)
    header += struct.pack("<Q", checksum(header + body))
    assert len(header) == HEADER_BYTES
    return header + body, f"{len(ordered)} entries, {len(names)} names, {place} bytes"


def gathered_names(entries):
    """Folded key to (entry, surface, flags), the likeliest first, without repetitions."""
    names = {}
    for entry in entries:
        marked = {}  # a mark on one form holds for every form with the same key
        for surface, _, _, word, person in entry.forms:
            before = marked.get(fold(surface), (False, False))
            marked[fold(surface)] = (before[0] or word, before[1] or person)
        seen = set()
        for surface, form, exact, _, _ in sorted(entry.forms, key=lambda f: FORMS[f[1]]):
            key = fold(surface)
            if not key:
                raise lists.ListError(f"{entry.key}: the name {surface!r} has neither letter nor digit")
            same = (key, surface if exact else "")
            if same in seen or (form == "demonym" and any(k == key for k, _ in seen)):
                continue
            seen.add(same)
            word, person = marked[key]
            flags = FORMS[form] | exact << 2 | word << 3 | person << 4
            names.setdefault(key, []).append((entry, surface, flags))
    for key in names:
        names[key].sort(key=lambda c: (rank(c[0]), -c[0].population, c[0].key.encode(), c[2] & 3, c[1].encode()))
    return names


def coordinate(degrees):
    return NO_COORDINATE if degrees is None else round(degrees * 100_000)


def checksum(data):
    """FNV-1a of 64 bits over numbers of 32 bits, low byte first."""
    value = 0xCBF29CE484222325
    for (word,) in struct.iter_unpack("<I", data):
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def fnv1a(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
