#!/usr/bin/env python3
"""Runs entente-bench and other libraries in turn on the same graphs, and writes one table; Scripts/bench calls it.

usage: bench-compare.py BENCH TABLE [--native FOLDER] [--seconds N] [--limit N] [--libraries A,B] [--algorithms A,B]
       [--threads 1,2] FILE...
"""
import argparse
import json
import math
import os
import platform
import select
import subprocess
import sys
import time

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bench-peers.py")
NATIVE = ["boost", "lemon"]  # Each by a program of its own, bench-LIBRARY, in the folder that --native names.
LIBRARIES = ["igraph", "networkit", "rustworkx", "scipy", "scikit-network", "graph-tool", *NATIVE]
ALGORITHMS = (
    "load_tsv bfs msbfs64 sssp pagerank ppr betweenness betweenness256 closeness harmonic topharmonic10 eigenvector "
    "katz hits kcore triangles global_cc local_cc wcc scc louvain leiden labelprop mst bridges artic bicomp yen10 "
    "maxflow mincut_global diameter simple_paths4 apsp"
).split()
ONLY_DIRECTED = {"scc", "hits"}
ONLY_UNDIRECTED = set(
    "triangles global_cc local_cc louvain leiden labelprop mst bridges artic bicomp diameter mincut_global".split()
)
# What takes more than minutes on a graph of this many edges is not tried there.
SMALL = {"betweenness": 2e5, "closeness": 2e5, "harmonic": 2e5, "apsp": 5e4, "simple_paths4": 5e4, "yen10": 3e5}
SMALL |= {"mincut_global": 3e4, "betweenness256": 5e6, "msbfs64": 5e6, "topharmonic10": 5e6, "diameter": 2e6}
# On a graph of more than ten million edges, these alone.
HUGE = set("load_tsv bfs sssp pagerank wcc scc kcore mst louvain leiden labelprop".split())
# On several threads: what any of the programs shares between them, and who does.
THREADED = set(
    "load_tsv bfs msbfs64 pagerank ppr betweenness betweenness256 closeness harmonic topharmonic10 eigenvector katz kcore "
    "triangles global_cc local_cc wcc louvain leiden labelprop apsp".split()
)
THREADING = {"networkit", "rustworkx", "graph-tool"}
# Values whose scale is a matter of convention are compared by their order alone.
BY_ORDER = {"eigenvector", "hits", "katz", "topharmonic10"}
RANDOM = {"louvain", "leiden", "labelprop"}


class Peer:
    """One library in a process of its own, with the graph already loaded."""

    def __init__(self, library, command, seconds):
        self.library = library
        self.command = command
        self.seconds = seconds
        self.start()

    def start(self):
        environment = dict(os.environ, BENCH_SECONDS=str(self.seconds), PYTHONWARNINGS="ignore")
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
        )  # fmt: skip
        hello = self.line(900)
        self.version = hello.get("version") if hello else None

    def line(self, limit):
        ready, _, _ = select.select([self.process.stdout], [], [], limit)
        text = self.process.stdout.readline() if ready else ""
        return json.loads(text) if text.startswith("{") else None

    def ask(self, algorithm, limit):
        """A measurement, how long it was waited for in vain, or None where the library has no such algorithm."""
        if self.process.poll() is not None:
            self.start()
        self.process.stdin.write(algorithm + "\n")
        self.process.stdin.flush()
        answer = self.line(limit)
        if answer is None:
            self.stop()
            return {"late": limit}
        return answer if "seconds" in answer else None

    def stop(self):
        self.process.kill()
        self.process.wait()


def launch(options, library, path, threads):
    """What starts a library on a graph, or None where it has no program here."""
    if library in NATIVE:
        program = os.path.join(options.native, f"bench-{library}")
        return [program, path] if os.path.exists(program) else None
    python = "/usr/bin/python3" if library == "graph-tool" else sys.executable
    return [python, PEERS, library, path, str(threads)]


def ours(bench, path, algorithm, threads, seconds, limit):
    """Runs entente-bench until the time is spent, at least three times where one run is short."""
    command = [bench, "graph", path, "--algorithm", algorithm, "--threads", str(threads), "--repeat"]
    try:
        first = subprocess.run(command + ["1"], capture_output=True, text=True, timeout=limit + 60)
    except subprocess.TimeoutExpired:
        return {"error": f"takes over {limit:.0f} s"}
    if first.returncode != 0:
        return {"error": first.stderr.strip()}
    result = json.loads(first.stdout)
    if result["seconds"][0] > 4 * seconds:
        return result
    times = max(2, min(25, int(seconds / max(1e-4, result["seconds"][0]))))
    again = json.loads(subprocess.run(command + [str(times)], capture_output=True, text=True).stdout)
    again["seconds"] += result["seconds"]
    return again


def agreement(algorithm, mine, theirs):
    """How two answers stand to each other, in a word."""
    if algorithm in RANDOM:
        if "Q" not in mine or "Q" not in theirs:
            return "?"
        return f"Q {mine['Q']:.4f} / {theirs['Q']:.4f}"
    if algorithm in BY_ORDER:
        first = [entry[0] if isinstance(entry, list) else entry for entry in mine.get("top5", mine.get("top", []))]
        second = [entry[0] if isinstance(entry, list) else entry for entry in theirs.get("top5", theirs.get("top", []))]
        return "same order" if first == second else "other order"
    shared = [key for key in theirs if key in mine and isinstance(mine[key], (int, float))]
    if not shared:
        return "?"
    worst = max(abs(mine[k] - theirs[k]) / max(1e-300, abs(theirs[k])) if theirs[k] else abs(mine[k]) for k in shared)
    return "equal" if worst == 0 else f"within {10 ** math.ceil(math.log10(worst)):.0e}"


def milliseconds(seconds):
    value = seconds * 1e3
    return f"{value:.3g}" if value < 1000 else f"{value:,.0f}"


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("table")
    parser.add_argument("--native", default="")
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--limit", type=float, default=90)
    parser.add_argument("--libraries", default=",".join(LIBRARIES))
    parser.add_argument("--algorithms", default=",".join(ALGORITHMS))
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("files", nargs="+")
    return parser.parse_args()


def compare(options, path, threads, versions):
    """One section of the table: a graph at a number of threads."""
    name = os.path.basename(path).removesuffix(".tsv")
    directed = ".dir." in path
    print(f"bench: {name}, {threads} thread(s)", file=sys.stderr)
    probe = ours(options.bench, path, "degree", 1, 0, 600)
    nodes, edges = probe["nodes"], probe["edges"]
    peers = []
    for library in options.libraries.split(","):
        start = launch(options, library, path, threads)
        if start is None or (threads > 1 and library not in THREADING):
            continue
        peer = Peer(library, start, options.seconds)
        if peer.version:
            versions[library] = peer.version
            peers.append(peer)
        else:
            peer.stop()
    rows = []
    for algorithm in options.algorithms.split(","):
        if algorithm in (ONLY_UNDIRECTED if directed else ONLY_DIRECTED) or edges > SMALL.get(algorithm, math.inf):
            continue
        if (edges > 1e7 and algorithm not in HUGE) or (threads > 1 and algorithm not in THREADED):
            continue
        mine = ours(options.bench, path, algorithm, threads, options.seconds, options.limit)
        if "error" in mine:
            print(f"bench: {name} {algorithm}: {mine['error']}", file=sys.stderr)
            continue
        best = min(mine["seconds"])
        measured = [(peer, peer.ask(algorithm, options.limit)) for peer in peers]
        found = sorted((min(m["seconds"]), peer.library, m) for peer, m in measured if m and "seconds" in m)
        late = [peer.library for peer, m in measured if m and "late" in m]
        others = "; ".join(f"{library} {milliseconds(least)}" for least, library, _ in found)
        others += "".join(f"; {library} over {options.limit:.0f} s" for library in late)
        ratio = f"{found[0][0] / best:.2f}" if found else "–"
        word = "; ".join(dict.fromkeys(agreement(algorithm, mine["answer"], m["answer"]) for _, _, m in found[:2]))
        rows.append(f"| {algorithm} | {milliseconds(best)} | {ratio} | {others or 'none has it'} | {word or '–'} |")
        print(f"bench:   {algorithm} {milliseconds(best)} ms, {ratio} times as fast", file=sys.stderr)
    for peer in peers:
        peer.stop()
    head = f"## {name}: {nodes:,} nodes, {edges:,} {'edges' if directed else 'pairs'}, {threads} thread{'s' * (threads > 1)}"
    columns = "| algorithm | Entente, ms | times as fast as the fastest other | others, ms | answers, beside the two fastest |"
    return [head, "", columns, "| --- | ---: | ---: | --- | --- |", *rows, ""]


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def write(table, sections, versions, machine):
    """Writes what is measured so far; a run that is stopped loses nothing."""
    lines = [
        "# Benchmarks",
        "",
        "Made by `Scripts/bench`: each program loads the graph, then the algorithm alone is timed; Entente and the others"
        " take turns on one machine. Milliseconds, the least of several runs; a ratio above 1 means that Entente is faster.",
        "",
        f"{machine}; {', '.join(f'{library} {version}' for library, version in versions.items())}.",
        "",
        *sections,
    ]
    draft = table + ".draft"
    with open(draft, "w") as file:
        file.write("\n".join(lines).rstrip() + "\n")
    os.replace(draft, table)


def main():
    options = parse()
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    machine = (
        f"{time.strftime('%Y-%m-%d')}, {processor()}, {os.cpu_count()} processors,"
        f" load {os.getloadavg()[0]:.1f} at the start, {platform.system()}; {swift}"
    )
    versions = {}
    sections = []
    for path in options.files:
        for threads in map(int, options.threads.split(",")):
            sections += compare(options, path, threads, versions)
            write(options.table, sections, versions, machine)


main()
