"""The matching problem as a mixed-integer program, in lists that any solver can take.

For each cell and each of its parallel groups there is a binary per size, z[n], and one per taker, x. What makes the
formulation strong is x <= sum of z. Leaders are a flow with a row per igangsetter and per weekly time of theirs.
"""
from collections import defaultdict
from dataclasses import dataclass, field

INF = float("inf")


@dataclass
class Group:
    """One group that may open, or a standing one that may be filled."""
    cell: str
    standing: str | None
    sizes: dict[int, int]  # how many are seated -> column
    seats: dict[str, int]  # note -> column


@dataclass
class Formulation:
    """Columns are binary. A row is (least, most, [(column, factor), ...])."""
    levels: list[tuple[int, int, int]] = field(default_factory=list)  # by column: value, waiting, minus rank
    rows: list[tuple[float, float, list[tuple[int, int]]]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    leaders: dict[str, dict[str, int]] = field(default_factory=dict)  # cell -> igangsetter -> column

    def column(self, value=0, waiting=0, rank=0):
        self.levels.append((value, waiting, -rank))
        return len(self.levels) - 1

    def row(self, least, most, entries):
        self.rows.append((least, most, entries))

    def total(self, level, chosen):
        return sum(of[level] for of, is_chosen in zip(self.levels, chosen) if is_chosen)


def rules(pool):
    """Least size, most size, and what a group of each size is worth."""
    given = pool.get("rules", {})
    least, most = given.get("min_size") or 5, given.get("max_size") or 8
    return least, most, dict(zip(range(least, most + 1), given.get("size_value") or range(least, most + 1)))


def gains(group, most, worth):
    """What adding 1, 2, 3 ... notes to a standing group is worth in all."""
    size = len(group["members"])
    if group.get("gain") is not None:
        return dict(enumerate(group["gain"], 1))
    return {more: worth.get(size + more, 0) - worth.get(size, 0) for more in range(1, most - size + 1)}


def takers(pool):
    """By cell: the notes that want it, with the rank."""
    found = defaultdict(dict)
    for note in pool["notes"]:
        for want in note["wants"]:
            found[want["cell"]][note["id"]] = want["rank"]
    return found


def free(pool):
    """What standing groups leave: rooms by cell, groups by igangsetter, cells by igangsetter."""
    slot = {cell["id"]: cell["slot"] for cell in pool["cells"]}
    rooms = {cell["id"]: cell["rooms"] for cell in pool["cells"]}
    groups = {one["id"]: one["max_groups"] for one in pool["igangsettere"]}
    busy = defaultdict(set)
    for group in pool.get("standing", []):
        rooms[group["cell"]] -= 1
        groups[group["igangsetter"]] -= 1
        busy[group["igangsetter"]].add(slot[group["cell"]])
    cells = {one["id"]: [cell for cell in one["cells"] if slot[cell] not in busy[one["id"]]]
             for one in pool["igangsettere"]}
    return rooms, groups, cells


def formulate(pool):
    least, most, worth = rules(pool)
    waiting = {note["id"]: note["waiting_days"] for note in pool["notes"]}
    slot = {cell["id"]: cell["slot"] for cell in pool["cells"]}
    wanted, (rooms, max_groups, leads) = takers(pool), free(pool)
    foes = defaultdict(set)
    for one, other in pool.get("apart", []):
        foes[one].add(other)
        foes[other].add(one)
    leaders = defaultdict(list)
    for who in sorted(leads):
        if max_groups[who] > 0:
            for cell in leads[who]:
                leaders[cell].append(who)
    program = Formulation()
    of_note = defaultdict(list)

    def add_group(cell, standing, value_of, ranks):
        sizes = {size: program.column(value=value) for size, value in value_of.items() if size <= len(ranks)}
        opens = [(column, -1) for column in sizes.values()]
        program.row(-INF, 1, [(column, 1) for column in sizes.values()])
        seats = {note: program.column(waiting=waiting[note], rank=rank) for note, rank in ranks.items()}
        for note, seat in seats.items():
            of_note[note].append(seat)
            program.row(-INF, 0, [(seat, 1), *opens])
            for foe in foes[note]:
                if foe in seats and note < foe:
                    program.row(-INF, 0, [(seat, 1), (seats[foe], 1), *opens])
        program.row(0, 0, [(seat, 1) for seat in seats.values()] + [(column, -size) for size, column in sizes.items()])
        program.groups.append(Group(cell, standing, sizes, seats))
        return list(sizes.values())

    for cell in sorted(slot):
        count = min(rooms[cell], len(wanted[cell]) // least, len(leaders[cell]))
        opened = [add_group(cell, None, worth, wanted[cell]) for _ in range(count)]
        for before, after in zip(opened, opened[1:]):  # parallel groups are alike: the first opens first
            program.row(0, INF, [(column, 1) for column in before] + [(column, -1) for column in after])
        if opened:
            program.leaders[cell] = {who: program.column() for who in leaders[cell]}
            led = [(column, -1) for column in program.leaders[cell].values()]
            program.row(0, 0, [(column, 1) for columns in opened for column in columns] + led)
    for group in pool.get("standing", []):
        members = set(group["members"])
        may = {note: rank for note, rank in wanted[group["cell"]].items() if not foes[note] & members}
        if may and (value_of := gains(group, most, worth)):
            add_group(group["cell"], group["id"], value_of, may)
    for seats in of_note.values():
        program.row(-INF, 1, [(seat, 1) for seat in seats])
    in_all, at_once = defaultdict(list), defaultdict(list)
    for cell, who in program.leaders.items():
        for one, column in who.items():
            in_all[one].append((column, 1))
            at_once[one, slot[cell]].append((column, 1))
    for one, entries in in_all.items():
        program.row(-INF, max_groups[one], entries)
    for entries in at_once.values():
        program.row(-INF, 1, entries)
    return program


def proposal(pool, program, chosen, bounds):
    """The proposal that the chosen columns stand for; `bounds` holds one of value, waiting and minus rank, or None."""
    new, filled, seated = [], [], set()
    leading = {cell: [one for one, column in who.items() if chosen[column]] for cell, who in program.leaders.items()}
    for group in program.groups:
        members = sorted(note for note, seat in group.seats.items() if chosen[seat])
        seated.update(members)
        if members and group.standing:
            filled.append({"standing": group.standing, "members": members})
        elif members:
            new.append({"cell": group.cell, "igangsetter": leading[group.cell].pop(0), "members": members})
    totals = [program.total(level, chosen) for level in range(3)]
    objective = {
        name: {"achieved": sign * total, "bound": None if bound is None else sign * bound}
        for name, sign, total, bound in zip(("value", "waiting", "rank"), (1, 1, -1), totals, bounds)
    }
    return {
        "groups": new,
        "filled": filled,
        "unplaced": [{"note": note["id"]} for note in pool["notes"] if note["id"] not in seated],
        "objective": objective,
        "optimal": all(bound == total for total, bound in zip(totals, bounds)),
    }
