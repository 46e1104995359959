"""As one does it with a spreadsheet: the fullest cell first, the longest waiting first, until no cell has enough."""
import heapq
from collections import defaultdict

from formulation import free, gains, rules, takers


def solve(pool):
    """A proposal without bounds."""
    least, most, worth = rules(pool)
    slot = {cell["id"]: cell["slot"] for cell in pool["cells"]}
    waiting = {note["id"]: note["waiting_days"] for note in pool["notes"]}
    wanted, (rooms, max_groups, leads) = takers(pool), free(pool)
    foes = defaultdict(set)
    for one, other in pool.get("apart", []):
        foes[one].add(other)
        foes[other].add(one)
    leaders = defaultdict(list)
    for who in sorted(leads, key=lambda who: (len(leads[who]), who)):
        for cell in leads[who]:
            leaders[cell].append(who)
    seated, busy, totals = set(), set(), {"value": 0, "waiting": 0, "rank": 0}

    def pick(cell, among, count):
        """The longest waiting who may sit with those who are there already."""
        picked = []
        for note in sorted(wanted[cell].keys() - seated, key=lambda note: (-waiting[note], note)):
            if len(picked) < count and not foes[note] & among:
                picked.append(note)
                among = among | {note}
        return picked

    def seat(cell, members, value):
        seated.update(members)
        totals["value"] += value
        totals["waiting"] += sum(waiting[note] for note in members)
        totals["rank"] += sum(wanted[cell][note] for note in members)

    filled = []
    for group in pool.get("standing", []):
        worth_of = gains(group, most, worth)
        members = pick(group["cell"], set(group["members"]), max(worth_of, default=0))
        best = max(range(len(members) + 1), key=lambda count: worth_of.get(count, 0))
        if best:
            seat(group["cell"], members[:best], worth_of[best])
            filled.append({"standing": group["id"], "members": members[:best]})
    groups = []
    fullest = [(-len(notes), cell) for cell, notes in sorted(wanted.items())]
    heapq.heapify(fullest)
    while fullest:
        told, cell = heapq.heappop(fullest)
        count = len(wanted[cell].keys() - seated)
        can = [who for who in leaders[cell] if max_groups[who] > 0 and (who, slot[cell]) not in busy]
        if count < least or rooms[cell] < 1 or not can:
            continue
        if count < -told:
            heapq.heappush(fullest, (-count, cell))
            continue
        members = pick(cell, set(), most)
        if len(members) < least:
            continue
        seat(cell, members, worth[len(members)])
        rooms[cell] -= 1
        max_groups[can[0]] -= 1
        busy.add((can[0], slot[cell]))
        groups.append({"cell": cell, "igangsetter": can[0], "members": members})
        heapq.heappush(fullest, (-len(wanted[cell].keys() - seated), cell))
    return {
        "groups": groups,
        "filled": filled,
        "unplaced": [{"note": note} for note in waiting if note not in seated],
        "objective": {name: {"achieved": total, "bound": None} for name, total in totals.items()},
        "optimal": False,
    }
