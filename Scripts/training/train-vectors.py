#!/usr/bin/env python3
"""Learns vectors of words from texts, for `train-network.py --vectors`.

usage: train-vectors.py OUTPUT.npz TREEBANKS TEXT...

TREEBANKS are CoNLL-U files, given as one argument, parted by commas; their training parts alone. A TEXT is plain text, a
paragraph a line, and may be packed with xz; lines that begin with # are left out. Words are brought into the normal form
of the program (`NormalForm.swift`) and hashed as it does (`ByteHash`).

Needs numpy and gensim. On one thread and with PYTHONHASHSEED=0 the same texts give the same vectors.
"""
import lzma
import re
import sys

import numpy as np
from gensim.models.word2vec import Word2Vec

WIDTH, WINDOW, ROUNDS, LEAST = 64, 4, 3, 6
TOKEN = re.compile(
    r"https?://\S+|(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*"
    r"|(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Rep|Gov|Lt|Col|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|\w+(?=n['\u2019]t\b)|n['\u2019]t\b|['\u2019](?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]{3,})?|\w+|--+|\.\.+|\S",
    re.IGNORECASE,
)
SIGNS = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\xb4": "'", "\u2010": "-", "\u2011": "-", "\u2026": "..."}
SIGNS |= {"\u201e": "\u201c", "\xab": "\u201c", "\xbb": "\u201d"}
SIGNS |= {chr(dash): "--" for dash in range(0x2012, 0x2016)} | {digit: "0" for digit in "123456789"}


def normal(word):
    form = "".join(SIGNS.get(letter, letter) for letter in word.lower())
    if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20"):
        return "<year>"
    is_mail = "@" in form[1:] and "." in form[form.find("@") :]
    if len(form) > 6 and (form.startswith(("www.", "http")) or is_mail):
        return "<address>"
    return form


def hashed(word):
    """FNV-1a with a last mixing, never 0."""
    state = 0x811C9DC5
    for byte in word.encode():
        state = (state ^ byte) * 0x01000193 & 0xFFFFFFFF
    mixed = (state ^ state >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return (mixed ^ mixed >> 13) | 1


class Sentences:
    """Treebanks three times, because they are small, and texts once."""

    def __init__(self, treebanks, texts):
        self.treebanks, self.texts = treebanks, texts

    def __iter__(self):
        for path in self.treebanks * 3:
            words = []
            for line in open(path, encoding="utf-8"):
                cells = line.split("\t")
                if len(cells) == 10 and cells[0].isdigit():
                    words.append(normal(cells[1]))
                elif not line.strip() and words:
                    yield words
                    words = []
        for path in self.texts:
            with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    if line.strip() and not line.startswith("#"):
                        yield [normal(word) for word in TOKEN.findall(line)]


def main():
    output, treebanks, *texts = sys.argv[1:]
    model = Word2Vec(
        Sentences(treebanks.split(","), texts), vector_size=WIDTH, window=WINDOW, sg=1, negative=6, min_count=LEAST,
        epochs=ROUNDS, workers=1, seed=1, sample=1e-4,
    )  # fmt: skip
    words = model.wv.index_to_key
    np.savez(output, hashes=np.array([hashed(word) for word in words], dtype=np.uint32), vectors=model.wv.vectors)
    print(f"{output}: {len(words)} words")


if __name__ == "__main__":
    main()
