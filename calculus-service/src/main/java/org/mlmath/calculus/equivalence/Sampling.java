package org.mlmath.calculus.equivalence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlmath.calculus.equivalence.Probe.Kind;
import org.mlmath.calculus.equivalence.Probe.Outcome;
import org.mlmath.expression.Expression;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.domain.NaturalDomain;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.exact.Rational;

/**
 * Looks for a point at which two expressions differ. Each point is tried in doubles first; what does not clearly agree there is
 * decided with error bounds. Some points of every kind are compared to a hundred digits in any case, since a difference of 1e-20
 * does not show in doubles.
 */
final class Sampling {
    /** Relative difference of doubles that is taken for rounding. */
    private static final double ROUNDING = 1e-9;

    /** Points compared to many digits before, and after, algebra has had its turn. */
    private static final int PRECISE_FIRST = 5;

    private static final int PRECISE = 20;

    /** Points with values that there are to be at least. */
    private static final int ENOUGH = 12;

    private static final int SEEDED = 40;

    private final Setting setting;
    private final boolean strict;
    /** What does not count where a function is compared with a number, which has no domain of its own. */
    private final Kind againstConstant;

    private final Probe probe;
    private final CandidatePoints candidates;
    private final ExpressionFunction a;
    private final ExpressionFunction b;
    private final Set<Map<String, Rational>> seen = new HashSet<>();
    private final List<Map<String, Rational>> agreeing = new ArrayList<>();
    private int both;
    private int precise;
    private int unclear;
    private int holes;
    private int beyond;
    private Outcome difference;

    Sampling(Setting setting, Expression a, Expression b, boolean strict, Deadline deadline) {
        this.setting = setting;
        this.strict = strict;
        this.probe = new Probe(a, b, setting.emptyRanges(), deadline);
        this.againstConstant =
                a.variables().isEmpty() ? Kind.ONLY_A : b.variables().isEmpty() ? Kind.ONLY_B : null;
        this.candidates = new CandidatePoints(setting, a, b, deadline);
        this.a = ExpressionFunction.of(a, setting.variables());
        this.b = ExpressionFunction.of(b, setting.variables());
    }

    /** @return a point at which the two differ, null where none has been found */
    Outcome difference() {
        return difference;
    }

    /** @return points at which both have a value */
    int both() {
        return precise == 0 && difference == null ? 0 : both; // doubles take sin(pi) for a number that is not 0
    }

    /** @return points at which the values agree exactly or to a hundred digits */
    int precise() {
        return precise;
    }

    int unclear() {
        return unclear;
    }

    /** @return single points at which one side has no value */
    int holes() {
        return holes;
    }

    /** @return points at which a function has no value and the number it is compared with does not matter */
    int beyond() {
        return beyond;
    }

    boolean enough() {
        return precise >= Math.min(ENOUGH, both) && precise >= 3;
    }

    Probe probe() {
        return probe;
    }

    /** Simple points, and those at which something changes. */
    void first() {
        if (tryAll(candidates.simple(), PRECISE_FIRST) || tryAll(candidates.changes(), 2 * PRECISE_FIRST)) {
            return;
        }
        tryAll(candidates.seeded(SEEDED), 3 * PRECISE_FIRST);
    }

    /** Points of the domain, if few have been found; more digits at those that there are. */
    void further(NaturalDomain domain) {
        if (both < ENOUGH && domain != null) {
            try {
                if (tryAll(candidates.ofDomain(domain, 2 * ENOUGH), PRECISE)) {
                    return;
                }
            } catch (LimitExceededException e) {
                // Conditions too long to be evaluated: what has been found must do.
            }
        }
        if (both < ENOUGH && tryAll(candidates.seeded(30 * SEEDED), PRECISE)) {
            return;
        }
        for (Map<String, Rational> point : agreeing.reversed()) {
            if (precise >= PRECISE) {
                break;
            }
            if (record(probe.at(point), false)) {
                return;
            }
        }
    }

    private boolean tryAll(List<Map<String, Rational>> points, int most) {
        for (Map<String, Rational> point : points) {
            if (seen.add(point) && tryPoint(point, most)) {
                return true;
            }
        }
        return false;
    }

    private boolean tryPoint(Map<String, Rational> point, int most) {
        double x = value(a, point);
        double y = value(b, point);
        if (Double.isNaN(x) && Double.isNaN(y) && (both >= ENOUGH || seen.size() % 4 != 0)) {
            return false;
        }
        boolean agree = Math.abs(x - y) <= ROUNDING * Math.max(Math.abs(x), Math.abs(y));
        if (agree && precise >= most) {
            both++;
            agreeing.add(point);
            return false;
        }
        return record(probe.at(point), true);
    }

    private boolean record(Outcome outcome, boolean isNew) {
        switch (outcome.kind()) {
            case EQUAL -> {
                both += isNew ? 1 : 0;
                precise++;
            }
            case DIFFERENT -> {
                both += isNew ? 1 : 0;
                difference = outcome;
            }
            case ONLY_A, ONLY_B -> {
                if (strict) {
                    difference = outcome;
                } else if (outcome.kind() == againstConstant) {
                    beyond++;
                } else if (probe.persists(outcome, setting)) {
                    difference = outcome;
                } else {
                    holes++;
                }
            }
            case UNCLEAR -> unclear++;
            case NEITHER, OUTSIDE -> {}
        }
        return difference != null;
    }

    private double value(ExpressionFunction function, Map<String, Rational> point) {
        double[] coordinates = new double[setting.variables().size()];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = point.get(setting.variables().get(i)).doubleValue();
        }
        try {
            return function.value(coordinates);
        } catch (LimitExceededException e) {
            return Double.NaN; // a sum of too many terms
        }
    }
}
