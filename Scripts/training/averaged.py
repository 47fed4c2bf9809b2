"""What the trainers share: files of features, reproducible runs, batches of sentences of like length, a rate that rises and falls, and weights
averaged over the steps."""

import argparse
import random
import time

import numpy as np
import torch
from torch import nn

WARM_UP, PLATEAU, END = 300, 0.3, 0.03
LONGEST_AVERAGE, CLIP = 0.998, 5.0


def arguments(hidden, batch):
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", required=True)
    parser.add_argument("--hidden", type=int, default=hidden)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def sentences(path):
    """The sentences of a file of features: a list of cells a word."""
    rows = []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1:
            rows.append(cells)
        elif rows:
            yield rows
            rows = []


def table_rows(words, tables, features):
    """The rows of a sentence's words in tables: of those with vectors of their own, then feature by feature; 0 is unknown."""
    places = np.searchsorted(words, features[:, 0]).clip(max=len(words) - 1)
    rows = [np.where(words[places] == features[:, 0], places + 1, 0)]
    return np.stack(rows + [features[:, feature] % (count - 1) + 1 for feature, count, _ in tables], 1)


def reproducible(seed):
    torch.set_num_threads(1)
    for set_seed in (torch.manual_seed, random.seed, np.random.seed):
        set_seed(seed)


def prepared(layer, hidden):
    """A layer of memory with good first weights; one of the two biases of the forget gate is not 0."""
    for name, weights in layer.named_parameters():
        if "weight_hh" in name:
            for gate in range(4):
                nn.init.orthogonal_(weights.data[gate * hidden : (gate + 1) * hidden])
        elif "weight_ih" in name:
            nn.init.xavier_uniform_(weights.data)
        else:
            weights.data.zero_()
            weights.data[hidden : 2 * hidden] = 0.5


def dropped(values, rate):
    """Values of which the same are left out at every word of a sentence."""
    kept = values.new_empty(values.shape[0], 1, values.shape[2]).bernoulli_(1 - rate)
    return values * kept / (1 - rate)


def batches(lengths, words, shuffled=True):
    """Numbers of sentences of like length, about so many words together."""
    order = list(range(len(lengths)))
    if shuffled:
        random.shuffle(order)
    order.sort(key=lambda number: lengths[number] + (random.random() * 3 if shuffled else 0))
    made, batch, longest = [], [], 0
    for number in order:
        longest = max(longest, lengths[number])
        if batch and longest * (len(batch) + 1) > words:
            made.append(batch)
            batch, longest = [], lengths[number]
        batch.append(number)
    made.append(batch)
    if shuffled:
        random.shuffle(made)
    return made


def header(lines, features, vocabulary, tensors):
    """The lines before the numbers of a file of weights."""
    lines = ["entente-network\t1", *lines, *(f"table\t{feature}" for feature in features), f"vocabulary\t{vocabulary}"]
    for name, tensor in tensors:
        shape = list(tensor.shape) if tensor.dim() == 2 else [1, tensor.numel()]
        lines.append(f"tensor\t{name}\t{shape[0]}\t{shape[1]}")
    return ("\n".join(lines) + "\n\n").encode()


def write(path, lines, features, words, tensors):
    """A header of lines, an empty line, then the hashes of the words and the numbers of the tensors in the header's order
    (32 bits each, little-endian)."""
    with open(path, "wb") as file:
        file.write(header(lines, features, len(words), tensors))
        file.write(words.astype("<u4").tobytes())
        for _, tensor in tensors:
            file.write(np.ascontiguousarray(tensor.numpy()).astype("<f4").tobytes())


def train(network, options, lengths, loss, report):
    """Trains a network on sentences of these lengths.

    `loss` is given the numbers of a batch; `report` is called after each epoch with its number, the seconds since the start
    and the averaged weights, which the network then holds.
    """
    optimizer = torch.optim.Adam(network.parameters(), options.rate, betas=(0.9, 0.95))
    average = {name: weights.clone() for name, weights in network.state_dict().items()}
    total = options.epochs * len(batches(lengths, options.batch))
    step, start = 0, time.time()
    for epoch in range(1, options.epochs + 1):
        for batch in batches(lengths, options.batch):
            fall = max(0, step / total - PLATEAU) / (1 - PLATEAU)
            for group in optimizer.param_groups:
                group["lr"] = options.rate * min(1, step / WARM_UP) * (1 - fall * (1 - END))
            optimizer.zero_grad()
            loss(batch).backward()
            nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            step += 1
            keep = min(LONGEST_AVERAGE, step / (step + 50))
            with torch.no_grad():
                for name, weights in network.state_dict().items():
                    average[name].mul_(keep).add_(weights, alpha=1 - keep)
        current = {name: weights.clone() for name, weights in network.state_dict().items()}
        network.load_state_dict(average)
        report(epoch, time.time() - start, average)
        network.load_state_dict(current)
