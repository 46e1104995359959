"""CP-SAT: the levels one after another, each with the totals before it fixed exactly."""
import math
import time

from ortools.sat.python import cp_model

from formulation import INF


def solve(program, limit, threads):
    """Which columns are chosen, and a bound of each level or None; nothing is chosen if nothing was found."""
    end = time.monotonic() + limit
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in program.levels]
    for least, most, entries in program.rows:
        sum_of = cp_model.LinearExpr.weighted_sum([columns[at] for at, _ in entries], [factor for _, factor in entries])
        if least == most:
            model.add(sum_of == least)
        elif most == INF:
            model.add(sum_of >= least)
        elif least == -INF:
            model.add(sum_of <= most)
        else:
            model.add_linear_constraint(sum_of, least, most)
    chosen, bounds = None, [None] * 3
    for level in range(3):
        left = end - time.monotonic()
        if left <= 0:
            break
        goal = cp_model.LinearExpr.weighted_sum(columns, [of[level] for of in program.levels])
        model.maximize(goal)
        if chosen:
            model.clear_hints()
            for column, is_chosen in zip(columns, chosen):
                model.add_hint(column, is_chosen)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = left
        solver.parameters.num_workers = threads
        status = solver.solve(model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            chosen = [solver.boolean_value(column) for column in columns]
        if chosen is None or status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            break
        total = program.total(level, chosen)
        bounds[level] = max(total, math.floor(solver.best_objective_bound + 1e-6))
        if bounds[level] > total:
            break
        model.add(goal == total)
    return chosen or [False] * len(columns), bounds
