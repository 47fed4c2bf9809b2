#!/usr/bin/env python3
"""Trains the network that tags and parses English, on the features that `entente-train encode` writes.

usage: train-network.py --train FILE --dev FILE [--dev FILE] --output FILE [--vectors FILE.npz] [--hidden N]
       [--epochs N] [--seed N]

The vectors' file holds `hashes`, of words as the program hashes them, and `vectors`, a row a word. After each epoch the
averaged weights are measured on the development sets and written: a header of lines, an empty line, then the numbers
of the tensors in the header's order (32 bits each, little-endian). `entente-train pack` makes a model of them.

Needs numpy and PyTorch; on one thread the same seed gives the same weights.
"""
from collections import Counter

import averaged
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

WORD_WIDTH = 64
# Feature, rows, width; the features in the order of the lines.
TABLES = [(1, 1024, 16), (2, 1024, 12), (3, 4096, 16), (4, 256, 8), (5, 1024, 12), (6, 4096, 24), (7, 8192, 24)]
FEATURES = 8
ARC_WIDTH, LABEL_WIDTH, TAG_WIDTH = 128, 64, 32
DROPOUT, WORD_DROPOUT = 0.33, 0.25


def read(path):
    """Sentences as arrays of features, and of tags, heads and relations."""
    sentences = []
    for rows in averaged.sentences(path):
        features = np.array([[int(cell) for cell in row[:FEATURES]] for row in rows], dtype=np.int64)
        tags = [(row[FEATURES], row[FEATURES + 1]) for row in rows]
        heads = np.array([int(row[FEATURES + 2]) for row in rows])
        sentences.append((features, tags, heads, [row[FEATURES + 3] for row in rows]))
    return sentences


class Names:
    """The tags, relations and words of a treebank in numbers."""

    def __init__(self, sentences, vectors):
        tags = Counter(tag for sentence in sentences for tag in sentence[1])
        self.tags = sorted(tag for tag in tags if tags[tag] >= 5)
        relations = Counter(relation for sentence in sentences for relation in sentence[3])
        self.relations = sorted(relation for relation in relations if relations[relation] >= 5)
        hashes, counts = np.unique(np.concatenate([s[0][:, 0] for s in sentences]), return_counts=True)
        frequent = set(hashes[counts >= 2].tolist())
        given = {} if vectors is None else dict(zip(vectors["hashes"].tolist(), vectors["vectors"]))
        self.words = np.array(sorted(frequent | set(given)), dtype=np.int64)
        frequency = dict(zip(hashes.tolist(), counts.tolist()))
        self.frequencies = torch.tensor([0] + [frequency.get(int(word), 0) for word in self.words]).float()
        self.embeddings = np.random.randn(len(self.words) + 1, WORD_WIDTH).astype("f") * 0.1
        if given:
            scale = 0.4 / np.std(vectors["vectors"])
            for row, word in enumerate(self.words.tolist()):
                if word in given:
                    self.embeddings[row + 1] = given[word] * scale

    def encode(self, sentence):
        features, tags, heads, relations = sentence
        tag_numbers = {tag: number for number, tag in enumerate(self.tags)}
        relation_numbers = {relation: number for number, relation in enumerate(self.relations)}
        # What is too rare to have a number is not learned: -1.
        return (
            averaged.table_rows(self.words, TABLES, features),
            np.array([tag_numbers.get(tag, -1) for tag in tags]),
            heads,
            np.array([relation_numbers.get(relation, -1) for relation in relations]),
        )


class Network(nn.Module):
    def __init__(self, names, hidden):
        super().__init__()
        self.names = names
        self.words = nn.Embedding(len(names.words) + 1, WORD_WIDTH)
        self.words.weight.data.copy_(torch.tensor(names.embeddings))
        self.tables = nn.ModuleList(nn.Embedding(count, width) for _, count, width in TABLES)
        for table in self.tables:
            table.weight.data.mul_(0.3)
        width = WORD_WIDTH + sum(width for _, _, width in TABLES)
        self.first = nn.LSTM(width, hidden, bidirectional=True, batch_first=True)
        self.tags = nn.Linear(2 * hidden, len(names.tags))
        self.mixture = nn.Linear(len(names.tags), TAG_WIDTH, bias=False)
        self.second = nn.LSTM(2 * hidden + TAG_WIDTH, hidden, bidirectional=True, batch_first=True)
        self.hidden = nn.Linear(2 * hidden, 2 * (ARC_WIDTH + LABEL_WIDTH))
        self.arcs = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arcs.weight.data.copy_(torch.eye(ARC_WIDTH) * 0.1)
        self.head = nn.Linear(ARC_WIDTH, 1, bias=False)
        self.root = nn.Parameter(torch.randn(2 * hidden) * 0.1)
        self.relations = nn.Linear(LABEL_WIDTH, len(names.relations))
        for layer in (self.first, self.second):
            averaged.prepared(layer, hidden)

    def dropped(self, values):
        return averaged.dropped(values, DROPOUT) if self.training else values

    @staticmethod
    def run(layer, values, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(values, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0]

    def forward(self, rows, lengths):
        words = rows[:, :, 0]
        if self.training:
            chance = WORD_DROPOUT / (WORD_DROPOUT + self.names.frequencies[words])
            words = torch.where(torch.rand(words.shape) < chance, torch.zeros_like(words), words)
        embedded = [self.words(words)] + [table(rows[:, :, place + 1]) for place, table in enumerate(self.tables)]
        read = self.dropped(self.run(self.first, self.dropped(torch.cat(embedded, 2)), lengths))
        tags = self.tags(read)
        outer = torch.cat([read, self.mixture(tags.softmax(2))], 2)
        read = self.run(self.second, outer, lengths)
        read = self.dropped(torch.cat([self.root.expand(read.shape[0], 1, -1), read], 1))
        parts = self.hidden(read).split([ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], 2)
        dependents = self.dropped(F.relu(parts[0][:, 1:]))
        heads = self.dropped(F.relu(parts[1]))
        arcs = self.arcs(dependents) @ heads.transpose(1, 2) + self.head(heads).transpose(1, 2)
        beyond = torch.arange(read.shape[1])[None] > lengths[:, None]
        return tags, arcs.masked_fill(beyond[:, None], -1e9), parts[2][:, 1:], parts[3]

    def label(self, dependents, heads, choice):
        chosen = heads.gather(1, choice[:, :, None].expand(-1, -1, heads.shape[2]))
        return self.relations(self.dropped(F.relu(dependents + chosen)))


def lengths_of(sentences):
    return [len(sentence[2]) for sentence in sentences]


def padded(sentences, batch):
    longest = max(len(sentences[number][2]) for number in batch)
    rows = np.zeros((len(batch), longest, FEATURES), int)
    rest = np.full((3, len(batch), longest), -1)
    for place, number in enumerate(batch):
        length = len(sentences[number][2])
        rows[place, :length] = sentences[number][0]
        for part in range(3):
            rest[part, place, :length] = sentences[number][part + 1]
    lengths = torch.tensor([len(sentences[number][2]) for number in batch])
    return torch.tensor(rows), lengths, *torch.tensor(rest)


def measure(network, sentences):
    """Percentages of tags, of heads and of heads with relations, each word's head the best by itself."""
    network.eval()
    words = right_tags = right_heads = right = 0
    with torch.no_grad():
        for batch in averaged.batches(lengths_of(sentences), 4000, shuffled=False):
            rows, lengths, tags, heads, relations = padded(sentences, batch)
            tag_scores, arcs, dependents, labelled = network(rows, lengths)
            known = heads >= 0
            choice = arcs.argmax(2)
            labels = network.label(dependents, labelled, choice).argmax(2)
            words += known.sum().item()
            right_tags += ((tag_scores.argmax(2) == tags) & known).sum().item()
            right_heads += ((choice == heads) & known).sum().item()
            right += ((choice == heads) & (labels == relations) & known).sum().item()
    network.train()
    return " ".join(f"{name} {100 * n / words:.2f}" for name, n in
                    [("tags", right_tags), ("UAS", right_heads), ("LAS", right)])  # fmt: skip


def write(network, weights, path):
    """The averaged weights, the biases of each layer of memory added up and the root taken through its layer."""
    names = network.names
    tensors = [("words", weights["words.weight"])]
    tensors += [(f"table{place}", weights[f"tables.{place}.weight"]) for place in range(len(TABLES))]
    for layer in ("first", "second"):
        for direction in ("", "_reverse"):
            name = layer + direction
            end = "_l0" + direction
            tensors.append((f"{name}.input", weights[f"{layer}.weight_ih{end}"]))
            tensors.append((f"{name}.recurrence", weights[f"{layer}.weight_hh{end}"]))
            tensors.append((f"{name}.bias", weights[f"{layer}.bias_ih{end}"] + weights[f"{layer}.bias_hh{end}"]))
        if layer == "first":
            tensors += [("tags", weights["tags.weight"]), ("tags.bias", weights["tags.bias"])]
            tensors.append(("mixture", weights["mixture.weight"]))
    tensors += [("hidden", weights["hidden.weight"]), ("hidden.bias", weights["hidden.bias"])]
    tensors.append(("arcs", weights["arcs.weight"]))
    tensors += [("relations", weights["relations.weight"]), ("relations.bias", weights["relations.bias"])]
    tensors.append(("head", weights["head.weight"]))
    root = weights["hidden.weight"] @ weights["root"] + weights["hidden.bias"]
    tensors.append(("root.arc", F.relu(root[ARC_WIDTH : 2 * ARC_WIDTH])))
    tensors.append(("root.label", root[2 * ARC_WIDTH + LABEL_WIDTH :]))
    lines = [f"tag\t{upos}\t{xpos}" for upos, xpos in names.tags]
    lines += [f"relation\t{relation}" for relation in names.relations]
    averaged.write(path, lines, [feature for feature, _, _ in TABLES], names.words, tensors)


def main():
    parser = averaged.arguments(hidden=96, batch=1200)
    parser.add_argument("--train", required=True)
    parser.add_argument("--dev", action="append", default=[])
    parser.add_argument("--vectors")
    options = parser.parse_args()
    averaged.reproducible(options.seed)
    treebank = read(options.train)
    names = Names(treebank, np.load(options.vectors) if options.vectors else None)
    train = [names.encode(sentence) for sentence in treebank]
    dev = {path: [names.encode(sentence) for sentence in read(path)] for path in options.dev}
    print(f"{len(train)} sentences, {len(names.words)} words, {len(names.tags)} tags, {len(names.relations)} relations")
    network = Network(names, options.hidden)

    def loss(batch):
        rows, lengths, tags, heads, relations = padded(train, batch)
        tag_scores, arcs, dependents, labelled = network(rows, lengths)
        labels = network.label(dependents, labelled, heads.clamp(min=0))
        return (
            F.cross_entropy(tag_scores[tags >= 0], tags[tags >= 0])
            + F.cross_entropy(arcs[heads >= 0], heads[heads >= 0])
            + F.cross_entropy(labels[relations >= 0], relations[relations >= 0])
        )

    def report(epoch, seconds, weights):
        scores = "; ".join(f"{path}: {measure(network, sentences)}" for path, sentences in dev.items())
        print(f"epoch {epoch}, {seconds:.0f} s; {scores}", flush=True)
        write(network, weights, options.output)

    averaged.train(network, options, lengths_of(train), loss, report)


if __name__ == "__main__":
    main()
