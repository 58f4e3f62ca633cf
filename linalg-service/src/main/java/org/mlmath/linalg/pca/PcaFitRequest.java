package org.mlmath.linalg.pca;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Matrix;

@Schema(description = "Data whose principal components are wanted")
public record PcaFitRequest(
        @Schema(
                description = "n×p: a row per observation, a column per variable; at least 2 rows",
                examples = "[[2.5, 2.4], [0.5, 0.7], [2.2, 2.9], [1.9, 2.2]]")
        @NotNull
        Matrix data,

        @Schema(
                description =
                        "How many components to keep: a count of at most min(n, p), or a fraction between 0 and 1, meaning as few"
                                + " as hold at least this share of the variance. All, when not given",
                examples = "0.95")
        @Positive
        Double components,

        @Schema(description = "Subtract the mean of each column first", defaultValue = "true")
        Boolean center,

        @Schema(
                description = "Divide each column by its sample standard deviation (divisor n − 1) first, so that units"
                        + " do not matter; a constant column is left as it is",
                defaultValue = "false")
        Boolean scale,

        @Schema(
                description = "Divide scores by their standard deviations, so that each component's have variance 1",
                defaultValue = "false")
        Boolean whiten,

        @Schema(
                description =
                        "`full`: singular values of the data, the most accurate; `covariance`: eigenvectors of the smaller of"
                                + " ZᵀZ and ZZᵀ, much faster where n and p are far apart; `randomized`: an approximation of the"
                                + " first few; `auto`: full up to 500 rows and columns, covariance where the smaller side is at most"
                                + " 1000 (and full after all where that loses digits), else randomized for a count below 80 % of it",
                defaultValue = "auto")
        PcaSolver solver,

        @Schema(
                description = "Where the randomized solver starts: 0 … 2^53 - 1; drawn and returned when not given",
                examples = "42")
        @Min(0)
        @Max(9007199254740991L)
        Long seed,

        @Schema(description = "Return the scores of the data themselves", defaultValue = "false")
        Boolean scores,

        @Schema(
                description = "Show the working, for at most 30 observations of at most 6 variables",
                defaultValue = "false")
        Boolean explain)
        implements Costed {

    public PcaFitRequest {
        center = center == null || center;
        scale = scale != null && scale;
        whiten = whiten != null && whiten;
        solver = solver == null ? PcaSolver.AUTO : solver;
        scores = scores != null && scores;
        explain = explain != null && explain;
    }

    /** @return the solver that will be used */
    PcaSolver chosenSolver() {
        Integer count = components != null && components >= 1 ? Integer.valueOf(components.intValue()) : null;
        return solver.chosenFor(data.rows(), data.columns(), count);
    }

    @Override
    public Cost cost() {
        return PcaCost.ofFit(this);
    }
}
