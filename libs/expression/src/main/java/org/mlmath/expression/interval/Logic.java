package org.mlmath.expression.interval;

import org.mlmath.expression.Relation;

/** Truth values over boxes: 1, 0, or both where the box does not decide. */
final class Logic {
    private static final Interval EITHER = new Interval(0, 1);

    private Logic() {}

    static Enclosure compare(Enclosure a, Relation relation, Enclosure b) {
        Interval x = a.range();
        Interval y = b.range();
        if (x.isEmpty() || y.isEmpty()) {
            return Enclosure.NOWHERE;
        }
        boolean always =
                switch (relation) {
                    case LESS -> x.upper() < y.lower();
                    case LESS_OR_EQUAL -> x.upper() <= y.lower();
                    case GREATER -> x.lower() > y.upper();
                    case GREATER_OR_EQUAL -> x.lower() >= y.upper();
                    case EQUAL -> x.isPoint() && x.equals(y);
                    case NOT_EQUAL -> !x.intersects(y);
                };
        boolean never =
                switch (relation) {
                    case LESS -> x.lower() >= y.upper();
                    case LESS_OR_EQUAL -> x.lower() > y.upper();
                    case GREATER -> x.upper() <= y.lower();
                    case GREATER_OR_EQUAL -> x.upper() < y.lower();
                    case EQUAL -> !x.intersects(y);
                    case NOT_EQUAL -> x.isPoint() && x.equals(y);
                };
        return truth(always, never).limited(a.decoration().and(b.decoration()));
    }

    static Enclosure not(Interval a) {
        return truth(isFalse(a), isTrue(a));
    }

    static Enclosure and(Interval a, Interval b) {
        return truth(isTrue(a) && isTrue(b), isFalse(a) || isFalse(b));
    }

    static Enclosure or(Interval a, Interval b) {
        return truth(isTrue(a) || isTrue(b), isFalse(a) && isFalse(b));
    }

    /** The value where a condition holds, else the other; both together where the box does not decide. */
    static Enclosure select(Enclosure condition, Enclosure then, Enclosure otherwise) {
        if (condition.range().isEmpty()) {
            return Enclosure.NOWHERE;
        }
        Enclosure value = isTrue(condition.range())
                ? then
                : isFalse(condition.range()) ? otherwise : then.or(otherwise).limited(Decoration.DEFINED);
        return value.limited(condition.decoration());
    }

    private static boolean isTrue(Interval a) {
        return !a.contains(0);
    }

    private static boolean isFalse(Interval a) {
        return a.isPoint() && a.lower() == 0;
    }

    private static Enclosure truth(boolean always, boolean never) {
        return always
                ? Enclosure.continuous(Interval.ONE)
                : never ? Enclosure.continuous(Interval.ZERO) : Enclosure.defined(EITHER);
    }
}
