#!/usr/bin/env python3
"""Writes frequent given names and surnames as phrases, for `entente-train encode-names --phrases`.

usage: person-names.py >FILE

The names are those of the United States Census of 1990, which the Python package `names` holds; of surnames those that nine
in ten people bear.
"""
import pathlib

import names

FILES = {"given": ("dist.female.first", "dist.male.first"), "surname": ("dist.all.last",)}
SHARE = 90


def main():
    folder = pathlib.Path(names.__file__).parent
    found = set()
    for kind, files in FILES.items():
        for file in files:
            for line in (folder / file).read_text().splitlines():
                name, _, cumulative, _ = line.split()
                if kind == "given" or float(cumulative) <= SHARE:
                    found.add(f"{kind}\t{name.title()}")
    print("\n".join(sorted(found)))


if __name__ == "__main__":
    main()
