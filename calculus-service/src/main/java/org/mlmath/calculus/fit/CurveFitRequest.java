package org.mlmath.calculus.fit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.expression.ExpressionCost;
import org.mlmath.calculus.point.Bound;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "A curve with parameters, and data that it is to fit")
public record CurveFitRequest(
        @Schema(
                description = "The curve: an expression in the parameters and the columns of the data",
                examples = "a*(1 - exp(-b*x))")
        @NotNull
        String expression,

        @Schema(
                description =
                        "The parameters by name, each with the value at which the search starts: a number or a constant expression",
                examples = "{\"a\": 500, \"b\": 0.0001}")
        @NotNull
        @NotEmpty
        @Size(max = 100)
        Map<String, @NotNull Bound> parameters,

        @Schema(
                description = "The observations by column, of equal lengths; as text/csv the whole body",
                examples = "{\"x\": [77.6, 114.9, 141.1], \"y\": [10.07, 14.73, 17.94]}")
        @NotNull
        FitData data,

        @Schema(
                description =
                        "What the curve is to fit: the name of a column, an expression in columns such as `ln(y)`, or a list of values",
                examples = "\"y\"")
        @NotNull
        FitTarget target,

        @Schema(
                description =
                        "Weights w of the squared residuals, Σw·(f - y)², at least 0; 1/σ² where an observation has standard deviation σ. By default 1",
                examples = "[1, 1, 2]",
                nullable = true)
        double[] weights,

        @Schema(
                description =
                        "Whether the weights are 1/σ² with known σ, so that the covariance is (JᵀWJ)⁻¹; else it is scaled by the variance of the residuals",
                defaultValue = "false",
                nullable = true)
        Boolean absoluteWeights,

        @Schema(
                description = "Intervals that parameters must not leave, by name; their ends may be infinite",
                examples = "{\"b\": [0, \"Infinity\"]}",
                nullable = true)
        @Size(max = 100)
        Map<String, @NotNull Bounds> bounds,

        @Schema(
                description = "How many steps at most",
                defaultValue = "" + CurveFitRequest.STEPS,
                examples = "100",
                nullable = true)
        @Min(1)
        @Max(10_000)
        Integer maxIterations,

        @Schema(
                description = "The probability with which a confidence interval holds its parameter, between 0 and 1",
                defaultValue = "0.95",
                examples = "0.99",
                nullable = true)
        Double level,

        @Schema(
                description = "Columns with the values at which the fitted curve is wanted",
                examples = "{\"x\": [200, 300]}",
                nullable = true)
        FitData predictAt,

        @Schema(description = "Adds the working, step by step", defaultValue = "false", nullable = true)
        Boolean explain)
        implements Costed {

    static final int STEPS = 500;

    /** Half of the standard problems need fewer evaluations than this, the hardest fifty times as many. */
    private static final int USUAL_EVALUATIONS = 30;

    @Override
    public Cost cost() {
        if (expression == null || parameters == null || data == null) {
            return Cost.SMALL;
        }
        long rows = data.rows();
        long n = parameters.size();
        Cost evaluations = ExpressionCost.values(expression, 2 * rows * USUAL_EVALUATIONS);
        Cost algebra = new Cost(4e-9 * rows * n * n * USUAL_EVALUATIONS, 8 * 6 * rows * (n + 4));
        return new Cost(evaluations.seconds(), 500L * expression.length()).plus(algebra);
    }
}
