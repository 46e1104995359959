"""Checks a proposal against its pool, knowing nothing of how it was made: `check.py POOL PROPOSAL`.

Prints a line for each fault.
"""
import json
import sys
from collections import Counter


class Check:
    """Goes through a proposal once; `faults` then lists what is wrong, `totals` what the groups really give."""

    def __init__(self, pool, proposal):
        self.faults = []
        self.totals = {"value": 0, "waiting": 0, "rank": 0}
        self.notes = {note["id"]: note for note in pool["notes"]}
        self.cells = {cell["id"]: cell for cell in pool["cells"]}
        self.starters = {one["id"]: one for one in pool["igangsettere"]}
        self.standing = {group["id"]: group for group in pool.get("standing", [])}
        self.apart = [frozenset(pair) for pair in pool.get("apart", [])]
        given = pool.get("rules", {})
        self.least, self.most = given.get("min_size", 5), given.get("max_size", 8)
        self.values = given.get("size_value", list(range(self.least, self.most + 1)))
        self.seated = Counter()
        self.groups(proposal["groups"])
        self.filled(proposal["filled"])
        self.everybody(proposal["unplaced"])
        self.objective(proposal)

    def hold(self, is_true, told):
        if not is_true:
            self.faults.append(told)
        return is_true

    def worth(self, size):
        return self.values[size - self.least] if self.least <= size <= self.most else 0

    def groups(self, groups):
        # What standing groups hold is a fact: only a new group can be one too many.
        rooms = Counter(group["cell"] for group in self.standing.values())
        led = Counter(group["igangsetter"] for group in self.standing.values())
        hours = Counter((group["igangsetter"], self.cells[group["cell"]]["slot"]) for group in self.standing.values())
        for at, group in enumerate(groups):
            name, cell, who, members = f"groups[{at}]", group["cell"], group["igangsetter"], group["members"]
            if not (self.hold(cell in self.cells, f"{name}: no cell {cell}")
                    and self.hold(who in self.starters, f"{name}: no igangsetter {who}")):
                continue
            hour = who, self.cells[cell]["slot"]
            rooms[cell] += 1
            led[who] += 1
            hours[hour] += 1
            self.hold(rooms[cell] <= self.cells[cell]["rooms"], f"{name}: {cell} has no room for it")
            self.hold(cell in self.starters[who]["cells"], f"{name}: {who} does not take {cell}")
            self.hold(led[who] <= self.starters[who]["max_groups"], f"{name}: {who} leads too many")
            self.hold(hours[hour] == 1, f"{name}: {who} would be in two places")
            if self.hold(self.least <= len(members) <= self.most, f"{name}: {len(members)} members"):
                self.totals["value"] += self.worth(len(members))
            self.sit(name, cell, members, [])

    def filled(self, filled):
        self.hold(len({one["standing"] for one in filled}) == len(filled), "filled: a group is there twice")
        for at, one in enumerate(filled):
            name, more = f"filled[{at}]", len(one["members"])
            if not self.hold(one["standing"] in self.standing, f"{name}: no standing group {one['standing']}"):
                continue
            group = self.standing[one["standing"]]
            size = len(group["members"])
            gain = group.get("gain")
            open_seats = self.most - size if gain is None else len(gain)
            if self.hold(1 <= more <= open_seats, f"{name}: {more} more, but {open_seats} seats are open"):
                self.totals["value"] += self.worth(size + more) - self.worth(size) if gain is None else gain[more - 1]
            self.sit(name, group["cell"], one["members"], group["members"])

    def sit(self, name, cell, members, already):
        for note in members:
            if self.hold(note in self.notes, f"{name}: no note {note}"):
                self.seated[note] += 1
                ranks = [want["rank"] for want in self.notes[note]["wants"] if want["cell"] == cell]
                if self.hold(ranks, f"{name}: {note} does not want {cell}"):
                    self.totals["rank"] += ranks[0]
                self.totals["waiting"] += self.notes[note]["waiting_days"]
        together = {*members, *already}
        for pair in self.apart:
            self.hold(not pair <= together, f"{name}: {sorted(pair)} must be apart")

    def everybody(self, unplaced):
        for note, seats in self.seated.items():
            self.hold(seats == 1, f"{note} has {seats} seats")
        left = sorted(one["note"] for one in unplaced)
        self.hold(left == sorted(self.notes.keys() - self.seated.keys()), "unplaced is not who has no seat")

    def objective(self, proposal):
        met = []
        for name, total in self.totals.items():
            said, bound = proposal["objective"][name]["achieved"], proposal["objective"][name]["bound"]
            self.hold(said == total, f"{name}: says {said}, but the groups give {total}")
            better = bound is not None and (bound > total if name == "rank" else bound < total)
            self.hold(not better, f"{name}: {total} is better than its bound {bound}")
            self.hold(bound is None or all(met), f"{name}: has a bound, though a level before it is open")
            met.append(bound == total)
        self.hold(proposal["optimal"] == all(met), f"optimal: says {proposal['optimal']}")


def main():
    pool, proposal = (json.load(open(path)) for path in sys.argv[1:])
    faults = Check(pool, proposal).faults
    for fault in faults:
        print(fault)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
