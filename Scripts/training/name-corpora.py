#!/usr/bin/env python3
"""Brings corpora of names to one guideline and one form, for `entente-train encode`.

usage: name-corpora.py DATA OUTPUT

DATA is the folder that Scripts/train describes. For each corpus OUTPUT gets a file of its own: a word a line, its name a
tab behind it, an empty line after each sentence. What is held for measuring goes to files of its own, `held-*.tsv`.

A name is B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC or O, and `_` where the corpus does not say. By the guideline, an
article before a name is no part of it, nor is a title, a possessive ending or an @; an adjective or noun of nationality
is no place; a country stays a place whatever it does.
"""
import json
import os
import re
import sys
from collections import defaultdict

ARTICLES = {"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "your"}
ENDINGS = {"'s", "\u2019s", "'", "\u2019"}
TITLES = set(
    "mr mrs ms miss dr prof professor sir dame lord lady president vice-president minister chancellor king queen prince "
    "princess pope saint st rev reverend bishop archbishop cardinal senator sen representative rep congressman "
    "congresswoman governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant "
    "sgt admiral adm commander secretary ambassador premier sheikh sultan emir ayatollah imam chairman chairwoman "
    "director chief inspector officer detective agent coach aunt uncle mama papa comrade citizen emperor empress".split()
)
CROSSNER = {
    "person": "PER", "politician": "PER", "scientist": "PER", "musicalartist": "PER", "writer": "PER",
    "researcher": "PER", "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG",
    "location": "LOC", "country": "LOC",
}  # fmt: skip
# The program reads politics: sentences about it are there so many times.
POLITICS = 4
WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
PLAIN = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}


def spans(tags):
    """Spans of BIO or IO tags: first, end, type."""
    found, start = [], None
    for place, tag in enumerate(tags + ["O"]):
        kind = tag[2:] if len(tag) > 2 else None
        if start is not None and (kind is None or tag[0] == "B" or kind != tags[start][2:]):
            found.append((start, place, tags[start][2:]))
            start = None
        if kind is not None and start is None:
            start = place
    return found


def nationalities(folder):
    """Adjectives and nouns of nationality, from the country profiles of the World Factbook."""
    words = set()
    for name in sorted(os.listdir(os.path.join(folder, "factbook")), key=str):
        path = os.path.join(folder, "factbook", name)
        for inner in sorted(os.listdir(path)) if os.path.isdir(path) else []:
            if inner.endswith(".json"):
                people = json.load(open(os.path.join(path, inner), encoding="utf-8")).get("People and Society", {})
                for part in people.get("Nationality", {}).values():
                    text = part.get("text", "") if isinstance(part, dict) else ""
                    words |= set(re.findall(r"[A-Z][\w'-]+", re.sub(r"\(.*?\)", " ", text)))
    plurals = {word[:-1] for word in words if word.endswith("s")} | {word + "s" for word in words}
    more = "American Americans European Europeans Arab Arabs Western Soviet Ottoman Roman Jewish Muslim Christian"
    return {word.lower() for word in words | plurals | set(more.split())}


class Guideline:
    def __init__(self, nationalities):
        self.nationalities = nationalities

    def tags(self, words, named):
        """BIO tags of a sentence, of spans with a type or None where the corpus leaves it open."""
        tags = ["O"] * len(words)
        for start, end, kind in sorted(named, key=lambda span: span[0] - span[1]):
            if kind is None:
                for place in range(start, end):
                    tags[place] = "_" if tags[place] == "O" else tags[place]
                continue
            while start < end and words[start].lower() in ARTICLES:
                start += 1
            while start < end and words[end - 1].lower() in ENDINGS:
                end -= 1
            while kind == "PER" and start < end - 1 and words[start].lower().rstrip(".") in TITLES:
                start += 1
            if kind == "LOC" and end - start == 1 and words[start].lower() in self.nationalities:
                continue
            if start >= end or any(tags[place][0] in "BI" for place in range(start, end)):
                continue
            for place in range(start, end):
                tags[place] = ("B-" if place == start else "I-") + kind
        return words, tags


def columns(path, kinds):
    """Sentences of a file with a word first and its tag last on each line."""
    words, tags = [], []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        cells = line.split()
        if len(cells) >= 2:
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            yield words, [(start, end, kinds[kind]) for start, end, kind in spans(tags) if kind in kinds]
            words, tags = [], []


def twitter(path):
    """The Broad Twitter Corpus, with one word for every name of an account."""
    for words, named in columns(path, PLAIN):
        kept, places = [], []
        for word in words:
            places.append(len(kept))
            if kept and kept[-1] == "@" and word != "@":
                kept[-1] = "@user"
                places[-1] = len(kept) - 1
            else:
                kept.append(word)
        ends = places + [len(kept)]
        spans = [(places[start], max(ends[end], places[start] + 1), kind) for start, end, kind in named]
        yield kept, [span for span in spans if "@user" not in kept[span[0] : span[1]]]


def uner(path):
    """Universal NER, a part of the documents for measuring: sentences, and whether they are."""
    words, tags, documents = [], [], 0
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        if line.startswith("# newdoc"):
            documents += 1
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 3 and not line.startswith("#"):
            words.append(cells[1])
            tags.append(cells[2])
        elif not line.strip() and words:
            yield words, [span for span in spans(tags) if span[2] in PLAIN], documents % 2 == 0
            words, tags = [], []


def documents(path):
    """Re-DocRED."""
    for document in json.load(open(path, encoding="utf-8")):
        named = defaultdict(list)
        for mentions in document["vertexSet"]:
            for mention in mentions:
                if mention["type"] in PLAIN:
                    named[mention["sent_id"]].append((*mention["pos"], mention["type"]))
        for number, words in enumerate(document["sents"]):
            words = [word.replace("\xa0", " ").strip() or "_" for word in words]
            yield words, named[number]


def reports(folder):
    """re3d. Its names and its descriptions are marked alike: what is not capitalized throughout is left open."""
    texts = {}
    for line in open(os.path.join(folder, "documents.json"), encoding="utf-8-sig"):
        document = json.loads(line)
        texts[document["_id"]] = document["text"]
    named = defaultdict(list)
    for line in open(os.path.join(folder, "entities.json"), encoding="utf-8-sig"):
        entity = json.loads(line)
        named[entity["documentId"]].append((entity["begin"], entity["end"], RE3D.get(entity["type"], "")))
    token = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-.]\w+)*|['\u2019]s\b|\S")
    for identifier, text in sorted(texts.items()):
        start = 0
        for piece in re.split(r"(?<=[.!?])(?=\s+[A-Z\"\u201c])|(?<=\n)", text):
            found = [(match.start() + start, match.end() + start) for match in token.finditer(piece)]
            start += len(piece)
            words = [text[first:end] for first, end in found]
            marks = []
            for begin, end, kind in named[identifier]:
                places = [place for place, span in enumerate(found) if span[0] < end and span[1] > begin]
                if not places:
                    continue
                inner = [words[place] for place in places if words[place].lower() not in ARTICLES | ENDINGS]
                is_name = inner and all(word[0].isupper() or word in ("of", "and", "for", "-") for word in inner)
                if kind and is_name:
                    marks.append((places[0], places[-1] + 1, kind))
                else:
                    marks.append((places[0], places[-1] + 1, None))
            if words:
                yield words, marks


def entities(path):
    """GUM: of each person, organization and place whose head is a name, the names around the head."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    words, rows, open_spans, found = [], [], [], []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            words.append(cells[1])
            rows.append((cells[4], int(cells[6])))
            marks = re.search(r"Entity=([^|]*)", cells[9])
            for opening, closing in re.findall(r"\((\d+-[a-z]+)|(\d+)\)|\)", marks.group(1)) if marks else []:
                if opening:
                    number, kind = opening.split("-")
                    open_spans.append((number, kind, len(words) - 1))
                elif closing or open_spans:
                    same = [s for s in open_spans if s[0] == closing] if closing else open_spans[-1:]
                    if same:
                        open_spans.remove(same[-1])
                        found.append((same[-1][2], len(words), same[-1][1]))
        elif not line.strip() and words:
            yield words, [span for start, end, kind in found if kind in kinds
                          for span in named_part(words, rows, start, end, kinds[kind])]  # fmt: skip
            words, rows, open_spans, found = [], [], [], []


def named_part(words, rows, start, end, kind):
    heads = [place for place in range(start, end) if not start < rows[place][1] <= end]
    if len(heads) != 1 or not rows[heads[0]][0].startswith("NNP"):
        return []
    is_name = lambda place: start <= place < end and rows[place][0].startswith("NNP")
    first = last = heads[0]
    while is_name(first - 1) or words[first - 1] in ("-", "&") and is_name(first - 2) and first > start:
        first -= 1
    while True:
        if is_name(last + 1):
            last += 1
        elif kind != "PER" and last + 1 < end and words[last + 1] in ("of", "for", "and", "&", "-"):
            step = 2 if is_name(last + 2) else 3 if last + 2 < end and words[last + 2] == "the" and is_name(last + 3) else 0
            if not step:
                break
            last += step
        else:
            break
    return [(first, last + 1, kind)]


def write(path, sentences):
    with open(path, "w", encoding="utf-8") as file:
        for words, tags in sentences:
            file.writelines(f"{word}\t{tag}\n" for word, tag in zip(words, tags))
            file.write("\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data, output = sys.argv[1:]
    os.makedirs(output, exist_ok=True)
    guideline = Guideline(nationalities(data))
    parts = defaultdict(list)

    def add(name, words, named):
        parts[name].append(guideline.tags(words, named))

    politics = list(columns(f"{data}/crossner/politics/dev.txt", CROSSNER))
    half = len(politics) // 2
    for domain in ("ai", "literature", "music", "politics", "science"):
        for part in ("train", "dev"):
            path = f"{data}/crossner/{domain}/{part}.txt"
            for number, sentence in enumerate(columns(path, CROSSNER)):
                is_politics = domain == "politics"
                if is_politics and part == "dev" and number >= half:
                    add("held-politics", *sentence)
                    continue
                for _ in range(POLITICS if is_politics else 1):
                    add("crossner", *sentence)
    for words, named, is_held in uner(f"{data}/uner_ewt/en_ewt-ud-dev.iob2"):
        add("held-web" if is_held else "uner", words, named)
    for sentence in documents(f"{data}/redocred/dev_revised.json"):
        add("redocred", *sentence)
    wikigold = list(columns(f"{data}/wikigold/CONLL-format/data/wikigold.conll.txt", PLAIN))
    for number, sentence in enumerate(wikigold):
        add("held-wikigold" if number >= len(wikigold) * 4 // 5 else "wikigold", *sentence)
    for name in ("wnut17train.conll", "emerging.dev.conll"):
        for sentence in columns(f"{data}/wnut17/{name}", WNUT):
            add("wnut", *sentence)
    for name in "abefgh":
        for sentence in twitter(f"{data}/btc/CONLL-format/data/{name}.conll"):
            add("btc", *sentence)
    for source in sorted(os.listdir(f"{data}/re3d")):
        if source != "BBC Online" and os.path.isdir(f"{data}/re3d/{source}"):
            for sentence in reports(f"{data}/re3d/{source}"):
                add("re3d", *sentence)
    for sentence in entities(f"{data}/gum/en_gum-train.open.conllu"):
        add("gum", *sentence)
    for sentence in entities(f"{data}/gum/en_gum-dev.open.conllu"):
        add("held-gum", *sentence)
    for name, sentences in sorted(parts.items()):
        write(f"{output}/{name}.tsv", sentences)
        counts = [sum(tag == f"B-{kind}" for _, tags in sentences for tag in tags) for kind in PLAIN]
        words = sum(len(words) for words, _ in sentences)
        print(f"{name}: {len(sentences)} sentences, {words} words, PER ORG LOC {counts}")


if __name__ == "__main__":
    main()
