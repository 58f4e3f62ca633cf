package org.mlmath.calculus.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.derivative.SymbolicDiagnostics;
import org.mlmath.expression.matrix.MatrixCheck;
import org.mlmath.expression.matrix.MatrixDerivative;
import org.mlmath.expression.matrix.MatrixEvaluation;
import org.mlmath.expression.matrix.MatrixExpression;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixLatex;
import org.mlmath.expression.matrix.MatrixParser;
import org.mlmath.expression.matrix.MatrixText;
import org.mlmath.expression.matrix.Shape;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Steps;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.NearestName;
import org.mlmath.numerics.linear.Matrix;

/** The derivative of a formula of matrices by one of its symbols, in matrix form, with its value and its working. */
public final class MatrixGradient {
    private static final int LARGEST_SIZE = 1_000;

    /** Differences are right to about ten digits. */
    private static final double DOUBTFUL = 1e-6;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "layout", "the derivative of a scalar has the shape of the variable; that of a vector a row per output",
            "vectors", "columns",
            "norm", "Euclidean; of a matrix Frobenius",
            "symmetric", "a symmetric variable is differentiated by all its entries, as if they were free");

    private MatrixGradient() {}

    /**
     * @param shapes [rows, columns], [n] or [] by symbol
     * @param symmetric null: none
     * @param at null: no values
     * @throws DimensionMismatchException where shapes do not fit, naming both and the place in the text
     * @throws DomainException where the derivative is no matrix, or has no value at the point
     */
    public static MatrixDerivativeResult of(
            String text,
            Map<String, List<Integer>> shapes,
            List<String> symmetric,
            String variable,
            Map<String, MatrixValue> at,
            boolean explain,
            Deadline deadline) {
        Map<String, Symbol> symbols = symbols(shapes, symmetric == null ? List.of() : symmetric);
        Symbol by = symbols.get(variable);
        if (by == null) {
            throw new InvalidParameterException("\"%s\" is not among the symbols%s."
                            .formatted(variable, NearestName.question(variable, symbols.keySet())))
                    .at("/variable");
        }
        MatrixExpression expression;
        MatrixDerivative.Result derivative;
        try {
            expression = MatrixParser.parse(text, symbols);
            derivative = MatrixDerivative.of(expression, by, deadline);
        } catch (MathException e) {
            throw e.at("/expression");
        }
        MatrixCheck check = MatrixCheck.of(expression, derivative, by, symbols, deadline);
        List<Warning> warnings = new ArrayList<>();
        if (check.points() == 0) {
            warnings.add(new Warning(
                    "not-verified",
                    "No sample point was found at which the result could be compared with differences of values.",
                    "/diagnostics/verified"));
        } else if (check.largestDifference() > DOUBTFUL) {
            warnings.add(new Warning(
                    "doubtful",
                    "The result differs by %.2g from differences of values at a sample point; the formula may have a kink there."
                            .formatted(check.largestDifference()),
                    "/diagnostics/verified"));
        }
        MatrixExpression result = derivative.derivative();
        Matrix value = null;
        Matrix functionValue = null;
        if (at != null) {
            Map<String, Matrix> values = values(at, symbols);
            functionValue = defined(expression, values, deadline);
            value = defined(result, values, deadline);
        }
        return new MatrixDerivativeResult(
                MatrixText.of(result),
                MatrixLatex.of(result),
                derivative.gradient()
                        ? MatrixDerivativeResult.Layout.DENOMINATOR
                        : MatrixDerivativeResult.Layout.NUMERATOR,
                List.of(result.shape().rows(), result.shape().columns()),
                variable,
                MatrixText.of(expression),
                value == null ? null : MatrixDerivativeResult.Value.of(value),
                functionValue == null ? null : MatrixDerivativeResult.Value.of(functionValue),
                explain ? steps(expression, derivative, by, warnings) : null,
                CONVENTIONS,
                new SymbolicDiagnostics(new SymbolicDiagnostics.Verified(check.points(), check.largestDifference())),
                warnings);
    }

    private static Map<String, Symbol> symbols(Map<String, List<Integer>> shapes, List<String> symmetric) {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        shapes.forEach((name, sizes) -> {
            String pointer = "/symbols/" + name.replace("~", "~0").replace("/", "~1");
            boolean word = !name.isEmpty()
                    && Character.isLetter(name.charAt(0))
                    && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
            if (!word) {
                throw new InvalidParameterException(
                                "\"%s\" is no name: letters, digits and _ make one.".formatted(name))
                        .at(pointer);
            }
            boolean sized = sizes != null
                    && sizes.size() <= 2
                    && sizes.stream().allMatch(size -> size != null && size >= 1 && size <= LARGEST_SIZE);
            if (!sized) {
                throw new InvalidParameterException(
                                "A shape is [rows, columns], [n] or [], each from 1 to %,d.".formatted(LARGEST_SIZE))
                        .at(pointer);
            }
            Shape shape = new Shape(sizes.isEmpty() ? 1 : sizes.get(0), sizes.size() < 2 ? 1 : sizes.get(1));
            symbols.put(name, new Symbol(name, shape, symmetric.contains(name)));
        });
        for (int i = 0; i < symmetric.size(); i++) {
            Symbol symbol = symbols.get(symmetric.get(i));
            if (symbol == null || !symbol.shape().isSquare()) {
                throw new InvalidParameterException(
                                "\"%s\" is not a square matrix among the symbols.".formatted(symmetric.get(i)))
                        .at("/symmetric/" + i);
            }
        }
        return symbols;
    }

    private static Map<String, Matrix> values(Map<String, MatrixValue> at, Map<String, Symbol> symbols) {
        Map<String, Matrix> values = new HashMap<>();
        symbols.forEach((name, symbol) -> {
            MatrixValue given = at.get(name);
            if (given == null) {
                throw new InvalidParameterException("There is no value for %s.".formatted(name)).at("/at");
            }
            Shape shape = new Shape(given.matrix().rows(), given.matrix().columns());
            if (!shape.equals(symbol.shape())) {
                throw new DimensionMismatchException(
                                "The value of %s is %s; the symbol is %s.".formatted(name, shape, symbol.shape()))
                        .at("/at/" + name);
            }
            if (symbol.symmetric() && !given.matrix().equals(given.matrix().transpose())) {
                throw new InvalidParameterException("%s was said to be symmetric; its value is not.".formatted(name))
                        .at("/at/" + name);
            }
            values.put(name, given.matrix());
        });
        return values;
    }

    private static Matrix defined(MatrixExpression expression, Map<String, Matrix> values, Deadline deadline) {
        Matrix value = MatrixEvaluation.value(expression, values, deadline);
        if (Arrays.stream(value.values()).allMatch(Double::isFinite)) {
            return value;
        }
        throw new DomainException("%s is undefined, or too large for a double, at this point."
                        .formatted(MatrixText.of(expression)))
                .at("/at");
    }

    private static String differential(MatrixDerivative.RuleStep step, boolean carried) {
        String part = "d\\left(" + MatrixLatex.of(step.of()) + "\\right)";
        if (!carried) {
            return part;
        }
        String factor = MatrixLatex.of(step.factor());
        return "dF = \\dots + "
                + (step.factor().shape().isScalar()
                        ? "\\left(%s\\right) %s".formatted(factor, part)
                        : "\\operatorname{tr}\\left(\\left(%s\\right)^{\\top} %s\\right)".formatted(factor, part));
    }

    private static List<Step> steps(
            MatrixExpression expression, MatrixDerivative.Result derivative, Symbol variable, List<Warning> warnings) {
        List<Step> steps = new ArrayList<>();
        for (MatrixDerivative.RuleStep step : derivative.steps()) {
            String of = MatrixText.of(step.of());
            boolean carried = derivative.gradient();
            steps.add(new Step(
                    step.rule().kind(),
                    step.rule().title(),
                    carried
                            ? "%s. In dF the differential of %s has the factor %s."
                                    .formatted(step.rule().meaning(), of, MatrixText.of(step.factor()))
                            : "%s: the differential of %s."
                                    .formatted(step.rule().meaning(), of),
                    "%s: \\quad %s".formatted(step.rule().latex(), differential(step, carried)),
                    MatrixText.of(step.factor())));
        }
        MatrixExpression result = derivative.derivative();
        steps.add(new Step(
                "derivative",
                "Derivative",
                "What stands before d%s, collected and simplified, is the derivative of %s."
                        .formatted(variable.name(), MatrixText.of(expression)),
                "\\frac{\\partial F}{\\partial %s} = %s".formatted(MatrixLatex.of(variable), MatrixLatex.of(result)),
                MatrixText.of(result)));
        return Steps.limited(steps, warnings);
    }
}
