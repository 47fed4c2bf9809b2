#!/usr/bin/env python3
"""Trains the layer that finds names, on the features that `entente-train encode-names` writes.

usage: train-names.py --network FILE --train FILE... --dev FILE... --style N --output FILE [--hidden N] [--epochs N]
       [--seed N]

FILE of --network is what `train-network.py` wrote; its first layer reads the sentences and is not changed. Each file of
--train is a corpus with habits of its own, for which a vector is learned; the names are found by the habits of the corpus
with the number of --style, from 0. Names are marked by their first, inner and last words or as a single word (BILOU, L.
Ratinov and D. Roth 2009), and a chain of such marks is learned and read as a whole (conditional random field, G. Lample
et al. 2016); a word of which the corpus does not say what it is may be anything.

Needs numpy and PyTorch; on one thread the same seed gives the same weights.
"""
import averaged
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

TYPES = ["PER", "ORG", "LOC"]
TAGS = ["O"] + [f"{mark}-{kind}" for kind in TYPES for mark in "BILU"]
FEATURES, KINDS = 8, 6
# Feature, rows, width; the marks of the kinds of phrases follow the eight features of a word.
TABLES = [(1, 1024, 16), (2, 1024, 8), (3, 4096, 12), (4, 256, 6), (5, 1024, 8), (6, 4096, 16), (7, 8192, 16)]
TABLES += [(FEATURES + kind, 5, 4) for kind in range(KINDS)]
STYLE_WIDTH, MIXED_STYLE = 8, 0.2
DROPOUT, WORD_DROPOUT = 0.35, 0.25


def may_follow(one, other):
    """Whether a mark may stand behind another."""
    if one[0] in "BI":
        return other[0] in "IL" and one[2:] == other[2:]
    return other[0] in "OBU"


FORBIDDEN = torch.tensor([[0.0 if may_follow(one, other) else -1e4 for other in TAGS] for one in TAGS])
FIRST = torch.tensor([-1e4 if tag[0] in "IL" else 0.0 for tag in TAGS])
LAST = torch.tensor([-1e4 if tag[0] in "BI" else 0.0 for tag in TAGS])


def allowed(tags):
    """For each word the marks that the tags of a sentence (BIO, `_` for open) allow."""
    rows = np.zeros((len(tags), len(TAGS)), bool)
    ahead = tags[1:] + ["O"]
    for place, (tag, after) in enumerate(zip(tags, ahead)):
        if tag == "_":
            rows[place] = True
        elif tag == "O":
            rows[place, 0] = True
        else:
            goes_on = after == "I" + tag[1:]
            mark = {("B", True): "B", ("B", False): "U", ("I", True): "I", ("I", False): "L"}[tag[0], goes_on]
            rows[place, TAGS.index(mark + tag[1:])] = True
    return rows


def read(path):
    """Sentences as arrays of features, with the allowed marks and the tags."""
    sentences = []
    for rows in averaged.sentences(path):
        features = np.array([[int(cell) for cell in row[:-1]] for row in rows], dtype=np.int64)
        tags = [row[-1] for row in rows]
        sentences.append((features, allowed(tags), tags))
    return sentences


class Base:
    """The first layer of a trained network, as it is."""

    def __init__(self, path):
        data = open(path, "rb").read()
        end = data.index(b"\n\n")
        lines = [line.split("\t") for line in data[:end].decode().split("\n")]
        place = end + 2
        count = next(int(line[1]) for line in lines if line[0] == "vocabulary")
        self.words = np.frombuffer(data, "<u4", count, place).astype(np.int64)
        place += count * 4
        self.tensors = {}
        for line in lines:
            if line[0] == "tensor":
                rows, columns = int(line[2]), int(line[3])
                values = np.frombuffer(data, "<f4", rows * columns, place).reshape(rows, columns)
                self.tensors[line[1]] = torch.tensor(values.copy())
                place += rows * columns * 4
        self.features = [int(line[1]) for line in lines if line[0] == "table"]
        width = self.tensors["words"].shape[1] + sum(self.tensors[f"table{n}"].shape[1] for n in range(len(self.features)))
        self.hidden = self.tensors["first.recurrence"].shape[1]
        self.layer = nn.LSTM(width, self.hidden, bidirectional=True, batch_first=True)
        state = {}
        for end, name in (("", "first"), ("_reverse", "first_reverse")):
            state[f"weight_ih_l0{end}"] = self.tensors[f"{name}.input"]
            state[f"weight_hh_l0{end}"] = self.tensors[f"{name}.recurrence"]
            state[f"bias_ih_l0{end}"] = self.tensors[f"{name}.bias"][0]
            state[f"bias_hh_l0{end}"] = torch.zeros(4 * self.hidden)
        self.layer.load_state_dict(state)

    def outputs(self, features):
        tables = [self.tensors["words"]] + [self.tensors[f"table{number}"] for number in range(len(self.features))]
        shapes = [(feature, len(table), table.shape[1]) for feature, table in zip(self.features, tables[1:])]
        rows = averaged.table_rows(self.words, shapes, features)
        parts = [table[rows[:, number]] for number, table in enumerate(tables)]
        with torch.no_grad():
            return self.layer(torch.cat(parts, 1)[None])[0][0].half()


def encode(base, sentence, style):
    features, marks, tags = sentence
    rows = averaged.table_rows(base.words, TABLES, features)
    return base.outputs(features), torch.tensor(rows), torch.tensor(marks), style, tags


class Finder(nn.Module):
    def __init__(self, base, hidden, frequencies, styles):
        super().__init__()
        words = base.tensors["words"]
        self.frequencies = frequencies
        self.words = nn.Embedding(*words.shape)
        self.words.weight.data.copy_(words)
        self.tables = nn.ModuleList(nn.Embedding(count, width) for _, count, width in TABLES)
        for table in self.tables:
            table.weight.data.mul_(0.3)
        # The last row stands for the mean of all habits.
        self.styles = nn.Embedding(styles + 1, STYLE_WIDTH)
        self.styles.weight.data.mul_(0.3)
        width = 2 * base.hidden + words.shape[1] + sum(width for _, _, width in TABLES)
        self.layer = nn.LSTM(width + STYLE_WIDTH, hidden, bidirectional=True, batch_first=True)
        self.scores = nn.Linear(2 * hidden, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        averaged.prepared(self.layer, hidden)

    def dropped(self, values):
        return averaged.dropped(values, DROPOUT) if self.training else values

    def forward(self, read, rows, styles, lengths):
        words = rows[:, :, 0]
        if self.training:
            chance = WORD_DROPOUT / (WORD_DROPOUT + self.frequencies[words])
            words = torch.where(torch.rand(words.shape) < chance, torch.zeros_like(words), words)
            mixed = torch.rand(styles.shape) < MIXED_STYLE
            styles = torch.where(mixed, torch.full_like(styles, self.styles.num_embeddings - 1), styles)
        parts = [read, self.words(words)] + [table(rows[:, :, place + 1]) for place, table in enumerate(self.tables)]
        inputs = self.dropped(torch.cat(parts, 2))
        habit = self.styles(styles)[:, None].expand(-1, inputs.shape[1], -1)
        packed = nn.utils.rnn.pack_padded_sequence(
            torch.cat([inputs, habit], 2), lengths, batch_first=True, enforce_sorted=False)  # fmt: skip
        outputs = nn.utils.rnn.pad_packed_sequence(self.layer(packed)[0], batch_first=True)[0]
        return self.scores(self.dropped(outputs))

    def total(self, scores, lengths):
        """The logarithm of the sum over all chains of marks."""
        transitions = self.transitions + FORBIDDEN
        sums = scores[:, 0] + FIRST
        for place in range(1, scores.shape[1]):
            stepped = torch.logsumexp(sums[:, :, None] + transitions, 1) + scores[:, place]
            sums = torch.where((place < lengths)[:, None], stepped, sums)
        return torch.logsumexp(sums + LAST, 1)

    def loss(self, scores, marks, lengths):
        right = scores.masked_fill(~marks, -1e4)
        return (self.total(scores, lengths) - self.total(right, lengths)).sum() / lengths.sum()

    def best(self, scores):
        """The best chain of marks of one sentence."""
        transitions = (self.transitions + FORBIDDEN).detach().numpy()
        scores = scores.numpy()
        sums, back = scores[0] + FIRST.numpy(), []
        for row in scores[1:]:
            paths = sums[:, None] + transitions
            back.append(paths.argmax(0))
            sums = paths.max(0) + row
        chain = [int((sums + LAST.numpy()).argmax())]
        for choice in reversed(back):
            chain.append(int(choice[chain[-1]]))
        return chain[::-1]


def lengths_of(sentences):
    return [len(sentence[1]) for sentence in sentences]


def padded(sentences, batch):
    chosen = [sentences[number] for number in batch]
    lengths = torch.tensor([len(rows) for _, rows, _, _, _ in chosen])
    pad = lambda parts: nn.utils.rnn.pad_sequence(parts, batch_first=True)
    read, rows, marks = (pad([sentence[part] for sentence in chosen]) for part in range(3))
    return read.float(), rows, marks, torch.tensor([sentence[3] for sentence in chosen]), lengths


def spans(chain):
    found, start = set(), 0
    for place, mark in enumerate(TAGS[number] for number in chain):
        if mark[0] in "BU":
            start = place
        if mark[0] in "LU":
            found.add((start, place + 1, mark[2:]))
    return found


def measure(finder, sentences, style):
    """Precision, recall and F1 of exact spans, all types and each."""
    finder.eval()
    right, said, there = ({kind: 0 for kind in TYPES} for _ in range(3))
    with torch.no_grad():
        for batch in averaged.batches(lengths_of(sentences), 3000, shuffled=False):
            read, rows, marks, styles, lengths = padded(sentences, batch)
            scores = finder(read, rows, torch.full_like(styles, style), lengths)
            for place, number in enumerate(batch):
                found = spans(finder.best(scores[place, : lengths[place]]))
                gold = spans(sentences[number][2].float().argmax(1).tolist())
                for counts, names in ((right, found & gold), (said, found), (there, gold)):
                    for name in names:
                        counts[name[2]] += 1
    finder.train()
    f1 = lambda kinds: 200 * sum(right[k] for k in kinds) / max(1, sum(said[k] + there[k] for k in kinds))
    total = sum(right.values())
    return (f"{f1(TYPES):.2f} (P {100 * total / max(1, sum(said.values())):.1f} R {100 * total / sum(there.values()):.1f}; "
            + " ".join(f"{kind} {f1([kind]):.1f}" for kind in TYPES) + ")")  # fmt: skip


def write(finder, base, weights, style, path):
    """The averaged weights, with the habits of one corpus taken into the layer."""
    tensors = [("words", weights["words.weight"])]
    tensors += [(f"table{place}", weights[f"tables.{place}.weight"]) for place in range(len(TABLES))]
    habit = weights["styles.weight"][style]
    for direction in ("", "_reverse"):
        name = f"names{direction}"
        inputs = weights[f"layer.weight_ih_l0{direction}"]
        bias = weights[f"layer.bias_ih_l0{direction}"] + weights[f"layer.bias_hh_l0{direction}"]
        tensors.append((f"{name}.input", inputs[:, :-STYLE_WIDTH]))
        tensors.append((f"{name}.recurrence", weights[f"layer.weight_hh_l0{direction}"]))
        tensors.append((f"{name}.bias", bias + inputs[:, -STYLE_WIDTH:] @ habit))
    tensors += [("scores", weights["scores.weight"]), ("scores.bias", weights["scores.bias"])]
    tensors.append(("transitions", weights["transitions"]))
    lines = [f"entity\t{kind}" for kind in TYPES]
    averaged.write(path, lines, [feature for feature, _, _ in TABLES], base.words, tensors)


def main():
    parser = averaged.arguments(hidden=64, batch=1500)
    parser.add_argument("--network", required=True)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--style", type=int, default=0)
    options = parser.parse_args()
    averaged.reproducible(options.seed)
    base = Base(options.network)
    train = [encode(base, sentence, style) for style, path in enumerate(options.train) for sentence in read(path)]
    dev = {path: [encode(base, sentence, options.style) for sentence in read(path)] for path in options.dev}
    counts = np.bincount(np.concatenate([rows[:, 0].numpy() for _, rows, _, _, _ in train]), minlength=len(base.words) + 1)
    print(f"{len(train)} sentences, {counts.sum()} words, {counts[0] / counts.sum():.4f} without a vector", flush=True)
    counts[0] = 0
    finder = Finder(base, options.hidden, torch.tensor(counts).float(), len(options.train))

    def loss(batch):
        read_first, rows, marks, styles, lengths = padded(train, batch)
        return finder.loss(finder(read_first, rows, styles, lengths), marks, lengths)

    def report(epoch, seconds, weights):
        print(f"epoch {epoch}, {seconds:.0f} s", flush=True)
        for path, sentences in dev.items():
            print(f"  {path}: {measure(finder, sentences, options.style)}", flush=True)
        write(finder, base, weights, options.style, options.output)

    averaged.train(finder, options, lengths_of(train), loss, report)


if __name__ == "__main__":
    main()
