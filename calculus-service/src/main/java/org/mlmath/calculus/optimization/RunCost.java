package org.mlmath.calculus.optimization;

import java.util.List;
import java.util.regex.Pattern;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.kit.work.Cost;
import org.mlmath.numerics.MathException;

/**
 * What a run will take, from the shape of its request. Measured: a step of Adam in two variables 26 ns, compiled expressions
 * about 1.5 ns per character with their gradients, models about 0.5 ns per observation, variable and class and pass over it.
 */
final class RunCost {
    private static final double STEP = 3e-8;
    private static final double PER_VARIABLE = 1e-8;
    private static final double PER_CHARACTER = 3e-9;
    private static final double PER_NODE = 2e-8;

    /** What the loops of one value may take at most, in steps of the innermost one. */
    private static final double MOST_LOOP_STEPS = 4e6;

    private static final double PER_ENTRY = 2e-9;
    private static final double PER_EXPONENTIAL = 3e-8;

    private static final double FLOP = 1e-9;

    /** An eigenvalue problem of any size, in flops. */
    private static final double CALL = 3_000;

    /** Parsing, compiling and letting the compiler warm up, where there is an expression. */
    private static final double ONCE = 2e-4;

    /** A number kept, and written with up to 24 characters. */
    private static final double BYTES_PER_NUMBER = 32;

    private static final Cost NOTHING = new Cost(0, 0);

    private static final Pattern LOOP = Pattern.compile("(?i)sum|prod");

    private RunCost() {}

    static Cost of(MinimizeRequest request) {
        Objective objective = request.objective();
        if (objective == null || request.maxIterations() == null) {
            return Cost.SMALL;
        }
        boolean model = objective.model() != null && objective.features() != null && objective.targets() != null;
        double dimension = model ? dimension(objective) : variables(request);
        double evaluation = model ? evaluation(objective) : evaluation(objective.expression());
        // The start, and the curvature for the diagnosis.
        double steps = request.maxIterations() + 1 + 2 * Math.min(24, dimension);
        OptimizationMethod method = request.method();
        double perStep = STEP
                + PER_VARIABLE * dimension
                + evaluation * evaluations(method, dimension)
                + FLOP * flops(method, dimension);

        RecordWindow window = request.record();
        double most = window == null || window.maxPoints() == null ? 10_000 : window.maxPoints();
        double every = window == null || window.every() == null ? 1 : window.every();
        boolean memory = window != null && Boolean.TRUE.equals(window.state());
        double points = Math.min(most, steps / every + 2);
        double kept = kept(method, dimension);
        double bytes = (points * (3 + dimension + (memory ? kept : 0)) + 2 * kept) * BYTES_PER_NUMBER;
        return new Cost(ONCE + steps * perStep + points * dimension * 1e-7, (long)
                        Math.min(bytes, Long.MAX_VALUE / 4.0))
                .plus(of(request.surface(), objective));
    }

    /** What the grid takes: nothing where none is asked for. */
    static Cost of(SurfaceOptions surface, Objective objective) {
        if (surface == null || objective == null) {
            return NOTHING;
        }
        double side = surface.resolution() == null ? SurfaceOptions.USUAL_POINTS : surface.resolution();
        boolean model = objective.model() != null && objective.features() != null && objective.targets() != null;
        double evaluation = STEP + (model ? evaluation(objective) : evaluation(objective.expression()));
        return new Cost(side * side * (evaluation + 1e-7), (long) (side * side * BYTES_PER_NUMBER));
    }

    private static MethodName name(OptimizationMethod method) {
        // A request without a method is refused before anything is done.
        return method == null || method.name() == null ? MethodName.GRADIENT_DESCENT : method.name();
    }

    /** How often a step looks at the objective, in evaluations with the gradient: a few where lines are searched. */
    private static double evaluations(OptimizationMethod method, double dimension) {
        return switch (name(method)) {
            case NEWTON -> 2 + dimension;
            case BFGS, LBFGS, NELDER_MEAD -> 2;
            case CONJUGATE_GRADIENT -> 3;
            case COORDINATE_DESCENT -> 5;
            case CMA_ES -> 1 + population(method, dimension);
            default -> method != null && method.lineSearch() != null ? 3 : 1;
        };
    }

    /** What a step takes beside the objective. */
    private static double flops(OptimizationMethod method, double dimension) {
        double n = dimension;
        return switch (name(method)) {
            case NEWTON -> CALL + 10 * n * n * n;
            case BFGS, NELDER_MEAD -> 10 * n * n;
            case LBFGS -> 10 * n * history(method);
            case CMA_ES -> CALL + 10 * n * n * n + 4 * n * n * population(method, n);
            default -> 0;
        };
    }

    /** The numbers that a method remembers. */
    private static double kept(OptimizationMethod method, double dimension) {
        return switch (name(method)) {
            case NEWTON, COORDINATE_DESCENT -> 2;
            case BFGS, NELDER_MEAD, CMA_ES -> dimension * (dimension + 4);
            case LBFGS -> 2 * dimension * history(method);
            default -> 3 * dimension;
        };
    }

    private static double population(OptimizationMethod method, double dimension) {
        return method.populationSize() == null ? 4 + 3 * Math.log(dimension + 1) : method.populationSize();
    }

    private static double history(OptimizationMethod method) {
        return method.history() == null ? 100 : method.history();
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

    /** Value and gradient of an expression: by its text or, where that may loop, by its tree. */
    private static double evaluation(String expression) {
        if (expression == null || !LOOP.matcher(expression).find()) {
            return PER_CHARACTER * length(expression);
        }
        try {
            return PER_NODE * nodes(Expressions.parse(expression));
        } catch (MathException e) {
            return 0; // refused with its reason when the run is made
        }
    }

    /** The nodes that one value visits. */
    private static double nodes(Expression expression) {
        if (expression instanceof Expression.Series series) {
            return 1 + nodes(series.from()) + nodes(series.to()) + Math.max(1, steps(series)) * nodes(series.body());
        }
        double inside = 1;
        for (Expression child : Expressions.children(expression)) {
            inside += nodes(child);
        }
        return inside;
    }

    private static double steps(Expression.Series series) {
        if (!series.from().variables().isEmpty() || !series.to().variables().isEmpty()) {
            return MOST_LOOP_STEPS;
        }
        try {
            double from = Evaluation.value(series.from(), List.of(), new double[0]);
            double to = Evaluation.value(series.to(), List.of(), new double[0]);
            return Math.min(MOST_LOOP_STEPS, to - from + 1);
        } catch (MathException e) {
            return 1; // such a sum has no value, and is refused
        }
    }

    /** As far as the request tells without its expression being read. */
    private static double variables(MinimizeRequest request) {
        Objective objective = request.objective();
        if (request.start() != null
                && request.start().point() != null
                && request.start().point().vector() != null) {
            return request.start().point().vector().size();
        }
        if (request.resume() != null && request.resume().point() != null) {
            return request.resume().point().length;
        }
        return objective.variables() == null
                ? Math.min(26, length(objective.expression()))
                : objective.variables().size();
    }

    private static double length(String text) {
        return text == null ? 0 : text.length();
    }
}
