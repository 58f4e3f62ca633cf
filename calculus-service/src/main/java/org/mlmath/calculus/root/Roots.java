package org.mlmath.calculus.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.compile.ExpressionFunction;
import org.mlmath.expression.interval.Interval;
import org.mlmath.expression.polynomial.AlgebraicRoots;
import org.mlmath.expression.polynomial.RationalFunction;
import org.mlmath.expression.roots.RealZeros;
import org.mlmath.expression.roots.Zero;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.ComplexRoot;
import org.mlmath.numerics.exact.ComplexRoots;
import org.mlmath.numerics.exact.Factorization;
import org.mlmath.numerics.exact.Polynomial;
import org.mlmath.numerics.linear.ComplexVector;

/**
 * The roots of an expression: real ones by {@link RealZeros}, complex ones of polynomials by {@link ComplexRoots}.
 *
 * <p>Both are accurate to the last digit: polynomials have exact coefficients, and elsewhere signs hidden by rounding are computed
 * with more digits. A root of a numerator at which the denominator vanishes too is none.
 */
public final class Roots {
    /** Where expressions that are no polynomials are searched when nothing is said. */
    private static final double DEFAULT_RANGE = 100;

    /** Beyond the default range, bounds between which a proof is tried that there is nothing. */
    private static final double[] BEYOND = {DEFAULT_RANGE, 1e4, 1e8, 1e16, 1e100, Double.POSITIVE_INFINITY};

    private static final int BEYOND_BUDGET = 2_000;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "interval",
            "both ends included",
            "multiplicities",
            "roots are distinct, each with its multiplicity beside it",
            "domain",
            "roots where the expression itself is undefined do not count");

    private Roots() {}

    /** @param bounds null: everywhere for polynomials, else -100 to 100 and what can be excluded beyond */
    static RootsResult real(Equation equation, Bounds bounds, boolean explain, Deadline deadline) {
        Expression expression = equation.expression();
        String variable = equation.variable();
        List<Warning> warnings = new ArrayList<>();
        boolean algebraic = RationalFunction.of(expression, variable).isPresent();
        RealZeros.Found found;
        try {
            found = bounds == null && !algebraic
                    ? everywhere(expression, variable, warnings, deadline)
                    : RealZeros.of(
                            expression,
                            variable,
                            List.of(bounds == null ? Interval.ENTIRE : new Interval(bounds.lower(), bounds.upper())),
                            RealZeros.PARTS,
                            deadline);
        } catch (MathException e) {
            throw e.at("/expression");
        }
        List<Zero> zeros = found.zeros();
        addWarnings(found, warnings);
        double[] values = zeros.stream().mapToDouble(Zero::value).toArray();
        RootsWorking working = new RootsWorking(equation);
        boolean complete = found.complete()
                && warnings.stream().noneMatch(warning -> warning.code().equals("default-range"));
        return new RootsResult(
                new ComplexVector(values, null),
                known(zeros.stream().map(Zero::multiplicity).toList()),
                some(zeros.stream()
                        .map(zero -> zero.exact() == null ? null : Expressions.text(zero.exact()))
                        .toList()),
                complete,
                false,
                variable,
                explain ? working.real(zeros, values, algebraic, bounds, warnings, deadline) : null,
                new RootsDiagnostics(
                        algebraic ? "algebra" : "intervals",
                        residuals(expression, variable, values),
                        found.undecided().stream()
                                .limit(100)
                                .map(part -> new RootsDiagnostics.Part(part.lower(), part.upper()))
                                .toList()),
                CONVENTIONS,
                warnings);
    }

    private static RealZeros.Found everywhere(
            Expression expression, String variable, List<Warning> warnings, Deadline deadline) {
        RealZeros.Found inside = RealZeros.of(
                expression,
                variable,
                List.of(new Interval(-DEFAULT_RANGE, 0), new Interval(0, DEFAULT_RANGE)),
                RealZeros.PARTS,
                deadline);
        List<Interval> outside = new ArrayList<>();
        for (int i = 0; i + 1 < BEYOND.length; i++) {
            outside.add(new Interval(BEYOND[i], BEYOND[i + 1]));
            outside.add(new Interval(-BEYOND[i + 1], -BEYOND[i]));
        }
        RealZeros.Found beyond = RealZeros.of(expression, variable, outside, BEYOND_BUDGET, deadline);
        if (!beyond.complete()) {
            warnings.add(new Warning(
                    "default-range",
                    "The roots between -%1$.0f and %1$.0f are given; there may be others beyond. Give an interval to look elsewhere."
                            .formatted(DEFAULT_RANGE),
                    "/interval"));
            return inside;
        }
        List<Zero> zeros = new ArrayList<>(inside.zeros());
        zeros.addAll(beyond.zeros());
        zeros.sort(Comparator.comparingDouble(Zero::value));
        return new RealZeros.Found(zeros, inside.undecided(), inside.finished());
    }

    private static void addWarnings(RealZeros.Found found, List<Warning> warnings) {
        long touching = found.zeros().stream().filter(zero -> !zero.proven()).count();
        if (touching > 0) {
            warnings.add(new Warning(
                    "not-proven",
                    "At %d of the roots the expression comes so close to zero that no digits tell whether it reaches it, or whether it is defined there."
                            .formatted(touching),
                    "/roots"));
        }
        if (!found.finished()) {
            warnings.add(new Warning(
                    "search-limit",
                    "The search ended before the whole interval was looked at: the roots are too many or too close together. Try a smaller interval.",
                    "/interval"));
        } else if (!found.undecided().isEmpty()) {
            warnings.add(new Warning(
                    "undecided",
                    "In %d small parts of the interval (\"undecided\") it could not be proven that there are no further roots."
                            .formatted(found.undecided().size()),
                    "/diagnostics/undecided"));
        }
    }

    /** @throws InvalidParameterException for an expression that is no quotient of polynomials, or with an interval */
    static RootsResult complex(Equation equation, Bounds bounds, boolean explain, Deadline deadline) {
        if (bounds != null) {
            throw new InvalidParameterException(
                            "Complex roots are found everywhere: leave out the interval, or \"complex\".")
                    .at("/interval");
        }
        RationalFunction function = RationalFunction.of(equation.expression(), equation.variable())
                .orElseThrow(() -> new InvalidParameterException(
                                "Complex roots are found of polynomials and quotients of polynomials with rational coefficients, up to degree %d."
                                        .formatted(RationalFunction.DEGREE))
                        .at("/complex"));
        if (function.numerator().isZero()) {
            throw new DomainException("The expression is zero wherever it is defined: every number there is a root.")
                    .at("/expression");
        }
        List<Warning> warnings = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        Factorization factorization = Factorization.of(function.numerator(), deadline);
        for (Polynomial.Factor factor : factorization.factors()) {
            Polynomial polynomial = factor.polynomial();
            if (polynomial.gcd(function.poles(), deadline).isConstant()) {
                add(polynomial, factor.multiplicity(), found, deadline);
            } else {
                for (Polynomial.Factor part : withoutPoles(polynomial, function.poles(), deadline)) {
                    add(part.polynomial(), factor.multiplicity(), found, deadline);
                }
            }
        }
        found.sort((a, b) -> a.root().re() != b.root().re()
                ? Double.compare(a.root().re(), b.root().re())
                : Double.compare(a.root().im(), b.root().im()));
        double[] re = found.stream().mapToDouble(each -> each.root().re()).toArray();
        double[] im = found.stream().mapToDouble(each -> each.root().im()).toArray();
        ComplexVector roots = new ComplexVector(re, im);
        return new RootsResult(
                roots,
                found.stream().map(Found::multiplicity).toList(),
                some(found.stream().map(Found::exact).toList()),
                true,
                true,
                equation.variable(),
                explain ? new RootsWorking(equation).complex(factorization, roots, warnings) : null,
                new RootsDiagnostics("algebra", residuals(function, re, im), List.of()),
                CONVENTIONS,
                warnings);
    }

    private record Found(ComplexRoot root, int multiplicity, String exact) {}

    private static List<Polynomial.Factor> withoutPoles(Polynomial polynomial, Polynomial poles, Deadline deadline) {
        Polynomial rest = polynomial;
        for (Polynomial common = rest.gcd(poles, deadline); !common.isConstant(); common = rest.gcd(poles, deadline)) {
            rest = rest.divide(common).quotient();
        }
        return rest.squareFree(deadline);
    }

    private static void add(Polynomial polynomial, int multiplicity, List<Found> found, Deadline deadline) {
        if (polynomial.coefficient(0).signum() == 0) {
            found.add(new Found(new ComplexRoot(0, 0), multiplicity, "0"));
            Polynomial rest = polynomial.divide(Polynomial.X).quotient();
            if (!rest.isConstant()) {
                add(rest, multiplicity, found, deadline);
            }
            return;
        }
        List<AlgebraicRoots.Root> real = AlgebraicRoots.real(polynomial, deadline);
        for (ComplexRoot root : ComplexRoots.of(polynomial, deadline)) {
            String exact = real.stream()
                    .filter(each -> root.im() == 0
                            && each.exact() != null
                            && each.root().nearest() == root.re())
                    .map(each -> Expressions.text(each.exact()))
                    .findFirst()
                    .orElse(null);
            found.add(new Found(root, multiplicity, exact));
        }
    }

    private static double[] residuals(Expression expression, String variable, double[] roots) {
        ExpressionFunction function = ExpressionFunction.of(expression, List.of(variable));
        return Arrays.stream(roots)
                .map(root -> Math.abs(function.value(new double[] {root})))
                .toArray();
    }

    private static double[] residuals(RationalFunction function, double[] re, double[] im) {
        double[] residuals = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            residuals[i] = modulus(function.numerator(), re[i], im[i]) / modulus(function.denominator(), re[i], im[i]);
        }
        return residuals;
    }

    private static double modulus(Polynomial polynomial, double x, double y) {
        double re = 0;
        double im = 0;
        for (int i = polynomial.degree(); i >= 0; i--) {
            double next = re * x - im * y + polynomial.coefficient(i).doubleValue();
            im = re * y + im * x;
            re = next;
        }
        return Math.hypot(re, im);
    }

    /** @return null unless all are known */
    private static List<Integer> known(List<Integer> multiplicities) {
        return multiplicities.stream().allMatch(Objects::nonNull) ? multiplicities : null;
    }

    /** @return null where none is known */
    private static List<ExactRoot> some(List<String> texts) {
        return texts.stream().anyMatch(Objects::nonNull)
                ? texts.stream().map(ExactRoot::new).toList()
                : null;
    }
}
