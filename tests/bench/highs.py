"""HiGHS: the levels one after another, each with the totals before it fixed exactly, in integers."""
import math
import time

import highspy
import numpy

from formulation import INF


def solve(program, limit, threads):
    """Which columns are chosen, and a bound of each level or None; nothing is chosen if nothing was found."""
    if not program.levels:  # HiGHS has no answer to an empty model
        return [], [0] * 3
    end = time.monotonic() + limit
    chosen, bounds, fixed = None, [None] * 3, []
    for level in range(3):
        left = end - time.monotonic()
        if left <= 0:
            break
        solver = load(program, level, fixed)
        for option, value in {"time_limit": left, "threads": threads, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5}.items():
            solver.setOptionValue(option, value)
        if chosen:
            start = highspy.HighsSolution()
            start.col_value = [float(is_chosen) for is_chosen in chosen]
            solver.setSolution(start)
        solver.run()
        info = solver.getInfo()
        if info.primal_solution_status == highspy.kSolutionStatusFeasible:
            chosen = [value > 0.5 for value in solver.getSolution().col_value]
        if chosen is None or not math.isfinite(info.mip_dual_bound):
            break
        total = program.total(level, chosen)
        # A total is a whole number: what is below the next one is the total itself.
        bounds[level] = max(total, math.floor(info.mip_dual_bound + 1e-4))
        if bounds[level] > total:
            break
        fixed.append(total)
    return chosen or [False] * len(program.levels), bounds


def load(program, level, fixed):
    columns = len(program.levels)
    rows = list(program.rows)
    for before, total in enumerate(fixed):
        rows.append((total, total, [(at, of[before]) for at, of in enumerate(program.levels) if of[before]]))
    starts = numpy.cumsum([0] + [len(entries) for _, _, entries in rows])
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_, lp.sense_ = columns, len(rows), highspy.ObjSense.kMaximize
    lp.col_cost_ = numpy.array([of[level] for of in program.levels], float)
    lp.col_lower_, lp.col_upper_ = numpy.zeros(columns), numpy.ones(columns)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
    lp.row_lower_ = numpy.array([-highspy.kHighsInf if least == -INF else least for least, _, _ in rows], float)
    lp.row_upper_ = numpy.array([highspy.kHighsInf if most == INF else most for _, most, _ in rows], float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = starts
    lp.a_matrix_.index_ = numpy.array([column for _, _, entries in rows for column, _ in entries])
    lp.a_matrix_.value_ = numpy.array([factor for _, _, entries in rows for _, factor in entries], float)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(lp)
    return solver
