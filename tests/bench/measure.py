"""Runs one solver on one pool in a process of its own, checks what it proposes, and says what it took."""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from check import Check

SOLVERS = ("greedy", "highs", "cpsat", "ours")
HERE = Path(__file__).parent
# Beyond the limit, for what solvers do before they look at the clock.
GRACE = 60


def measure(solver, path, limit, threads, program):
    """A row: totals, bounds, seconds, megabytes and faults. Without a proposal there are no totals."""
    if solver == "ours":
        command = [program, "match", "--no-help", path, "--limit", str(limit), "--threads", str(threads)]
    else:
        command = [sys.executable, HERE / "peer.py", solver, path, str(limit), str(threads)]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as told:
        begun = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=out, stderr=told)
        code, usage = wait(child, begun + 2 * limit + GRACE)
        seconds = time.monotonic() - begun
        out.seek(0)
        told.seek(0)
        row = {"solver": solver, "seconds": seconds, "megabytes": usage.ru_maxrss / 1024}
        if code != 0:
            last = (told.read().splitlines() or [""])[-1]
            return row | {"failed": f"ended with {code}: {last}"}
        if solver != "ours":
            row["seconds"] = float(told.read().splitlines()[-1])
        proposal = json.load(out)
    with open(path) as file:
        check = Check(json.load(file), proposal)
    objective = proposal["objective"]
    return row | {
        "seated": len(check.seated),
        "totals": [objective[name]["achieved"] for name in check.totals],
        "bounds": [objective[name]["bound"] for name in check.totals],
        "faults": check.faults,
    }


def wait(child, until):
    """The exit code, and what the process used in all; it is killed if it does not end."""
    while True:
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        if ended:
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode, usage
        if time.monotonic() > until:
            child.kill()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            return child.returncode, usage
        time.sleep(0.002)


def proven(row):
    """How many levels are proven, from the first one on."""
    levels = 0
    for total, bound in zip(row["totals"], row["bounds"]):
        if total != bound:
            break
        levels += 1
    return levels


def disagreements(rows):
    """Where two solvers contradict each other: nobody is better than what another has proven."""
    found = []
    for judge in rows:
        for other in rows:
            for level, (bound, total) in enumerate(zip(judge["bounds"], other["totals"])):
                same_before = judge["totals"][:level] == other["totals"][:level]
                if bound is None or not same_before:
                    break
                is_better = total < bound if level == 2 else total > bound
                if is_better:
                    name = ("value", "waiting", "rank")[level]
                    found.append(f"{name}: {other['solver']} has {total}, {judge['solver']} proves {bound}")
    return found
