"""Scores of graphs by NetworkX, at a tolerance far below the tests'. Writes graphs.json beside this file."""

import json
import pathlib
import random

import networkx as nx

random.seed(20260101)


def graph(name, n, edges):
    g = nx.DiGraph()
    g.add_nodes_from(range(n))
    for i, j, w in edges:
        g.add_edge(i, j, weight=w)
    return name, n, edges, g


def drawn(n, count):
    pairs = {(random.randrange(n), random.randrange(n)) for _ in range(count)}
    return [(i, j, random.randint(1, 5)) for i, j in sorted(pairs)]


karate = [(i, j, 1) for i, j in nx.karate_club_graph().edges()]
graphs = [
    graph("dangling", 3, [(0, 1, 1), (0, 2, 1), (1, 0, 1)]),
    graph("disconnected", 5, [(0, 1, 1), (1, 0, 1), (2, 3, 2)]),
    graph("drawn", 12, drawn(12, 40)),
    graph("karate", 34, karate + [(j, i, w) for i, j, w in karate]),
]
cases = []
for name, n, edges, g in graphs:
    restart = {i: i + 1 for i in range(n)}
    case = {
        "name": name,
        "nodes": n,
        "edges": edges,
        "pagerank": list(nx.pagerank(g, tol=1e-16 * 10, max_iter=10000).values()),
        "damped": list(nx.pagerank(g, alpha=0.5, personalization=restart, tol=1e-15, max_iter=10000).values()),
    }
    if name in ("drawn", "karate"):
        case["centrality"] = list(
            nx.eigenvector_centrality(g, tol=1e-15, max_iter=10000, weight="weight").values()
        )
    cases.append(case)
out = {"source": f"NetworkX {nx.__version__}", "script": "graphs.py", "cases": cases}
pathlib.Path(__file__).with_name("graphs.json").write_text(json.dumps(out, indent=1) + "\n")
