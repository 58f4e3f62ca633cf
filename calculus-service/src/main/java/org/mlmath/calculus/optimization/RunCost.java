package org.mlmath.calculus.optimization;

import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;

/**
 * What a run will take, from the shape of its request. Measured: a step of Adam in two variables 26 ns, compiled expressions
 * about 1.5 ns per character with their gradients, models about 0.5 ns per observation, variable and class and pass over it.
 */
final class RunCost {
    private static final double STEP = 3e-8;
    private static final double PER_VARIABLE = 1e-8;
    private static final double PER_CHARACTER = 3e-9;
    private static final double PER_ENTRY = 2e-9;
    private static final double PER_EXPONENTIAL = 3e-8;

    /** Parsing, compiling and letting the compiler warm up, where there is an expression. */
    private static final double ONCE = 2e-4;

    /** A number kept, and written with up to 24 characters. */
    private static final double BYTES_PER_NUMBER = 32;

    private RunCost() {}

    static Cost of(MinimizeRequest request) {
        Objective objective = request.objective();
        if (objective == null || request.maxIterations() == null) {
            return Cost.SMALL;
        }
        boolean model = objective.model() != null && objective.features() != null && objective.targets() != null;
        double dimension = model ? dimension(objective) : variables(objective);
        double evaluation = model ? evaluation(objective) : PER_CHARACTER * length(objective.expression());
        // The start, and the curvature for the diagnosis.
        double steps = request.maxIterations() + 1 + 2 * Math.min(24, dimension);
        double perStep = STEP + PER_VARIABLE * dimension + evaluation;

        RecordWindow window = request.record();
        double most = window == null || window.maxPoints() == null ? 10_000 : window.maxPoints();
        double every = window == null || window.every() == null ? 1 : window.every();
        boolean memory = window != null && Boolean.TRUE.equals(window.state());
        double points = Math.min(most, steps / every + 2);
        double bytes = points * (3 + dimension * (memory ? 4 : 1)) * BYTES_PER_NUMBER;
        return new Cost(
                ONCE + steps * perStep + points * dimension * 1e-7, (long) Math.min(bytes, Long.MAX_VALUE / 4.0));
    }

    private static double dimension(Objective objective) {
        double columns = objective.features().matrix().columns() + 1.0;
        return objective.model() == Objective.Model.SOFTMAX ? columns * classes(objective.targets()) : columns;
    }

    private static double classes(VectorOrMatrix targets) {
        // Labels that make no sense are refused before they cost anything.
        return targets.vector()
                ? Math.min(targets.matrix().maxAbs() + 1, targets.matrix().rows() + 1.0)
                : targets.matrix().columns();
    }

    private static double evaluation(Objective objective) {
        double rows = objective.features().matrix().rows();
        double exponentials =
                switch (objective.model()) {
                    case LINEAR -> 0;
                    case LOGISTIC -> 2;
                    case SOFTMAX -> classes(objective.targets());
                };
        return rows * (PER_ENTRY * dimension(objective) + PER_EXPONENTIAL * exponentials);
    }

    private static double variables(Objective objective) {
        return objective.variables() == null
                ? Math.min(26, length(objective.expression()))
                : objective.variables().size();
    }

    private static double length(String text) {
        return text == null ? 0 : text.length();
    }
}
