#!/usr/bin/env python3
"""Takes sentences without trees, from which a network may learn what others make of them.

usage: sample-sentences.py SPEECHES.txt.xz CORPORA PREFIX

Writes to PREFIX.txt every 37th paragraph of the speeches until there are a million and a half characters, to
PREFIX.conllu every third sentence of the corpora with names (`name-corpora.py`), with nothing but the words, and to
PREFIX.words all of their sentences, one a line.
"""
import lzma
import pathlib
import sys

CORPORA = ("crossner", "wikigold", "btc", "wnut", "redocred", "re3d")
EVERY, LENGTHS, SIZE, SHARE = 37, range(60, 2000), 1_500_000, 3


def sentences(path):
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = [line.split("\t")[0] for line in block.split("\n") if line]
        if words:
            yield words


def main():
    speeches, corpora, prefix = sys.argv[1:]
    size = 0
    with open(f"{prefix}.txt", "w", encoding="utf-8") as output:
        for number, line in enumerate(lzma.open(speeches, "rt", encoding="utf-8")):
            text = line.strip()
            if number % EVERY == 0 and len(text) in LENGTHS and size < SIZE:
                size += output.write(text + "\n\n")
    with open(f"{prefix}.conllu", "w", encoding="utf-8") as trees, open(f"{prefix}.words", "w", encoding="utf-8") as words:
        for corpus in CORPORA:
            for number, sentence in enumerate(sentences(pathlib.Path(corpora, f"{corpus}.tsv"))):
                words.write(" ".join(sentence) + "\n")
                if number % SHARE == 0:
                    trees.writelines(f"{place}\t{word}" + "\t_" * 8 + "\n" for place, word in enumerate(sentence, 1))
                    trees.write("\n")


if __name__ == "__main__":
    main()
