"""Reckons limits and tests with scipy, statsmodels and whole numbers alone.

Reads one case a line as JSON and answers with one line of JSON each. Written from the definitions of
what is asked, not from the program's code.
"""

import itertools
import json
import math
import sys
from fractions import Fraction

import numpy
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

RISK = Fraction(1, 20)


def hypergeometric(x, rows, errors, drawn):
    return float(stats.hypergeom.cdf(x, rows, errors, drawn))


def at_most(x, rows, errors, drawn):
    """The same in whole numbers, without any rounding."""
    ways = sum(
        math.comb(errors, i) * math.comb(rows - errors, drawn - i)
        for i in range(0, min(x, errors, drawn) + 1)
        if drawn - i <= rows - errors
    )
    return Fraction(ways, math.comb(rows, drawn))


def upper(rows, drawn, errors):
    """The most errors under which so few are found with a probability of at least the risk."""
    low, high = errors, rows - (drawn - errors)
    while low < high:
        middle = (low + high + 1) // 2
        if at_most(errors, rows, middle, drawn) >= RISK:
            low = middle
        else:
            high = middle - 1
    return low


def clopper_pearson(errors, items):
    by_beta = 1.0 if errors >= items else float(stats.beta.ppf(0.95, errors + 1, items - errors))
    _, by_statsmodels = proportion_confint(errors, items, alpha=0.1, method="beta")
    return [by_beta, 1.0 if errors >= items else float(by_statsmodels)]


def stratified(strata):
    """The sharpest limit of the count found: every way in which errors could lie is tried."""
    found = sum(errors for _, _, errors in strata)
    ranges = [range(errors, rows - (drawn - errors) + 1) for rows, drawn, errors in strata]
    best = 0
    for laid in itertools.product(*ranges):
        if sum(laid) <= best:
            continue
        counts = [Fraction(1)]
        for (rows, drawn, _), errors in zip(strata, laid):
            points = [
                Fraction(math.comb(errors, i) * math.comb(rows - errors, drawn - i), math.comb(rows, drawn))
                for i in range(drawn + 1)
            ]
            grown = [Fraction(0)] * (found + 1)
            for one, p in enumerate(counts):
                for other, q in enumerate(points):
                    if one + other <= found:
                        grown[one + other] += p * q
            counts = grown
        if sum(counts) >= RISK:
            best = sum(laid)
    return best


def fisher(these, of, others, of_others):
    _, p = stats.fisher_exact([[these, of - these], [others, of_others - others]])
    return float(p)


def chi_square(groups):
    table = [[selected, everybody - selected] for selected, everybody in groups]
    found = stats.chi2_contingency(numpy.array(table), correction=False)
    return [float(found[0]), float(found[1]), int(found[2])]


def kolmogorov(before, after, exact):
    found = stats.ks_2samp(before, after, method="exact" if exact else "asymp")
    if exact:
        return [float(found.statistic), float(found.pvalue)]
    m, n = len(before), len(after)
    limit = stats.kstwobign.sf(math.sqrt(m * n / (m + n)) * found.statistic)
    return [float(found.statistic), float(limit)]


def stability(before, after):
    """Tenths of the baseline by inverted distribution function; an empty bin is half a row."""
    ordered = sorted(before)
    tenths = {ordered[math.ceil(Fraction(len(before) * tenth, 10)) - 1] for tenth in range(1, 10)}
    inner = sorted(tenths - {ordered[-1]})
    edges = numpy.array([-numpy.inf, *inner, numpy.inf])
    was = numpy.bincount(numpy.searchsorted(edges, before, side="left") - 1, minlength=len(edges) - 1)
    now = numpy.bincount(numpy.searchsorted(edges, after, side="left") - 1, minlength=len(edges) - 1)
    was = numpy.maximum(was, 0.5) / len(before)
    now = numpy.maximum(now, 0.5) / len(after)
    return float(numpy.sum((now - was) * numpy.log(now / was)))


ASKED = {
    "hypergeometric": hypergeometric,
    "at-most": lambda *given: float(at_most(*given)),
    "upper": upper,
    "binomial": lambda x, n, p: float(stats.binom.cdf(x, n, p)),
    "clopper-pearson": clopper_pearson,
    "stratified": stratified,
    "fisher": fisher,
    "chi-square": chi_square,
    "kolmogorov": kolmogorov,
    "stability": stability,
}

for line in sys.stdin:
    asked, *given = json.loads(line)
    print(json.dumps(ASKED[asked](*given)))
