package org.mlmath.numerics.optimization;

import java.util.Optional;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The extreme eigenvalues of an objective's Hessian, from gradients alone.
 *
 * <p>Lanczos iteration with full reorthogonalisation on Hessian–vector products by central differences of the gradient: exact
 * (to about 1e-9 of the largest) up to {@value #STEPS} variables; beyond that both ends are estimates from inside, the largest
 * eigenvalue usually good to a few per cent. Costs two gradients per step.
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., sections 10.1 (Lanczos) and 8.4.1 (bisection).
 *
 * @param smallest λmin, negative at a saddle
 * @param largest λmax
 * @param exact whether all directions were looked at
 */
public record Curvature(double smallest, double largest, boolean exact) {
    private static final int STEPS = 24;

    /** ε^⅓: where the rounding of a central difference balances its truncation. */
    private static final double DIFFERENCE_STEP = Math.cbrt(Math.ulp(1.0));

    /** Below this part of the largest an eigenvalue cannot be told from zero by differences. */
    private static final double RESOLUTION = 1e-6;

    /** And below this, whatever the largest is: on objectives of ordinary scale nothing is decided by so little. */
    private static final double RESOLUTION_FLOOR = 1e-6;

    /** How far apart, in both directions, Hessians are compared: no formula but a quadratic's is the same at all of them. */
    private static final double[] COMPARED = {-0.1, 1, -10, 1000};

    /** Above this Hessians take more room than the question is worth. */
    private static final int MOST_VARIABLES = 200;

    /** By how much entries of a constant Hessian may differ, relative to themselves: rounding alone. */
    private static final double CONSTANT = 1e-12;

    /** @return |λ| that still counts as zero */
    public double resolution() {
        return Math.max(RESOLUTION_FLOOR, RESOLUTION * Math.max(Math.abs(smallest), Math.abs(largest)));
    }

    /** @return λmax/λmin where the Hessian is positive definite, NaN elsewhere */
    public double conditionNumber() {
        return smallest > resolution() ? largest / smallest : Double.NaN;
    }

    /** @return the curvature at a point; empty where the objective is undefined beside it */
    public static Optional<Curvature> at(double[] point, DifferentiableFunction objective, Deadline deadline) {
        int n = point.length;
        int steps = Math.min(n, STEPS);
        double[][] basis = new double[steps][];
        double[] diagonal = new double[steps];
        double[] offDiagonal = new double[steps];
        double[] direction = start(n);
        int size = 0;
        while (size < steps) {
            deadline.check();
            basis[size] = direction;
            double[] image = product(point, direction, objective);
            if (image == null) {
                return Optional.empty();
            }
            diagonal[size] = dot(direction, image);
            size++;
            orthogonalize(image, basis, size);
            double norm = Math.sqrt(dot(image, image));
            // An invariant subspace: the start has a part in every eigenspace, so no other eigenvalue is left out.
            if (size == steps || norm <= 1e-8 * Math.abs(diagonal[0]) || norm == 0) {
                break;
            }
            offDiagonal[size - 1] = norm;
            for (int i = 0; i < n; i++) {
                image[i] /= norm;
            }
            direction = image;
        }
        double smallest = eigenvalue(diagonal, offDiagonal, size, 0);
        double largest = eigenvalue(diagonal, offDiagonal, size, size - 1);
        return Double.isFinite(smallest) && Double.isFinite(largest)
                ? Optional.of(new Curvature(smallest, largest, n <= STEPS || size < steps))
                : Optional.empty();
    }

    /**
     * The curvature of a quadratic, which is the same at every point.
     *
     * @param start points near and far from here are compared
     * @return empty where the Hessian is not constant, or is too large to be computed for this
     */
    public static Optional<Curvature> everywhere(
            TwiceDifferentiableFunction objective, double[] start, Deadline deadline) {
        int n = start.length;
        if (n > MOST_VARIABLES) {
            return Optional.empty();
        }
        double[] first = new double[n * n];
        double[] other = new double[n * n];
        double[] gradient = new double[n];
        double[] aside = start(n);
        double scale = Math.max(1, Matrix.column(start).maxAbs());
        try {
            objective.valueGradientAndHessian(start, gradient, first);
            for (double distance : COMPARED) {
                deadline.check();
                double[] point = new double[n];
                for (int i = 0; i < n; i++) {
                    point[i] = start[i] + distance * scale * aside[i];
                }
                objective.valueGradientAndHessian(point, gradient, other);
                for (int i = 0; i < n * n; i++) {
                    double largest = Math.max(Math.abs(first[i]), Math.abs(other[i]));
                    if (!(Math.abs(first[i] - other[i]) <= CONSTANT * largest)) {
                        return Optional.empty();
                    }
                }
            }
        } catch (LimitExceededException e) {
            return Optional.empty();
        }
        double[] values =
                Kernels.current().symmetricEigen(new Matrix(n, n, first), false).values();
        return Optional.of(new Curvature(values[0], values[n - 1], true));
    }

    /**
     * The curvature at a point from the Hessian itself, which tells small eigenvalues from none where differences cannot.
     *
     * @return empty where the Hessian is undefined, or is too large to be computed for this
     */
    static Optional<Curvature> computed(TwiceDifferentiableFunction objective, double[] point) {
        int n = point.length;
        if (n > MOST_VARIABLES) {
            return Optional.empty();
        }
        double[] hessian = new double[n * n];
        try {
            objective.valueGradientAndHessian(point, new double[n], hessian);
        } catch (LimitExceededException e) {
            return Optional.empty();
        }
        if (!Double.isFinite(Matrix.column(hessian).maxAbs())) {
            return Optional.empty();
        }
        double[] values = Kernels.current()
                .symmetricEigen(new Matrix(n, n, hessian), false)
                .values();
        return Optional.of(new Curvature(values[0], values[n - 1], true));
    }

    /** A unit vector with no symmetry that a Hessian might share: multiples of the golden ratio modulo 1, away from zero. */
    private static double[] start(int n) {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = 0.5 + (i + 1) * 0.6180339887498949 % 1;
        }
        double norm = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < n; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    /** H·v = (∇f(x + hv) − ∇f(x − hv)) / 2h, or null where one of them is not finite. */
    private static double[] product(double[] point, double[] direction, DifferentiableFunction objective) {
        int n = point.length;
        double scale = 1;
        for (double coordinate : point) {
            scale = Math.max(scale, Math.abs(coordinate));
        }
        double h = DIFFERENCE_STEP * scale;
        double[] beside = new double[n];
        double[] ahead = new double[n];
        double[] behind = new double[n];
        for (int i = 0; i < n; i++) {
            beside[i] = point[i] + h * direction[i];
        }
        objective.valueAndGradient(beside, ahead);
        for (int i = 0; i < n; i++) {
            beside[i] = point[i] - h * direction[i];
        }
        objective.valueAndGradient(beside, behind);
        for (int i = 0; i < n; i++) {
            ahead[i] = (ahead[i] - behind[i]) / (2 * h);
            if (!Double.isFinite(ahead[i])) {
                return null;
            }
        }
        return ahead;
    }

    /** Twice is enough (Kahan, Parlett): removes from a vector its parts along the first rows of an orthonormal basis. */
    private static void orthogonalize(double[] vector, double[][] basis, int size) {
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < size; j++) {
                double part = dot(vector, basis[j]);
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= part * basis[j][i];
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The eigenvalue of that rank (0 the smallest) of a symmetric tridiagonal matrix, by bisection on Sturm counts. */
    private static double eigenvalue(double[] diagonal, double[] offDiagonal, int size, int rank) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double radius = (i > 0 ? offDiagonal[i - 1] : 0) + (i < size - 1 ? offDiagonal[i] : 0);
            lower = Math.min(lower, diagonal[i] - radius);
            upper = Math.max(upper, diagonal[i] + radius);
        }
        while (true) {
            double middle = lower + (upper - lower) / 2;
            if (!(middle > lower && middle < upper)) {
                return size == 1 ? diagonal[0] : middle;
            }
            if (countBelow(diagonal, offDiagonal, size, middle) > rank) {
                upper = middle;
            } else {
                lower = middle;
            }
        }
    }

    private static int countBelow(double[] diagonal, double[] offDiagonal, int size, double shift) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < size; i++) {
            double coupling = i > 0 ? offDiagonal[i - 1] : 0;
            pivot = diagonal[i] - shift - (i > 0 ? coupling * coupling / pivot : 0);
            if (pivot == 0) {
                pivot = -Double.MIN_NORMAL;
            }
            if (pivot < 0) {
                count++;
            }
        }
        return count;
    }
}
