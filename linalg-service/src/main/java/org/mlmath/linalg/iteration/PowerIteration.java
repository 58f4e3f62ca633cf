package org.mlmath.linalg.iteration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.iteration.PowerIterationResult.Diagnostics;
import org.mlmath.linalg.iteration.PowerIterationResult.Round;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;

/**
 * Power iteration v ← A·v/‖A·v‖₂ with the Rayleigh quotient λ = vᵀ·A·v, until ‖A·v − λ·v‖₂ ≤ tolerance·‖A·v‖₂.
 *
 * <p>Where |λ₁| &gt; |λ₂|, and the start is not without a part along v₁, it converges by |λ₂/λ₁| a round, the quotient of a
 * symmetric matrix by its square. The answer is an eigenpair of a matrix within the residual of A. Kinds of steps: start, multiply, value.
 *
 * <p>Source: Golub and Van Loan, <i>Matrix Computations</i>, 4th ed., §7.3.1 and §8.2.1.
 */
final class PowerIteration {
    static final int COMPARED_UP_TO = 200;
    static final int VECTORS_UP_TO = 100;
    private static final int MOST_NUMBERS = 100_000;
    private static final int READABLE = 8;

    /** Rounds over which the ratio is averaged: a pair of complex eigenvalues makes single ones swing. */
    private static final int RECENT = 5;

    /** How much smaller than the largest an eigenvalue counts as another. */
    private static final double OTHER = 1e-6;

    private final Matrix a;
    private final int exponent;
    private final Deadline deadline;
    private final List<Round> history = new ArrayList<>();

    private PowerIteration(Matrix a, Deadline deadline) {
        // By a power of two, so that no product overflows and no digit changes.
        this.exponent = a.maxAbs() == 0 ? 0 : Math.getExponent(a.maxAbs());
        double[] scaled = new double[a.values().length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(a.values()[i], -exponent);
        }
        this.a = new Matrix(a.rows(), a.columns(), scaled);
        this.deadline = deadline;
    }

    /**
     * @param a n×n
     * @param start n entries, or null
     */
    static PowerIterationResult run(
            Matrix a, double[] start, int maxIterations, double tolerance, boolean explain, Deadline deadline) {
        if (!a.isSquare() || a.rows() == 0) {
            throw new DimensionMismatchException(
                            "The matrix is %s, but only a square one can be multiplied by again and again."
                                    .formatted(a.shape()))
                    .at("/matrix");
        }
        if (start != null && start.length != a.rows()) {
            throw new DimensionMismatchException(
                            "The matrix is %s, the start has %d entries.".formatted(a.shape(), start.length))
                    .at("/start");
        }
        double[] v = start == null ? generic(a.rows()) : unit(start);
        if (v == null) {
            throw new InvalidParameterException("All entries are 0, which multiplying does not change.").at("/start");
        }
        return new PowerIteration(a, deadline).iterate(a, v, maxIterations, tolerance, explain);
    }

    /** Fractional parts of the multiples of the golden ratio: ones, say, would be an eigenvector of too many textbook matrices. */
    private static double[] generic(int n) {
        double[] v = new double[n];
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < n; i++) {
            v[i] = (i + 1) * ratio % 1;
        }
        return unit(v);
    }

    private static double[] unit(double[] v) {
        double max = Matrix.column(v).maxAbs();
        if (max == 0) {
            return null;
        }
        double[] scaled = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            scaled[i] = v[i] / max;
        }
        double norm = Matrix.column(scaled).frobeniusNorm();
        for (int i = 0; i < v.length; i++) {
            scaled[i] = scaled[i] / norm + 0.0;
        }
        return scaled;
    }

    private PowerIterationResult iterate(
            Matrix original, double[] start, int maxIterations, double tolerance, boolean explain) {
        int n = a.rows();
        double[] v = start;
        double floor = 2 * n * Math.ulp(1.0); // rounding leaves no less
        double value = 0;
        double residual = 0;
        int iterations = 0;
        boolean converged = false;
        while (true) {
            deadline.check();
            double[] image = times(v);
            value = dot(v, image);
            double size = Matrix.column(image).frobeniusNorm();
            residual = size == 0 ? 0 : residual(image, v, value) / size;
            record(iterations, value, residual, v);
            converged = residual <= Math.max(tolerance, floor);
            if (converged || iterations == maxIterations) {
                break;
            }
            v = unit(image);
            iterations++;
        }
        double[] vector = v.clone();
        Signs.fixColumns(Matrix.column(vector));
        double answer = Math.scalb(value, exponent);
        List<Warning> warnings = new ArrayList<>();
        Double ratio = compare(original, answer, converged, warnings);
        List<Step> steps = null;
        if (explain && n <= READABLE) {
            steps = steps(answer, vector, warnings);
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        return new PowerIterationResult(
                answer,
                vector,
                converged,
                iterations,
                convergenceRatio(),
                ratio,
                history,
                new Diagnostics(residual),
                Map.of(
                        "value", "Rayleigh quotient, in floating point",
                        "vector",
                                "2-norm 1, the first of the largest entries positive; in history the sign is left alone"),
                warnings,
                steps);
    }

    private double[] times(double[] v) {
        return Kernels.current().multiply(a, Matrix.column(v)).values();
    }

    private static double residual(double[] image, double[] v, double value) {
        double[] difference = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            difference[i] = image[i] - value * v[i];
        }
        return Matrix.column(difference).frobeniusNorm();
    }

    private void record(int iteration, double value, double residual, double[] v) {
        boolean shown = v.length <= VECTORS_UP_TO && (long) v.length * (iteration + 1) <= MOST_NUMBERS;
        history.add(new Round(iteration, Math.scalb(value, exponent), residual, shown ? v : null));
    }

    /** @return the geometric mean of the last quotients of residuals, or null where there are none above rounding */
    private Double convergenceRatio() {
        int last = history.size() - 1;
        while (last > 0 && history.get(last).residual() < 1e-14) {
            last--;
        }
        int first = Math.max(0, last - RECENT);
        if (last - first < 1 || history.get(first).residual() == 0) {
            return null;
        }
        return Math.pow(history.get(last).residual() / history.get(first).residual(), 1.0 / (last - first));
    }

    /** Holds the answer against the eigenvalues. */
    private Double compare(Matrix original, double answer, boolean converged, List<Warning> warnings) {
        Double ratio = null;
        boolean repeated = false;
        if (a.rows() <= COMPARED_UP_TO) {
            ComplexVector values = Kernels.current().eigen(a, false).values();
            double[] moduli = new double[a.rows()];
            for (int i = 0; i < moduli.length; i++) {
                moduli[i] = values.isComplex() ? Math.hypot(values.re()[i], values.im()[i]) : Math.abs(values.re()[i]);
            }
            Arrays.sort(moduli);
            double largest = moduli[moduli.length - 1];
            repeated = repeated(values, largest);
            ratio = moduli.length > 1 && largest > 0 ? Double.valueOf(moduli[moduli.length - 2] / largest) : null;
            if (converged && Math.abs(Math.scalb(answer, -exponent)) < largest * (1 - OTHER)) {
                warnings.add(new Warning(
                        "not-dominant",
                        "The start has no part along the dominant eigenvector, so this is another eigenvalue; the dominant one has modulus %s. Take another start."
                                .formatted(Latex.spoken(Math.scalb(largest, exponent))),
                        "/start"));
            }
        }
        if (!converged) {
            boolean tied = ratio != null && ratio > 1 - OTHER;
            warnings.add(new Warning(
                    "not-converged",
                    tied && repeated
                            ? "The dominant eigenvalue is repeated, or nearly so, without an eigenvector for each time: the vectors settle, but only about as 1/round."
                            : tied
                                    ? "Two eigenvalues are equally large in modulus (opposite signs, or a complex pair), so the vectors do not settle."
                                    : "The rounds were not enough: the residual is still above the tolerance.",
                    "/vector"));
        }
        return ratio;
    }

    /** @return whether the eigenvalues that are as large as the largest are one and the same, but for rounding */
    private static boolean repeated(ComplexVector values, double largest) {
        double[] re = values.re();
        double[] im = values.isComplex() ? values.im() : new double[re.length];
        int first = -1;
        for (int i = 0; i < re.length; i++) {
            if (Math.hypot(re[i], im[i]) < largest * (1 - OTHER)) {
                continue;
            }
            first = first < 0 ? i : first;
            if (Math.hypot(re[i] - re[first], im[i] - im[first]) > OTHER * largest) {
                return false;
            }
        }
        return true;
    }

    private List<Step> steps(double answer, double[] vector, List<Warning> warnings) {
        Working working = new Working();
        double[] start = history.getFirst().vector();
        working.add(
                new Step(
                        "start",
                        "Start with a vector of length 1",
                        "Any will do that has a part along the eigenvector looked for, as nearly all have.",
                        "v_{0} = " + Latex.vector(start),
                        start),
                start.length);
        for (Round round : history.subList(1, history.size())) {
            int k = round.iteration();
            working.add(
                    new Step(
                            "multiply",
                            "Round %d".formatted(k),
                            "Multiply by A and divide by the length. The quotient vᵀAv is now %s."
                                    .formatted(Latex.spoken(round.value())),
                            "v_{%d} = \\frac{A v_{%d}}{\\lVert A v_{%d} \\rVert} = %s"
                                    .formatted(k, k - 1, k - 1, Latex.vector(round.vector())),
                            round.vector()),
                    vector.length);
        }
        if (working.full()) {
            warnings.add(working.truncated());
        }
        return working.endingIn(new Step(
                "value",
                "Read off the eigenvalue",
                "For an eigenvector v of length 1, vᵀAv is the eigenvalue.",
                "\\lambda = v^{\\mathsf T} A v = " + Latex.number(answer) + ", \\quad v = " + Latex.vector(vector),
                answer));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
