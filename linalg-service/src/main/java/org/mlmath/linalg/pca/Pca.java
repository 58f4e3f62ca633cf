package org.mlmath.linalg.pca;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.pca.PrincipalAxes;
import org.mlmath.numerics.pca.Scatter;
import org.mlmath.numerics.pca.Standardization;

/**
 * Principal component analysis: the orthogonal directions v₁, v₂, … along which data vary most.
 *
 * <p>With Z the centred (and scaled) data, Z = U·Σ·Vᵀ: components are rows of Vᵀ, their variances σᵢ²/(n − 1), scores Z·V. The first k span
 * the plane nearest to the data in the sense of least squares. Without centring, variances are second moments about zero.
 *
 * <p>Solvers, accuracies and costs: {@link PrincipalAxes}. Data beyond 1e±90 are divided by a power of two meanwhile, so that no square
 * overflows. Source: I. T. Jolliffe, <i>Principal Component Analysis</i>, 2nd ed., ch. 2–3.
 */
public final class Pca {
    /** Data whose entries are beyond 2^±300 are beyond what their squares and products bear. */
    private static final int COMFORTABLE = 300;

    /** Of variances this small beside the largest, the covariance solver leaves less than some nine digits. */
    private static final double DIGITS_LOST = 1e-6;

    /** An approximation this near is as good as exact for drawing and for models. */
    private static final double APPROXIMATE = 1e-8;

    /** How far a share of variance may miss the fraction asked for: rounding. */
    private static final double ROUNDING = 1e-14;

    private static final Map<String, String> CONVENTIONS = Map.of(
            "sign", "the first of the largest entries of a component is positive, scores follow",
            "variance", "divisor n - 1",
            "scale", "sample standard deviations, divisor n - 1; 1 for a constant column",
            "fraction", "the fewest components whose variances add up to at least this share",
            "reconstructionError", "Frobenius norm of centred and scaled data, relative to theirs");

    private Pca() {}

    /**
     * @param request shapes as documented, defaults filled in
     * @param seed of the randomised solver; unused by the others
     * @throws InsufficientDataException for fewer than 2 rows, or data that do not vary
     * @throws InvalidParameterException if there are not so many components, or a fraction is asked of the randomised solver
     */
    static PcaFitResult fit(PcaFitRequest request, PcaSolver solver, Long seed, Deadline deadline) {
        requireData(request.data());
        requireComponents(request, solver);
        Scatter scatter = solver == PcaSolver.COVARIANCE && request.center() ? scatter(request.data(), deadline) : null;
        int exponent = scatter == null ? extremeExponent(request.data()) : 0;
        Matrix data = exponent == 0 ? request.data() : timesPower(request.data(), -exponent);
        Standardization standard = scatter == null
                ? Standardization.of(data, request.center(), request.scale(), deadline)
                : scatter.standardization(request.scale());
        List<Warning> warnings = new ArrayList<>();
        warnOfConstants(warnings, request, data);
        PcaSolver used = solver;
        PrincipalAxes axes = scatter == null
                ? axes(data, standard, solver, request, seed, deadline)
                : covariance(data, scatter, standard);
        requireVariation(axes);
        if (solver == PcaSolver.COVARIANCE && losesDigits(axes, kept(request, axes), data, request.center())) {
            if (request.solver() == PcaSolver.AUTO && PcaCost.mayRepeat(data)) {
                used = PcaSolver.FULL;
                axes = axes(data, standard, used, request, seed, deadline);
            } else {
                warnings.add(new Warning(
                        "small-variances",
                        "Variances less than a millionth of the largest are right to fewer than nine digits."
                                + " The solver full keeps them.",
                        "/explainedVariance"));
            }
        }
        PrincipalAxes first = axes.first(kept(request, axes));
        warnOfDoubts(warnings, request, first, used);
        // Scaled data have no unit any more, others get theirs back.
        PcaFitResult fitted = result(
                request, first, used, seed, request.scale() ? 0 : exponent, restored(standard, exponent), warnings);
        return request.explain() ? PcaWorking.explain(fitted, request) : fitted;
    }

    /**
     * What the covariance solver needs to know of data that have as many rows as columns or more, in one pass.
     *
     * @return null where there are fewer rows, or where entries may be beyond what their squares bear
     */
    private static Scatter scatter(Matrix data, Deadline deadline) {
        if (data.rows() < data.columns()) {
            return null;
        }
        Scatter scatter = Scatter.of(data, deadline);
        double largest = 0;
        for (int j = 0; j < data.columns(); j++) {
            largest = Math.max(largest, scatter.products().get(j, j)); // NaN stays
        }
        return largest > 0 && Math.abs(Math.getExponent(largest)) <= 2 * COMFORTABLE ? scatter : null;
    }

    private static PrincipalAxes covariance(Matrix data, Scatter scatter, Standardization standard) {
        try {
            return PrincipalAxes.covariance(data, scatter, standard);
        } catch (MathException e) {
            throw e.at("/data");
        }
    }

    private static PrincipalAxes axes(
            Matrix data,
            Standardization standard,
            PcaSolver solver,
            PcaFitRequest request,
            Long seed,
            Deadline deadline) {
        try {
            return switch (solver) {
                case FULL -> PrincipalAxes.full(data, standard, deadline);
                case COVARIANCE -> PrincipalAxes.covariance(data, standard, deadline);
                case RANDOMIZED ->
                    PrincipalAxes.randomized(
                            data, standard, wanted(request, Math.min(data.rows(), data.columns())), seed, deadline);
                case AUTO -> throw new IllegalStateException("auto has been replaced by what it means");
            };
        } catch (MathException e) {
            throw e.at("/data");
        }
    }

    private static PcaFitResult result(
            PcaFitRequest request,
            PrincipalAxes axes,
            PcaSolver solver,
            Long seed,
            int unit,
            Standardization standard,
            List<Warning> warnings) {
        Matrix components = axes.directions();
        int k = components.rows();
        int freedom = request.data().rows() - 1;
        double[] sigma = Arrays.copyOf(axes.singularValues(), k);
        double[] variance = new double[k];
        double[] ratio = new double[k];
        double[] cumulative = new double[k];
        double[] deviation = new double[k];
        double sum = 0;
        for (int i = 0; i < k; i++) {
            variance[i] = Math.scalb(sigma[i] * sigma[i] / freedom, 2 * unit);
            ratio[i] = sigma[i] * sigma[i] / axes.squares();
            sum += ratio[i];
            cumulative[i] = Math.min(1, sum);
            sigma[i] = Math.scalb(sigma[i], unit);
            deviation[i] = sigma[i] / Math.sqrt(freedom);
        }
        if (request.whiten()) {
            PcaProjection.requireDeviations(deviation, "/data");
        }
        double lost = lost(axes, k, request.data());
        Certificate orthogonality = Certificate.ofOrthonormalRows(components);
        return new PcaFitResult(
                components,
                variance,
                ratio,
                cumulative,
                sigma,
                standard.shift(),
                standard.scale(),
                loadings(components, deviation),
                request.scores()
                        ? PcaProjection.scores(
                                request.data(), standard, components, request.whiten() ? deviation : null)
                        : null,
                lost,
                Math.scalb(lost * Math.sqrt(axes.squares()), unit),
                Math.scalb(axes.squares() / freedom, 2 * unit),
                axes.rank(),
                request.whiten(),
                solver,
                solver == PcaSolver.RANDOMIZED ? seed : null,
                new PcaDiagnostics(
                        orthogonality.value(), axes.residual(), axes.estimated() || orthogonality.estimated()),
                CONVENTIONS,
                warnings,
                null);
    }

    /** @return ‖Z − ZVᵀV‖ / ‖Z‖: from the singular values left out where they are known, else from those kept */
    private static double lost(PrincipalAxes axes, int k, Matrix data) {
        double[] sigma = axes.singularValues();
        if (sigma.length > k) {
            double omitted =
                    Matrix.column(Arrays.copyOfRange(sigma, k, sigma.length)).frobeniusNorm();
            return omitted / Math.sqrt(axes.squares());
        }
        if (k == Math.min(data.rows(), data.columns())) {
            return 0;
        }
        double kept = 0;
        for (double s : sigma) {
            kept += s * s / axes.squares();
        }
        return Math.sqrt(Math.max(0, 1 - kept));
    }

    private static Matrix loadings(Matrix components, double[] deviation) {
        Matrix columns = components.transpose();
        double[] values = columns.values();
        for (int at = 0; at < values.length; at++) {
            values[at] *= deviation[at % deviation.length];
        }
        return columns;
    }

    /** @return how many components to keep */
    private static int kept(PcaFitRequest request, PrincipalAxes axes) {
        int most = axes.directions().rows();
        Double asked = request.components();
        if (asked == null) {
            return request.whiten() ? Math.max(1, axes.rank()) : most;
        }
        if (asked >= 1) {
            return asked.intValue();
        }
        double sum = 0;
        for (int k = 0; k < most; k++) {
            double sigma = axes.singularValues()[k];
            sum += sigma * sigma / axes.squares();
            if (sum >= asked - ROUNDING) {
                return k + 1;
            }
        }
        return most;
    }

    /** @return the count asked for, or all */
    private static int wanted(PcaFitRequest request, int most) {
        return request.components() == null ? most : request.components().intValue();
    }

    private static boolean losesDigits(PrincipalAxes axes, int kept, Matrix data, boolean centered) {
        // What is exactly 0 loses nothing: columns of zeros, and the sum of centred rows.
        int known = data.columns() - axes.zeroColumns();
        known = Math.min(known, centered ? data.rows() - 1 : data.rows());
        int last = Math.min(kept, known) - 1;
        double[] sigma = axes.singularValues();
        return last >= 0 && sigma[last] * sigma[last] < DIGITS_LOST * sigma[0] * sigma[0];
    }

    private static void requireData(Matrix data) {
        if (data.columns() == 0) {
            throw new DimensionMismatchException("The data are %s: they have no columns. Give at least one variable."
                            .formatted(data.shape()))
                    .at("/data");
        }
        if (data.rows() < 2) {
            throw new InsufficientDataException(
                            "The data are %s; a variance takes at least 2 observations (rows).".formatted(data.shape()))
                    .at("/data")
                    .with("rows", data.rows());
        }
    }

    private static void requireComponents(PcaFitRequest request, PcaSolver solver) {
        Double asked = request.components();
        if (asked == null) {
            return;
        }
        Matrix data = request.data();
        int most = Math.min(data.rows(), data.columns());
        if (asked >= 1 && asked != Math.rint(asked)) {
            throw new InvalidParameterException(
                            "Is %s; from 1 on it is a count, and below a fraction of the variance.".formatted(asked))
                    .at("/components");
        }
        if (asked > most) {
            throw new InvalidParameterException(
                            "%s data have %d components; %.0f were asked for.".formatted(data.shape(), most, asked))
                    .at("/components");
        }
        if (asked < 1 && solver == PcaSolver.RANDOMIZED) {
            throw new InvalidParameterException(
                            "The randomized solver must know how many components to look for; which of them hold a fraction of"
                                    + " the variance is for the solvers full and covariance.")
                    .at("/components");
        }
    }

    private static void requireVariation(PrincipalAxes axes) {
        if (axes.singularValues()[0] == 0) {
            throw new InsufficientDataException(
                            "The data do not vary: all rows are the same, so there is no direction of largest variance.")
                    .at("/data");
        }
    }

    private static void warnOfConstants(List<Warning> warnings, PcaFitRequest request, Matrix data) {
        if (!request.scale()) {
            return;
        }
        for (int j = 0; j < data.columns(); j++) {
            if (isConstant(data, j)) {
                warnings.add(new Warning(
                        "constant-column",
                        "Column %d is constant: it has no standard deviation to divide by, and is left as it is."
                                .formatted(j),
                        "/scale/" + j));
            }
        }
    }

    private static boolean isConstant(Matrix data, int column) {
        for (int i = 1; i < data.rows(); i++) {
            if (data.get(i, column) != data.get(0, column)) {
                return false;
            }
        }
        return true;
    }

    private static void warnOfDoubts(
            List<Warning> warnings, PcaFitRequest request, PrincipalAxes axes, PcaSolver solver) {
        int rank = axes.rank();
        int kept = axes.directions().rows();
        if (kept > rank) {
            if (request.whiten()) {
                throw new InvalidParameterException(
                                "Only %d components vary; scores of the others cannot be divided by their standard deviation, which is 0."
                                        .formatted(rank))
                        .at("/components")
                        .with("rank", rank);
            }
            warnings.add(new Warning(
                    "beyond-rank",
                    "Only the first %d components vary by more than rounding; the others are any directions orthogonal to them."
                            .formatted(rank),
                    "/components"));
        }
        if (solver == PcaSolver.RANDOMIZED && axes.residual() > APPROXIMATE) {
            warnings.add(new Warning(
                    "approximate",
                    "The components satisfy the eigenvalue equation to %.1e of the largest variance only; the solver full is exact."
                            .formatted(axes.residual()),
                    "/components"));
        }
    }

    private static int extremeExponent(Matrix data) {
        double max = data.maxAbs();
        int exponent = max == 0 ? 0 : Math.max(Double.MIN_EXPONENT, Math.getExponent(max));
        return Math.abs(exponent) <= COMFORTABLE ? 0 : exponent;
    }

    private static Matrix timesPower(Matrix a, int exponent) {
        return new Matrix(a.rows(), a.columns(), timesPower(a.values(), exponent));
    }

    private static double[] timesPower(double[] values, int exponent) {
        return Arrays.stream(values).map(x -> Math.scalb(x, exponent)).toArray();
    }

    private static Standardization restored(Standardization standard, int exponent) {
        return exponent == 0
                ? standard
                : new Standardization(
                        timesPower(standard.shift(), exponent),
                        standard.scale() == null ? null : timesPower(standard.scale(), exponent));
    }
}
