"""Puts Python's graph libraries to the questions of `graphs.rs` and prints one table; reads that program's JSON on standard input.

Each peer answers with its own function for the question, called from Python as its users call it; its graph is built before.
"""

import json
import statistics
import sys
import time

import igraph
import networkx
import numpy
import rustworkx

ROUNDS = 20
ROUND_S = 0.05


class Networkx:
    def __init__(self, nodes, edges):
        self.graph = networkx.DiGraph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from(edges.tolist())

    def dependents(self, item):
        return networkx.descendants(self.graph, item)

    def dominators(self, root):
        return networkx.immediate_dominators(self.graph, root)


class Igraph:
    def __init__(self, nodes, edges):
        self.graph = igraph.Graph(n=nodes, edges=edges.tolist(), directed=True)

    def dependents(self, item):
        return self.graph.subcomponent(item, mode="out")[1:]  # with the item itself, which comes first

    def dominators(self, root):
        return dict(enumerate(self.graph.dominator(root, mode="out")))


class Rustworkx:
    def __init__(self, nodes, edges):
        self.graph = rustworkx.PyDiGraph()
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from_no_data([tuple(edge) for edge in edges.tolist()])

    def dependents(self, item):
        return rustworkx.descendants(self.graph, item)

    def dominators(self, root):
        return rustworkx.immediate_dominators(self.graph, root)


PEERS = {"networkx": Networkx, "igraph": Igraph, "rustworkx": Rustworkx}
OURS = ["itsm, bare", "itsm, gates", "itsm, gates and witness"]


def single_points(peer, item):
    """How many items every way to this one leads over: its dominators, without itself.

    They have the whole tree of dominators or none, and we the points of one service, so the walk up the tree costs them nothing here.
    """
    tree, points = peer.dominators(0), set()
    while (above := tree.get(item)) is not None and above not in points and above != item and above >= 0:
        points.add(above)
        item = above
    return points


ASK = {
    "dependents": lambda peer, item: peer.dependents(item),
    "single_points": single_points,
}
TIMED = {
    "dependents": lambda peer, item: peer.dependents(item),
    "single_points": lambda peer, item: peer.dominators(0),
}


def nanoseconds(ask, items):
    """The least of rounds that ask for every item, for one of them; as `graphs.rs` measures."""
    figures = []
    for _ in range(ROUNDS):
        begun, times = time.perf_counter(), 0
        while times == 0 or time.perf_counter() - begun < ROUND_S:
            for item in items:
                ask(item)
            times += 1
        figures.append((time.perf_counter() - begun) / times / len(items) * 1e9)
    return min(figures)


def put(asked, graph):
    """Puts a question to every peer, answers first, and returns how long each takes for one item."""
    figures = {}
    for name, build in PEERS.items():
        peer = build(asked["nodes"], graph)
        for item, ours in zip(asked["items"], asked["answers"]):
            theirs = len(ASK[asked["operation"]](peer, item))
            if theirs != ours:
                sys.exit(f"{asked['case']}: {name} finds {theirs} for item {item}, we {ours}")
        figures[name] = nanoseconds(lambda item: TIMED[asked["operation"]](peer, item), asked["items"])
    return figures


def main():
    report = json.load(sys.stdin)
    print("Microseconds for one answer, and in brackets how many times that of rustworkx. All found as many items as we did.\n")
    columns = [*OURS, *PEERS]
    print("| question | items found | " + " | ".join(columns) + " |\n" + "|---" * (len(columns) + 2) + "|")
    for asked in report["asked"]:
        graph = numpy.fromfile(asked["graph"], dtype="<u4").reshape(-1, 2)
        figures = asked["nanoseconds"] | put(asked, graph)
        least = figures["rustworkx"]
        cell = lambda name: f"{figures[name] / 1e3:,.1f} ({figures[name] / least:.2g})" if name in figures else ""
        found = f"{statistics.mean(asked['answers']):,.0f}"
        print(f"| {asked['case']} | {found} | " + " | ".join(cell(name) for name in columns) + " |", flush=True)
    print("\nEverything fails with one item, with gates.\n")
    print("| items | relations | milliseconds | nanoseconds for an item |\n|---|---|---|---|")
    for grown in report["grown"]:
        whole, each = grown["nanoseconds"] / 1e6, grown["nanoseconds"] / grown["items"]
        print(f"| {grown['items']:,} | {grown['relations']:,} | {whole:,.2f} | {each:,.0f} |")


if __name__ == "__main__":
    main()
