"""Country facts out of The World Factbook's JSON, by GEC code."""

import html
import json
import re


def profiles(folder):
    """GEC code (capitals) to profile."""
    found = {}
    for path in sorted(folder.glob("*/*.json")):
        if path.parent.name != "meta":
            found[path.stem.upper()] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _text(profile, *path):
    for step in path:
        profile = profile.get(step, {})
    return html.unescape(profile.get("text", "")) if isinstance(profile, dict) else ""


def short_name(profile):
    return _text(profile, "Government", "Country name", "conventional short form")


def official_name(profile):
    """The long form without notes, or nothing."""
    name = _text(profile, "Government", "Country name", "conventional long form")
    name = re.split(r" \(|;", name)[0].strip()
    return "" if name in ("", "none") else re.sub(r"^The ", "", name)


def capital_name(profile):
    return _text(profile, "Government", "Capital", "name")


def location(profile):
    """Latitude and longitude of the first point given, or None where it is not to be used."""
    text = re.sub(r"<[^>]*>", "", _text(profile, "Geography", "Geographic coordinates"))
    text = re.sub(r"^[A-Za-z ]+:\s*", "", text)
    match = re.match(r"\s*(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text)
    if not match:
        return None
    d1, m1, ns, d2, m2, ew = match.groups()
    if int(m1) > 59 or int(m2) > 59:
        return None
    lat, lon = int(d1) + int(m1) / 60, int(d2) + int(m2) / 60
    return (-lat if ns == "S" else lat, -lon if ew == "W" else lon)


def demonyms(profile):
    """The adjective, then nouns in singular and plural; None where a person has to look."""
    noun = _text(profile, "People and Society", "Nationality", "noun")
    adjective = _text(profile, "People and Society", "Nationality", "adjective")
    nouns, adjectives = [], []
    for part in re.split(r", | or ", noun):
        part = part.strip()
        both = re.fullmatch(r"([A-Z][\w\- ]*\w)\(s\)", part)
        same = re.fullmatch(r"([A-Z][\w\- ]*\w) \(singular and plural\)", part)
        if both:
            nouns += [both.group(1), both.group(1) + "s"]
        elif same:
            nouns.append(same.group(1))
        else:
            return None
    for part in re.split(r", | or ", adjective):
        if not re.fullmatch(r"[A-Z][\w\- ]*", part):
            return None
        adjectives.append(part)
    return list(dict.fromkeys(adjectives + nouns))
