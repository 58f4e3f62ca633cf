package org.mlmath.expression.quadrature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Constant;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.asymptotic.LimitAtInfinity;
import org.mlmath.expression.differentiate.Substitution;
import org.mlmath.expression.evaluate.Evaluation;
import org.mlmath.expression.integrate.ConstantForm;
import org.mlmath.expression.quadrature.DefiniteValue.Remark;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DeadlineExceededException;
import org.mlmath.numerics.MathException;

/**
 * Integrals such as ∫ x^(−1.01) from 1 to ∞, whose tails fall too slowly to be summed: where an antiderivative has no singularity between
 * the bounds the integral exists if it has limits at both, and is their difference.
 */
public final class SlowTail {
    private static final Duration LONGEST = Duration.ofMillis(1500);

    private final String x;
    private final Deadline deadline;

    private SlowTail(String x, Deadline deadline) {
        this.x = x;
        this.deadline = deadline;
    }

    /**
     * @param undecided what the quadrature gave
     * @param antiderivative of the integrand
     * @param lower in closed form, {@code inf} or {@code -inf}
     * @return with the value, or its divergence; {@code undecided} itself where the limits are not found
     */
    public static DefiniteValue decide(
            DefiniteValue undecided,
            Expression integrand,
            Expression antiderivative,
            String x,
            Expression lower,
            double a,
            Expression upper,
            double b,
            Deadline deadline) {
        Deadline limited = deadline.remaining().compareTo(LONGEST) < 0 ? deadline : Deadline.in(LONGEST);
        try {
            return new SlowTail(x, limited).decide(undecided, integrand, antiderivative, lower, a, upper, b);
        } catch (DeadlineExceededException late) {
            deadline.check();
            return undecided;
        } catch (MathException notEvaluated) {
            return undecided;
        }
    }

    private DefiniteValue decide(
            DefiniteValue undecided,
            Expression integrand,
            Expression antiderivative,
            Expression lower,
            double a,
            Expression upper,
            double b) {
        if (!isSmooth(integrand, x, a, b, deadline) || !isSmooth(antiderivative, x, a, b, deadline)) {
            return undecided;
        }
        boolean rising = a < b;
        Optional<Expression> from = limit(antiderivative, lower, a, rising);
        Optional<Expression> to = limit(antiderivative, upper, b, !rising);
        if (from.isEmpty() || to.isEmpty()) {
            return undecided;
        }
        List<String> methods = new ArrayList<>(undecided.methods());
        methods.add("antiderivative");
        if (isInfinite(from.get()) || isInfinite(to.get())) {
            return new DefiniteValue(
                    false,
                    Double.NaN,
                    Double.NaN,
                    undecided.evaluations(),
                    methods,
                    List.of(new Remark(
                            "divergent", "The integral diverges: its antiderivative has no finite limit at a bound.")));
        }
        Expression difference = ConstantForm.of(new Sum(List.of(to.get(), new Negate(from.get()))), deadline);
        double value = Evaluation.value(difference, List.of(), new double[0]);
        return new DefiniteValue(true, value, 8 * Math.ulp(value), undecided.evaluations(), methods, List.of());
    }

    /** @return whether a formula has no singularity strictly between two points, which may be infinite */
    public static boolean isSmooth(Expression formula, String x, double a, double b, Deadline deadline) {
        return !Landmarks.of(new Integrand(formula, x, deadline), Math.min(a, b), Math.max(a, b))
                .containsValue(Landmarks.Kind.SINGULAR);
    }

    private static boolean isInfinite(Expression limit) {
        return limit == Constant.INFINITY
                || limit instanceof Negate(Expression operand) && operand == Constant.INFINITY;
    }

    private Optional<Expression> limit(Expression formula, Expression bound, double value, boolean fromAbove) {
        Expression t = new Variable(x);
        if (Double.isInfinite(value)) {
            return LimitAtInfinity.of(Substitution.of(formula, x, value > 0 ? t : new Negate(t)), x, deadline);
        }
        Expression near = new Sum(List.of(bound, fromAbove ? t : new Negate(t)));
        return LimitAtInfinity.atZero(Substitution.of(formula, x, near), x, deadline);
    }
}
