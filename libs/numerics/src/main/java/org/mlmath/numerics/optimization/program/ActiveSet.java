package org.mlmath.numerics.optimization.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DidNotConvergeException;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.QrFactors;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * min ½xᵀQx + cᵀx where A·x ≤ b, E·x = f and l ≤ x ≤ u, for positive semidefinite Q whose numbers are of the size of 1.
 *
 * <p>By the primal active-set method in null-space form: from a feasible point, each step goes to the minimum along the constraints
 * that are held, or to the first constraint in the way, which is held from then on; at such a minimum the constraint whose multiplier has
 * the wrong sign most is let go. Directions along which Q is zero and the function falls go on to the next constraint, and prove an
 * unbounded program where there is none. Cost of a step: a few n³ operations. Source: Nocedal and Wright, <i>Numerical
 * Optimization</i>, 2nd ed., §16.5; with the eigenvectors of the reduced matrix in place of its Cholesky factor, so that semidefinite
 * ones need no special case.
 */
final class ActiveSet {
    private static final double TOLERANCE = 1e-11;

    /** Exchanges at one and the same point after which smallest indices are chosen, which cannot cycle. */
    private static final int STALLED = 30;

    private static final int POLISHING = 3;

    /** Rounds in which multipliers are found: the first as far as large ones let it, the others what those hid. */
    private static final int REFINING = 3;

    /** Equations are held before all other constraints where only some of those that depend on each other can be. */
    private static final double OF_EQUATION = 2;

    /** A row that is this close to being a combination of others is one. */
    private static final double DEPENDENT = 1e-10;

    /** By how much constraints may be passed, relative to their right-hand sides, in what began at a point near the optimum. */
    private static final double FEASIBLE = 1e-9;

    private final Kernel kernel = Kernels.current();
    private final Matrix q;
    private final double[] c;
    private final Constraints constraints;
    private final Deadline deadline;
    private final int n;

    /** Inequalities, then bounds, then equations: each row at most 1 in size, aᵢ·x ≤ bᵢ. */
    private final double[][] rows;

    private final double[] right;
    private final double[] rowScale;
    private final int inequalities;
    private final int[] lowerRow;
    private final int[] upperRow;
    private final int equationsFrom;
    private final double curvature;
    private final Spectrum spectrum;
    private final List<Integer> working = new ArrayList<>();
    private double[] x;
    private int iterations;
    private int stalled;

    ActiveSet(Matrix q, double[] c, Constraints constraints, Spectrum spectrum, Deadline deadline) {
        this.q = q;
        this.c = c;
        this.constraints = constraints;
        this.deadline = deadline;
        n = c.length;
        this.spectrum = spectrum;
        curvature = spectrum.rounding();
        lowerRow = new int[n];
        upperRow = new int[n];
        List<double[]> all = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int i = 0; i < constraints.limits().length; i++) {
            all.add(constraints.inequalities().row(i));
            limits.add(constraints.limits()[i]);
        }
        inequalities = all.size();
        for (int j = 0; j < n; j++) {
            lowerRow[j] = bound(j, -1, -constraints.lower()[j], all, limits);
            upperRow[j] = bound(j, 1, constraints.upper()[j], all, limits);
        }
        equationsFrom = all.size();
        for (int i = 0; i < constraints.values().length; i++) {
            all.add(constraints.equations().row(i));
            limits.add(constraints.values()[i]);
        }
        rows = all.toArray(double[][]::new);
        right = new double[rows.length];
        rowScale = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double largest = Arrays.stream(rows[i]).map(Math::abs).max().orElse(0);
            rowScale[i] = largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
            right[i] = rowScale[i] * limits.get(i);
            for (int j = 0; j < n; j++) {
                rows[i][j] *= rowScale[i];
            }
        }
    }

    private int bound(int j, int sign, double limit, List<double[]> all, List<Double> limits) {
        if (limit == Double.POSITIVE_INFINITY) {
            return -1;
        }
        double[] row = new double[n];
        row[j] = sign;
        all.add(row);
        limits.add(limit);
        return all.size() - 1;
    }

    /**
     * @param vertex a feasible point
     * @param before steps that led to it
     * @throws DidNotConvergeException where the data are so badly scaled that the method does not end
     */
    QuadraticSolution from(double[] vertex, int before) {
        x = vertex;
        iterations = before;
        double[] weight = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            boolean reached = i >= equationsFrom || Math.abs(slack(i)) <= TOLERANCE * (1 + Math.abs(right[i]));
            weight[i] = i >= equationsFrom ? OF_EQUATION : reached ? 1 : 0;
        }
        hold(weight);
        return run();
    }

    /**
     * @param point near the optimum
     * @return null where what this led to is not feasible, which can be when the point was not near enough
     * @throws DidNotConvergeException as {@link #from}
     */
    QuadraticSolution near(InteriorPoint point) {
        x = point.x;
        iterations = point.steps();
        double[] activity = new double[rows.length];
        for (int i = 0; i < inequalities; i++) {
            activity[i] = point.activity(i);
        }
        for (int j = 0; j < n; j++) {
            boolean fixed = constraints.lower()[j] == constraints.upper()[j];
            if (lowerRow[j] >= 0) {
                activity[lowerRow[j]] = fixed ? 1 : point.boundActivity(j, -1);
            }
            if (upperRow[j] >= 0) {
                activity[upperRow[j]] = fixed ? 0 : point.boundActivity(j, 1);
            }
        }
        double[] weight = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            weight[i] = i >= equationsFrom ? OF_EQUATION : activity[i] > 0.5 ? activity[i] : 0;
        }
        hold(weight);
        add(new Face().restoration());
        QuadraticSolution solution = run();
        for (int i = 0; i < rows.length; i++) {
            double beyond = i >= equationsFrom ? Math.abs(slack(i)) : -slack(i);
            if (beyond > FEASIBLE * (1 + Math.abs(right[i]))) {
                return null;
            }
        }
        return solution;
    }

    /** Holds as many constraints of positive weight as do not depend on each other, heavy ones first. */
    private void hold(double[] weight) {
        List<Integer> candidates = IntStream.range(0, weight.length)
                .filter(i -> weight[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weight[i]))
                .toList();
        List<double[]> basis = new ArrayList<>();
        for (int i : candidates) {
            if (basis.size() == n) {
                break;
            }
            double[] rest = rows[i].clone();
            double length = norm(rest);
            for (int round = 0; round < 2; round++) { // twice, since what is left after once may be rounding
                for (double[] vector : basis) {
                    double along = 0;
                    for (int j = 0; j < n; j++) {
                        along += vector[j] * rest[j];
                    }
                    for (int j = 0; j < n; j++) {
                        rest[j] -= along * vector[j];
                    }
                }
            }
            double left = norm(rest);
            if (left > DEPENDENT * length) {
                basis.add(Arrays.stream(rest).map(entry -> entry / left).toArray());
                working.add(i);
            }
        }
    }

    private static double norm(double[] row) {
        double sum = 0;
        for (double entry : row) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    private QuadraticSolution run() {
        long most = 1_000L + 100L * (n + rows.length);
        while (true) {
            deadline.check();
            if (iterations++ > most) {
                throw new DidNotConvergeException(
                        "The active-set method did not end within %,d steps; its data are too badly scaled."
                                .formatted(most));
            }
            Face face = new Face();
            if (face.flat != null) {
                QuadraticSolution unbounded = follow(face.flat, Double.POSITIVE_INFINITY);
                if (unbounded != null) {
                    return unbounded;
                }
            } else if (face.still()) {
                int wrong = wrongSign(face);
                if (wrong < 0) {
                    return optimum();
                }
                working.remove(Integer.valueOf(wrong));
            } else {
                follow(face.newton, 1);
            }
        }
    }

    private Matrix held() {
        return Matrix.of(working.stream().map(i -> rows[i]).toArray(double[][]::new));
    }

    private double slack(int i) {
        CompensatedProduct slack = new CompensatedProduct(right[i]);
        for (int j = 0; j < n; j++) {
            slack.subtract(rows[i][j], x[j]);
        }
        return slack.value();
    }

    /** The points that satisfy the constraints held as equations, seen from x. */
    private final class Face {
        /** ∇f + Wᵀ·ν, in which large multipliers have cancelled large costs before anything is rounded. */
        private final double[] lagrangian = new double[n];

        /** What the terms of it are in size, but for those that cancel: the unit of its errors. */
        private double size;

        /** ν, of the rows that are held: Wᵀ·ν = −∇f as nearly as may be. */
        final double[] multipliers = new double[working.size()];

        private final QrFactors qr;

        /** The step to the minimum of the face, where f curves. */
        final double[] newton;

        /** A direction along which f falls and does not curve, null where there is none. */
        final double[] flat;

        final boolean definite;

        /** The largest entry of the gradient along the face. */
        private final double slope;

        Face() {
            qr = working.isEmpty() ? null : kernel.qr(held().transpose(), true, false);
            gradient();
            for (int round = 0; round < REFINING && qr != null; round++) {
                correct();
                gradient();
            }
            Matrix z = nullSpace();
            if (z.columns() == 0) {
                newton = new double[n];
                flat = null;
                definite = true;
                slope = 0;
                return;
            }
            Matrix zt = z.transpose();
            SymmetricEigenFactors reduced =
                    kernel.symmetricEigen(symmetric(kernel.multiply(zt, kernel.multiply(q, z))), true);
            double[] projected = kernel.multiply(zt, Matrix.column(lagrangian)).values();
            slope = Arrays.stream(projected).map(Math::abs).max().orElse(0);
            double[] along = kernel.multiply(reduced.vectors().transpose(), Matrix.column(projected))
                    .values();
            double[] curved = new double[along.length];
            double[] straight = new double[along.length];
            boolean falls = false;
            for (int k = 0; k < along.length; k++) {
                if (reduced.values()[k] > curvature) {
                    curved[k] = -along[k] / reduced.values()[k];
                } else if (Math.abs(along[k]) > TOLERANCE * size) {
                    straight[k] = -along[k];
                    falls = true;
                }
            }
            newton = back(z, reduced, curved);
            flat = falls ? back(z, reduced, straight) : null;
            definite = reduced.values()[0] > curvature;
        }

        private double[] back(Matrix z, SymmetricEigenFactors reduced, double[] coordinates) {
            return kernel.multiply(z, kernel.multiply(reduced.vectors(), Matrix.column(coordinates)))
                    .values();
        }

        private Matrix nullSpace() {
            if (qr == null) {
                return Matrix.identity(n);
            }
            int k = working.size();
            double[] entries = new double[n * (n - k)];
            for (int i = 0; i < n; i++) {
                for (int j = k; j < n; j++) {
                    entries[i * (n - k) + j - k] = qr.q().get(i, j);
                }
            }
            return new Matrix(n, n - k, entries);
        }

        /** @return whether x is the minimum of the face, as far as the gradient can tell */
        boolean still() {
            double gain = 0;
            for (int j = 0; j < n; j++) {
                gain = Math.max(gain, Math.abs(newton[j]) / (1 + Math.abs(x[j])));
            }
            return gain <= TOLERANCE || slope <= 4 * n * Math.ulp(size);
        }

        private void gradient() {
            size = 0;
            for (int j = 0; j < n; j++) {
                CompensatedProduct sum = new CompensatedProduct(c[j]);
                double terms = 0;
                for (int k = 0; k < n; k++) {
                    sum.subtract(-q.get(j, k), x[k]);
                    terms += Math.abs(q.get(j, k) * x[k]);
                }
                for (int k = 0; k < multipliers.length; k++) {
                    sum.subtract(-multipliers[k], rows[working.get(k)][j]);
                }
                lagrangian[j] = sum.value();
                size = Math.max(size, terms + Math.abs(lagrangian[j]));
            }
        }

        /** Takes from the multipliers what is left along the rows that are held. */
        private void correct() {
            int k = multipliers.length;
            double[] correction = new double[k];
            for (int i = k - 1; i >= 0; i--) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum -= qr.q().get(j, i) * lagrangian[j];
                }
                for (int j = i + 1; j < k; j++) {
                    sum -= qr.r().get(i, j) * correction[j];
                }
                correction[i] = sum / qr.r().get(i, i);
            }
            for (int i = 0; i < k; i++) {
                multipliers[i] += correction[i];
            }
        }

        /** The shortest way back to the constraints that are held, which steps have left by rounding. */
        double[] restoration() {
            int k = working.size();
            double[] rest = new double[k];
            for (int i = 0; i < k; i++) {
                double sum = slack(working.get(i));
                for (int j = 0; j < i; j++) {
                    sum -= qr.r().get(j, i) * rest[j];
                }
                rest[i] = sum / qr.r().get(i, i);
            }
            double[] step = new double[n];
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < k; i++) {
                    step[j] += qr.q().get(j, i) * rest[i];
                }
            }
            return step;
        }
    }

    private static Matrix symmetric(Matrix a) {
        double[] mean = a.values().clone();
        int k = a.rows();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                mean[i * k + j] = mean[j * k + i] = 0.5 * (a.get(i, j) + a.get(j, i));
            }
        }
        return new Matrix(k, k, mean);
    }

    /** @return the row to let go: the most negative multiplier of an inequality, or the first when nothing moves; −1: none */
    private int wrongSign(Face face) {
        double[] multipliers = face.multipliers;
        double largest = 0;
        for (double multiplier : multipliers) {
            largest = Math.max(largest, Math.abs(multiplier));
        }
        int wrong = -1;
        // Beside a large multiplier, as of a penalty, small ones count down to their own rounding, unless that leads
        // nowhere.
        double least = stalled > STALLED ? -1e-10 * largest : -8 * n * Math.ulp(face.size);
        for (int k = 0; k < multipliers.length; k++) {
            int row = working.get(k);
            if (row < equationsFrom && multipliers[k] < least) {
                if (stalled > STALLED) {
                    wrong = wrong < 0 ? row : Math.min(wrong, row);
                } else {
                    wrong = row;
                    least = multipliers[k];
                }
            }
        }
        return wrong;
    }

    /** Goes along a direction up to a multiple of it, or the first constraint in the way; @return the proof where nothing is */
    private QuadraticSolution follow(double[] direction, double most) {
        double length = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double step = most;
        int blocking = -1;
        for (int i = 0; i < equationsFrom; i++) {
            if (working.contains(i)) {
                continue;
            }
            double rate = 0;
            for (int j = 0; j < n; j++) {
                rate += rows[i][j] * direction[j];
            }
            if (rate > TOLERANCE * length) {
                double until = Math.max(0, slack(i)) / rate;
                if (until < step) {
                    step = until;
                    blocking = i;
                }
            }
        }
        if (step == Double.POSITIVE_INFINITY) {
            double[] ray = Arrays.stream(direction).map(entry -> entry / length).toArray();
            return unbounded(x, ray, iterations);
        }
        double moved = 0;
        for (int j = 0; j < n; j++) {
            double before = x[j];
            x[j] += step * direction[j];
            moved = Math.max(moved, Math.abs(x[j] - before) / (1 + Math.abs(before)));
        }
        stalled = moved > TOLERANCE ? 0 : stalled + 1;
        if (blocking >= 0) {
            working.add(blocking);
        }
        return null;
    }

    static QuadraticSolution unbounded(double[] start, double[] ray, int iterations) {
        return new QuadraticSolution(Status.UNBOUNDED, start, null, null, null, ray, new int[0], false, 0, iterations);
    }

    private QuadraticSolution optimum() {
        Face face = new Face();
        for (int round = 0; round < POLISHING; round++) {
            add(face.restoration());
            face = new Face();
            add(face.newton);
            face = new Face();
        }
        for (int j = 0; j < n; j++) { // bounds that are held hold exactly, and none is passed by rounding
            double lower = constraints.lower()[j];
            double upper = constraints.upper()[j];
            boolean below = lowerRow[j] >= 0 && working.contains(lowerRow[j]);
            boolean above = upperRow[j] >= 0 && working.contains(upperRow[j]);
            x[j] = below ? lower : above ? upper : Math.clamp(x[j], lower, upper);
        }
        double[] held = face.multipliers;
        Multipliers multipliers = Multipliers.zero(constraints);
        for (int k = 0; k < held.length; k++) {
            int row = working.get(k);
            double multiplier = held[k] * rowScale[row];
            if (row >= equationsFrom) {
                multipliers.equations()[row - equationsFrom] = multiplier;
            } else if (row < inequalities) {
                multipliers.inequalities()[row] = Math.max(0, multiplier);
            }
        }
        for (int j = 0; j < n; j++) {
            multipliers.lower()[j] = ofRow(lowerRow[j], held);
            multipliers.upper()[j] = ofRow(upperRow[j], held);
        }
        return new QuadraticSolution(
                Status.OPTIMAL,
                x,
                value(),
                multipliers,
                null,
                null,
                working.stream()
                        .filter(row -> row < inequalities)
                        .sorted()
                        .mapToInt(row -> row)
                        .toArray(),
                spectrum.smallest() > curvature || face.definite && strict(held),
                spectrum.smallest(),
                iterations);
    }

    /** @return whether every inequality that is held has a positive multiplier, beyond rounding */
    private boolean strict(double[] held) {
        double largest = Arrays.stream(held).map(Math::abs).max().orElse(0);
        for (int k = 0; k < held.length; k++) {
            if (working.get(k) < equationsFrom && held[k] <= 1e-10 * largest) {
                return false;
            }
        }
        return true;
    }

    private double ofRow(int row, double[] held) {
        int k = row < 0 ? -1 : working.indexOf(row);
        return k < 0 ? 0 : Math.max(0, held[k]);
    }

    private void add(double[] step) {
        for (int j = 0; j < n; j++) {
            x[j] += step[j];
        }
    }

    private double value() {
        CompensatedProduct value = new CompensatedProduct(0);
        for (int j = 0; j < n; j++) {
            value.subtract(-c[j], x[j]);
            for (int k = 0; k < n; k++) {
                value.subtract(-0.5 * q.get(j, k) * x[j], x[k]);
            }
        }
        return value.value();
    }
}
