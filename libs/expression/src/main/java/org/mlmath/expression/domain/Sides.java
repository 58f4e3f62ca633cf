package org.mlmath.expression.domain;

import java.util.function.UnaryOperator;
import org.mlmath.expression.Relation;

/** Where a function of one variable is below a number, equal to it and above it; nowhere else is it defined. */
record Sides(RealSet below, RealSet equal, RealSet above) {
    static final Sides BELOW = new Sides(RealSet.ALL, RealSet.NONE, RealSet.NONE);
    static final Sides EQUAL = new Sides(RealSet.NONE, RealSet.ALL, RealSet.NONE);
    static final Sides ABOVE = new Sides(RealSet.NONE, RealSet.NONE, RealSet.ALL);
    static final Sides NOWHERE = new Sides(RealSet.NONE, RealSet.NONE, RealSet.NONE);

    /** The variable itself. */
    static Sides of(Endpoint number) {
        return new Sides(RealSet.below(number), RealSet.point(number), RealSet.above(number));
    }

    Sides swapped() {
        return new Sides(above, equal, below);
    }

    Sides swappedIf(boolean swap) {
        return swap ? swapped() : this;
    }

    /** Only there. */
    Sides within(RealSet set) {
        return each(side -> side.and(set));
    }

    private Sides each(UnaryOperator<RealSet> change) {
        return new Sides(change.apply(below), change.apply(equal), change.apply(above));
    }

    /** Defined here or there; the two do not overlap. */
    Sides or(Sides other) {
        return new Sides(below.or(other.below), equal.or(other.equal), above.or(other.above));
    }

    RealSet defined() {
        return below.or(equal).or(above);
    }

    /** The signs of a product, given the signs of its factors. */
    Sides times(Sides other) {
        return new Sides(
                below.and(other.above).or(above.and(other.below)),
                equal.and(other.defined()).or(other.equal.and(defined())),
                above.and(other.above).or(below.and(other.below)));
    }

    RealSet where(Relation relation) {
        return switch (relation) {
            case LESS -> below;
            case LESS_OR_EQUAL -> below.or(equal);
            case GREATER -> above;
            case GREATER_OR_EQUAL -> above.or(equal);
            case EQUAL -> equal;
            case NOT_EQUAL -> below.or(above);
        };
    }
}
