package org.mlmath.calculus.derivative;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.differentiate.Derivative;
import org.mlmath.expression.differentiate.Differentiator;
import org.mlmath.expression.evaluate.Kinks;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;

/** One derivative, and what there is to say about it: the part that all operations of this package share. */
final class Differentiation {
    static final Map<String, String> CONVENTIONS = Map.of(
            "nonSmooth", "sgn(0) = 0, relu'(0) = 0, of equal arguments of min and max the first counts",
            "domain", "real numbers: fractional powers and logarithms of negative numbers are undefined");

    private Differentiation() {}

    /** @param pointer where the expression stands in the request */
    static Derivative of(Expression expression, String variable, String pointer, Deadline deadline) {
        try {
            return Differentiator.derivative(expression, variable, deadline);
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    /** Says where the value at the point is one by convention. */
    static void addKinks(
            List<Warning> warnings, Expression expression, List<String> names, double[] point, List<String> moving) {
        List<Expression> kinks = Kinks.at(expression, names, point, moving);
        if (!kinks.isEmpty()) {
            String parts = kinks.stream()
                    .limit(3)
                    .map(Expressions::text)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            warnings.add(new Warning(
                    "not-smooth",
                    "%s may have no derivative at this point; the value follows the convention in \"conventions\"."
                            .formatted(parts),
                    "/at"));
        }
    }

    /** @return whether all are numbers; if not, a warning counts those that are none */
    static boolean allExist(double[] values, String what, List<Warning> warnings) {
        long undefined = Arrays.stream(values).filter(Double::isNaN).count();
        if (undefined > 0) {
            warnings.add(new Warning(
                    "undefined-values",
                    "%d of %d %s do not exist at the point.".formatted(undefined, values.length, what),
                    "/value"));
        }
        return undefined == 0;
    }

    /** Refuses more results than anybody reads before they are computed. */
    static void requireAtMost(int limit, int found, String what, String pointer) {
        if (found > limit) {
            LimitExceededException e =
                    new LimitExceededException("There are %,d %s; the limit is %,d.".formatted(found, what, limit));
            throw e.with("limit", limit).with("found", found).at(pointer);
        }
    }
}
