package org.mlmath.calculus.optimization;

import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/** Where a run begins. */
final class StartingPoint {
    private StartingPoint() {}

    /** @return the start's coordinates; for a model without one, zeros */
    static double[] of(Start start, RunObjective objective) {
        if (start == null) {
            if (objective.expression() == null) {
                return new double[objective.variables().size()];
            }
            throw new InvalidParameterException("The run needs a start: a value for each of %s."
                            .formatted(String.join(", ", objective.variables())))
                    .at("/start");
        }
        try {
            return start.in(objective.variables(), objective.classes());
        } catch (MathException e) {
            throw e.at("/start");
        }
    }
}
