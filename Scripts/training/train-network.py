#!/usr/bin/env python3
"""Trains the network that tags and parses English, on the features that `entente-train encode` writes.

usage: train-network.py --train FILE --dev FILE [--dev FILE] --output FILE [--vectors FILE.npz] [--hidden N]
       [--epochs N] [--seed N]

The vectors' file holds `hashes`, of words as the program hashes them, and `vectors`, a row a word. After each epoch the
averaged weights are measured on the development sets and written: a header of lines, an empty line, then the numbers
of the tensors in the header's order (32 bits each, little-endian). `entente-train pack` makes a model of them.

Needs numpy and PyTorch; on one thread the same seed gives the same weights.
"""
import argparse
import random
import time
from collections import Counter

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
    sentences, rows = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1:
            rows.append(cells)
        elif rows:
            features = np.array([[int(cell) for cell in row[:FEATURES]] for row in rows], dtype=np.int64)
            tags = [(row[FEATURES], row[FEATURES + 1]) for row in rows]
            heads = np.array([int(row[FEATURES + 2]) for row in rows])
            sentences.append((features, tags, heads, [row[FEATURES + 3] for row in rows]))
            rows = []
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
        places = np.searchsorted(self.words, features[:, 0]).clip(max=len(self.words) - 1)
        rows = [np.where(self.words[places] == features[:, 0], places + 1, 0)]
        rows += [features[:, feature] % (count - 1) + 1 for feature, count, _ in TABLES]
        tag_numbers = {tag: number for number, tag in enumerate(self.tags)}
        relation_numbers = {relation: number for number, relation in enumerate(self.relations)}
        # What is too rare to have a number is not learned: -1.
        return (
            np.stack(rows, 1),
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
            for name, weights in layer.named_parameters():
                if "weight_hh" in name:
                    for gate in range(4):
                        nn.init.orthogonal_(weights.data[gate * hidden : (gate + 1) * hidden])
                elif "weight_ih" in name:
                    nn.init.xavier_uniform_(weights.data)
                else:
                    # One of the two biases of the forget gate.
                    weights.data.zero_()
                    weights.data[hidden : 2 * hidden] = 0.5

    def dropped(self, values):
        """Values of which the same are left out at every word of a sentence."""
        if not self.training:
            return values
        kept = values.new_empty(values.shape[0], 1, values.shape[2]).bernoulli_(1 - DROPOUT)
        return values * kept / (1 - DROPOUT)

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


def batches(sentences, words, shuffled=True):
    """Numbers of sentences of like length, about so many words together."""
    order = list(range(len(sentences)))
    if shuffled:
        random.shuffle(order)
    order.sort(key=lambda number: len(sentences[number][2]) + (random.random() * 3 if shuffled else 0))
    made, batch, longest = [], [], 0
    for number in order:
        longest = max(longest, len(sentences[number][2]))
        if batch and longest * (len(batch) + 1) > words:
            made.append(batch)
            batch, longest = [], len(sentences[number][2])
        batch.append(number)
    made.append(batch)
    if shuffled:
        random.shuffle(made)
    return made


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
        for batch in batches(sentences, 4000, shuffled=False):
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
    lines = ["entente-network\t1"] + [f"tag\t{upos}\t{xpos}" for upos, xpos in names.tags]
    lines += [f"relation\t{relation}" for relation in names.relations]
    lines += [f"table\t{feature}" for feature, _, _ in TABLES]
    lines.append(f"vocabulary\t{len(names.words)}")
    for name, tensor in tensors:
        shape = list(tensor.shape) if tensor.dim() == 2 else [1, tensor.numel()]
        lines.append(f"tensor\t{name}\t{shape[0]}\t{shape[1]}")
    with open(path, "wb") as file:
        file.write(("\n".join(lines) + "\n\n").encode())
        file.write(names.words.astype("<u4").tobytes())
        for _, tensor in tensors:
            file.write(tensor.numpy().astype("<f4").tobytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", required=True)
    parser.add_argument("--dev", action="append", default=[])
    parser.add_argument("--vectors")
    parser.add_argument("--output", required=True)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    treebank = read(options.train)
    names = Names(treebank, np.load(options.vectors) if options.vectors else None)
    train = [names.encode(sentence) for sentence in treebank]
    dev = {path: [names.encode(sentence) for sentence in read(path)] for path in options.dev}
    print(f"{len(train)} sentences, {len(names.words)} words, {len(names.tags)} tags, {len(names.relations)} relations")
    network = Network(names, options.hidden)
    optimizer = torch.optim.Adam(network.parameters(), options.rate, betas=(0.9, 0.95))
    average = {name: weights.clone() for name, weights in network.state_dict().items()}
    total = options.epochs * len(batches(train, options.batch))
    step, start = 0, time.time()
    for epoch in range(1, options.epochs + 1):
        for batch in batches(train, options.batch):
            # The rate rises over 300 steps, and falls in a line over the last seven tenths.
            rate = options.rate * min(1, step / 300) * (1 - max(0, step / total - 0.3) / 0.7 * 0.97)
            for group in optimizer.param_groups:
                group["lr"] = rate
            rows, lengths, tags, heads, relations = padded(train, batch)
            tag_scores, arcs, dependents, labelled = network(rows, lengths)
            labels = network.label(dependents, labelled, heads.clamp(min=0))
            loss = (
                F.cross_entropy(tag_scores[tags >= 0], tags[tags >= 0])
                + F.cross_entropy(arcs[heads >= 0], heads[heads >= 0])
                + F.cross_entropy(labels[relations >= 0], relations[relations >= 0])
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            step += 1
            keep = min(0.998, step / (step + 50))
            with torch.no_grad():
                for name, weights in network.state_dict().items():
                    average[name].mul_(keep).add_(weights, alpha=1 - keep)
        current = {name: weights.clone() for name, weights in network.state_dict().items()}
        network.load_state_dict(average)
        scores = "; ".join(f"{path}: {measure(network, sentences)}" for path, sentences in dev.items())
        print(f"epoch {epoch}, {time.time() - start:.0f} s; {scores}", flush=True)
        write(network, average, options.output)
        network.load_state_dict(current)


if __name__ == "__main__":
    main()
