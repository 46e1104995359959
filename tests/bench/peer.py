"""Runs one of the other solvers: `peer.py SOLVER POOL LIMIT THREADS`, a proposal on standard output.

The last line on standard error is the time in seconds from the pool that was read to the proposal: starting Python and
reading JSON are not counted against a peer.
"""
import json
import os
import sys
import time
from importlib import import_module

from formulation import formulate, proposal


def main():
    solver, path, limit, threads = sys.argv[1:]
    # Some solvers have something to say, whatever they are told.
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    module = import_module(solver)
    with open(path) as file:
        pool = json.load(file)
    begun = time.monotonic()
    if solver == "greedy":
        found = module.solve(pool)
    else:
        program = formulate(pool)
        left = float(limit) - (time.monotonic() - begun)
        chosen, bounds = module.solve(program, left, int(threads))
        found = proposal(pool, program, chosen, bounds)
    print(time.monotonic() - begun, file=sys.stderr)
    json.dump(found, out)


if __name__ == "__main__":
    main()
