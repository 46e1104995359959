"""Compares the matcher with other solvers on the same made-up pools. Start it by tests/bench/matcher."""
import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from measure import SOLVERS, disagreements, measure, proven

KINDS = {"small": 60, "city": 600, "all-accept": 400, "sparse": 600, "ties": 600, "standing": 600, "apart": 600,
         "nation": 2000}
GROWTH = (60, 200, 600, 2000, 6000, 20_000)
HUGE = (60_000, 200_000)
FOLDER = Path("target/bench")
HEAD = (f"{'kind':10} {'notes':>6} {'seed':>4} {'solver':6} {'seated':>7} {'value':>10} {'waiting':>8} {'rank':>7} "
        f"{'bound':>10} {'gap %':>7} {'proven':>6} {'s':>8} {'MB':>6}")


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/matcher", description=__doc__.split(".")[0] + ".")
    parser.add_argument("--kinds", type=listed(str, KINDS), default=list(KINDS), help="such as city,ties; default all")
    parser.add_argument("--seeds", type=seeds, default=range(1, 21), help="such as 1-20 (the default) or 3,5")
    parser.add_argument("--notes", type=int, help="people in each pool, instead of a number for each kind")
    parser.add_argument("--acceptance", type=int, default=80, help="per cent; 100 counts heads (default: 80)")
    parser.add_argument("--solvers", type=listed(str, SOLVERS), default=list(SOLVERS), help=",".join(SOLVERS))
    parser.add_argument("--limit", type=int, default=60, help="seconds for each pool and solver (default: 60)")
    parser.add_argument("--threads", type=int, default=2, help="for each solver that can use them (default: 2)")
    parser.add_argument("--growth", action="store_true", help="nations of 60 to 20,000 notes instead, the first seed")
    parser.add_argument("--huge", action="store_true", help="with --growth: up to 200,000 notes")
    parser.add_argument("--program", default="target/release/oppstart", help="a program that is built already")
    return parser.parse_args()


def listed(of, known):
    def parse(text):
        parts = [of(part) for part in text.split(",")]
        if unknown := [part for part in parts if part not in known]:
            raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(known)}")
        return parts
    return parse


def seeds(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last) + 1) if last else [int(part) for part in text.split(",")]


def make(options, kind, notes, seed):
    """Makes the pool, and says where it is."""
    path = FOLDER / "pools" / f"{kind}-{notes}-{seed}-{options.acceptance}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as out:
        subprocess.run([options.program, "pool", "--kind", kind, "--notes", str(notes), "--seed", str(seed),
                        "--acceptance", str(options.acceptance)], stdout=out, check=True)
    return path


def figures(row):
    """A row's numbers as they are printed."""
    if "failed" in row:
        return f"{row['failed'][:62]:62} {'':>6} {row['seconds']:8.2f} {row['megabytes']:6.0f}"
    (value, waiting, rank), bound = row["totals"], row["bounds"][0]
    gap = "-" if bound is None else f"{100 * (bound - value) / max(bound, 1):.3f}"
    return (f"{row['seated']:7.0f} {value:10.0f} {waiting:8.0f} {rank:7.0f} {'-' if bound is None else f'{bound:.0f}':>10} "
            f"{gap:>7} {row['proven']:>6} {row['seconds']:8.2f} {row['megabytes']:6.0f}")


def one_pool(options, results, kind, notes, seed):
    """All solvers on one pool: their rows, and the faults in them."""
    path = make(options, kind, notes, seed)
    rows, faults = [], []
    for solver in options.solvers:
        row = measure(solver, path, options.limit, options.threads, options.program)
        row |= {"kind": kind, "notes": notes, "seed": seed, "acceptance": options.acceptance, "limit": options.limit}
        if "failed" not in row:
            row["proven"] = proven(row)
            faults += [f"{solver}: {fault}" for fault in row["faults"]]
        rows.append(row)
        results.write(json.dumps(row) + "\n")
        results.flush()
        print(f"{kind:10} {notes:6} {seed:4} {solver:6} {figures(row)}", flush=True)
    faults += disagreements([row for row in rows if "failed" not in row])
    for fault in faults:
        print(f"FAULT {kind} {notes} {seed}: {fault}", flush=True)
    return rows, faults


def medians(kind, rows):
    """One line for each solver."""
    print(f"\nmedians of {kind}; proven: on all levels")
    for solver in dict.fromkeys(row["solver"] for row in rows):
        mine = [row for row in rows if row["solver"] == solver]
        done = [row for row in mine if "failed" not in row]
        if not done:
            print(f"{kind:10} {'':6} {'':4} {solver:6} nothing in {len(mine)} pools")
            continue
        middle = lambda of: median(of(row) for row in done)
        bounds = [row["bounds"][0] for row in done]
        best = sum(row["proven"] == 3 for row in done)
        typical = {
            "seated": middle(lambda row: row["seated"]),
            "totals": [middle(lambda row, at=at: row["totals"][at]) for at in range(3)],
            "bounds": [None if None in bounds else median(bounds)],
            "proven": f"{best}/{len(mine)}",
            "seconds": middle(lambda row: row["seconds"]),
            "megabytes": middle(lambda row: row["megabytes"]),
        }
        print(f"{kind:10} {'':6} {'':4} {solver:6} {figures(typical)}")
    print()


def main():
    options = arguments()
    FOLDER.mkdir(parents=True, exist_ok=True)
    faults = []
    with open(FOLDER / "results.jsonl", "a") as results:
        print(HEAD)
        if options.growth:
            for notes in GROWTH + (HUGE if options.huge else ()):
                faults += one_pool(options, results, "nation", notes, options.seeds[0])[1]
        else:
            for kind in options.kinds:
                rows = []
                for seed in options.seeds:
                    more, wrong = one_pool(options, results, kind, options.notes or KINDS[kind], seed)
                    rows += more
                    faults += wrong
                medians(kind, rows)
    print(f"{len(faults)} faults; all rows are in {FOLDER / 'results.jsonl'}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
