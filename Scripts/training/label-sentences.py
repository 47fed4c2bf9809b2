#!/usr/bin/env python3
"""Tags and parses sentences by several networks together, so that another may learn from them.

usage: label-sentences.py --output FILE --networks STATE... --sentences FILE...

The states are what `train-network.py --state` wrote, the files what `entente-train encode` writes; of these only the
features of the words are read. The networks' probabilities of tags, heads and relations are averaged. A sentence whose best
heads are no tree with one root is left out, as is one in which the networks doubt a head: the least probable head
has to reach a twentieth.

Source: A. Søgaard and C. Rishøj, "Semi-supervised dependency parsing using generalized tri-training", 2010; G. Hinton et
al., "Distilling the knowledge in a neural network", 2015.
"""
import argparse
import importlib
import pathlib
import sys
import types

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent))
training = importlib.import_module("train-network")
LEAST = 0.05


def loaded(path):
    state = torch.load(path)
    names = types.SimpleNamespace(**state["names"])
    names.embeddings = np.zeros((len(names.words) + 1, training.WORD_WIDTH), "f")
    network = training.Network(names, state["hidden"])
    network.load_state_dict(state["weights"])
    return network.eval()


def rows(network, features):
    """The features of a sentence as rows of a network's tables."""
    words = network.names.words
    places = np.searchsorted(words, features[:, 0]).clip(max=len(words) - 1)
    parts = [np.where(words[places] == features[:, 0], places + 1, 0)]
    parts += [features[:, feature] % (count - 1) + 1 for feature, count, _ in training.TABLES]
    return np.stack(parts, 1)


def is_tree(heads):
    """Whether heads, from 1 and 0 for the root, make a tree with one root."""
    if (heads == 0).sum() != 1:
        return False
    for place in range(len(heads)):
        steps, word = 0, place + 1
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            return False
    return True


def averaged(networks, sentences):
    """Of sentences of one length the probabilities of tags and heads, and what gives those of relations."""
    lengths = torch.full((len(sentences),), len(sentences[0]))
    tags = heads = 0
    labelled = []
    for network in networks:
        padded = torch.tensor(np.stack([rows(network, features) for features in sentences]))
        tag_scores, arcs, dependents, parts = network(padded, lengths)
        tags = tags + tag_scores.softmax(2) / len(networks)
        heads = heads + arcs.softmax(2) / len(networks)
        labelled.append((dependents, parts))
    choice = heads.argmax(2)
    relations = sum(
        network.label(*parts, choice).softmax(2) for network, parts in zip(networks, labelled)) / len(networks)  # fmt: skip
    return tags.argmax(2).numpy(), choice.numpy(), heads.max(2).values.min(1).values.numpy(), relations.argmax(2).numpy()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--networks", nargs="+", required=True)
    parser.add_argument("--sentences", nargs="+", required=True)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    networks = [loaded(path) for path in options.networks]
    names = networks[0].names
    if any(network.names.tags != names.tags or network.names.relations != names.relations for network in networks):
        sys.exit("label-sentences: the networks know different tags; train them on the same treebanks")
    by_length = {}
    for path in options.sentences:
        for features, *_ in training.read(path):
            by_length.setdefault(len(features), []).append(features)
    kept = seen = 0
    with open(options.output, "w", encoding="utf-8") as output, torch.no_grad():
        for length, sentences in sorted(by_length.items()):
            size = max(1, 3000 // length)
            for start in range(0, len(sentences), size):
                batch = sentences[start : start + size]
                for features, tags, heads, least, relations in zip(batch, *averaged(networks, batch)):
                    seen += 1
                    if least < LEAST or not is_tree(heads):
                        continue
                    kept += 1
                    for row, tag, head, relation in zip(features, tags, heads, relations):
                        cells = [*row, *names.tags[tag], head, names.relations[relation]]
                        output.write("\t".join(map(str, cells)) + "\n")
                    output.write("\n")
    print(f"{kept} of {seen} sentences kept")


if __name__ == "__main__":
    main()
