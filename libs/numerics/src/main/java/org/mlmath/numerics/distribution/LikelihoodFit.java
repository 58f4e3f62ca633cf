package org.mlmath.numerics.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.Pace;

/**
 * Maximum likelihood from the score: Newton's method with step halving, positive parameters on a logarithmic scale, the Hessian by
 * central differences of the analytic score, damped towards steepest ascent where it is not negative definite. Standard errors
 * are those of the observed information −∂²log L at the maximum.
 */
final class LikelihoodFit {
    /** Writes the gradient of Σ log f(x; p) over the data with respect to p. */
    @FunctionalInterface
    interface Score {
        void of(double[] parameters, double[] data, double[] gradient);
    }

    private static final int MOST_STEPS = 300;
    private static final double DIFFERENCE = 1e-5;
    // Log of how far a positive parameter may run from its start before it counts as unbounded.
    private static final double FAR = Math.log(1e9);

    private static final int MANY = 100_000;

    private static final int PART = 10_000;

    private final Family family;
    private final double[] data;
    private final Score score;
    private final int[] free;
    private final double[] values;
    private final Deadline deadline;
    private final Pace pace;
    private int passes;
    private int evaluations;

    private LikelihoodFit(
            Family family, double[] data, Score score, double[] start, double[] fixed, Deadline deadline) {
        this.family = family;
        this.data = data;
        this.score = score;
        this.deadline = deadline;
        // Three steps at least, each with a Hessian from differences of gradients.
        this.pace = new Pace(6.0 * (Arrays.stream(fixed).filter(Double::isNaN).count() + 1), deadline);
        this.values = start.clone();
        int count = 0;
        int[] indices = new int[start.length];
        for (int i = 0; i < start.length; i++) {
            if (Double.isNaN(fixed[i])) {
                indices[count++] = i;
            } else {
                values[i] = fixed[i];
            }
        }
        this.free = Arrays.copyOf(indices, count);
    }

    static Fit fit(Family family, double[] data, Score score, double[] start, double[] fixed, Deadline deadline) {
        return new LikelihoodFit(
                        family, data, score, from(family, data, score, start, fixed, deadline), fixed, deadline)
                .run();
    }

    /** Of many observations, where a part of them would have the maximum: Newton's method then needs few steps over all. */
    private static double[] from(
            Family family, double[] data, Score score, double[] start, double[] fixed, Deadline deadline) {
        if (data.length < MANY) {
            return start;
        }
        int stride = data.length / PART;
        double[] part = new double[PART];
        for (int i = 0; i < PART; i++) {
            part[i] = data[i * stride];
        }
        Fit coarse = new LikelihoodFit(family, part, score, start, fixed, deadline).run();
        return coarse.remarks().isEmpty() ? coarse.parameters() : start;
    }

    private Fit run() {
        double[] theta = new double[free.length];
        double[] unit = new double[free.length];
        for (int j = 0; j < free.length; j++) {
            boolean positive = positive(j);
            theta[j] = positive ? Math.log(values[free[j]]) : 0;
            unit[j] = positive ? 1 : unitOfLocation();
        }
        double[] origin = values.clone();
        double[] start = theta.clone();
        double logLikelihood = logLikelihood(parameters(theta, unit, origin));
        boolean settled = false;
        List<String> remarks = new ArrayList<>();
        double[] gradient = gradient(theta, unit, origin);
        for (int step = 0; step < MOST_STEPS && !settled && free.length > 0; step++) {
            double[][] hessian = hessian(theta, unit, origin);
            double[] direction = ascent(hessian, gradient);
            double shrink = 1;
            double[] next = theta;
            double nextLikelihood = Double.NEGATIVE_INFINITY;
            for (int halving = 0; halving < 40; halving++) {
                next = moved(theta, direction, shrink);
                nextLikelihood = logLikelihood(parameters(next, unit, origin));
                if (nextLikelihood >= logLikelihood - 1e-13 * Math.abs(logLikelihood)) {
                    break;
                }
                shrink *= 0.5;
            }
            double change = 0;
            for (int j = 0; j < theta.length; j++) {
                change = Math.max(change, Math.abs(next[j] - theta[j]));
            }
            theta = next;
            logLikelihood = nextLikelihood;
            gradient = gradient(theta, unit, origin);
            settled = change < 1e-13;
            for (int j = 0; j < theta.length; j++) {
                if (positive(j) && Math.abs(theta[j] - start[j]) > FAR) {
                    remarks.add(
                            "The likelihood keeps rising as %s goes to %s: no finite maximum exists. The value given is where the search stopped."
                                    .formatted(
                                            family.parameters().get(free[j]).name(),
                                            theta[j] > start[j] ? "infinity" : "0"));
                    settled = true;
                }
            }
        }
        double[] parameters = parameters(theta, unit, origin);
        double[] errors = new double[parameters.length];
        Arrays.fill(errors, Double.NaN);
        if (remarks.isEmpty() && free.length > 0) {
            double[][] covariance = SmallSymmetric.inverse(negated(hessian(theta, unit, origin)));
            if (covariance == null || !settled) {
                remarks.add(flat(theta, start));
            }
            for (int j = 0; j < free.length && covariance != null; j++) {
                double slope = positive(j) ? parameters[free[j]] : unit[j];
                errors[free[j]] = covariance[j][j] > 0 ? Math.sqrt(covariance[j][j]) * slope : Double.NaN;
            }
        }
        double steepest = 0;
        for (double slope : gradient) {
            steepest = Math.max(steepest, Math.abs(slope) / data.length);
        }
        return new Fit(parameters, errors, logLikelihood(parameters), free.length, steepest, evaluations, remarks);
    }

    /** Says which parameter ran furthest before the likelihood ceased to change. */
    private String flat(double[] theta, double[] start) {
        int furthest = 0;
        for (int j = 1; j < theta.length; j++) {
            if (Math.abs(theta[j] - start[j]) > Math.abs(theta[furthest] - start[furthest])) {
                furthest = j;
            }
        }
        return "The likelihood hardly changes as %s goes further towards %s: it has no clear maximum. The value given is where the search stopped."
                .formatted(
                        family.parameters().get(free[furthest]).name(),
                        theta[furthest] > start[furthest] ? "infinity" : positive(furthest) ? "0" : "-infinity");
    }

    private boolean positive(int j) {
        return family.parameters().get(free[j]).domain() == Parameter.Domain.POSITIVE;
    }

    /** A location moves in units of the data's spread. */
    private double unitOfLocation() {
        Sample sample = Sample.of(data);
        double spread = Math.sqrt(sample.meanSquareAbout(sample.mean()));
        return spread > 0 ? spread : 1;
    }

    private double[] parameters(double[] theta, double[] unit, double[] origin) {
        double[] parameters = origin.clone();
        for (int j = 0; j < free.length; j++) {
            parameters[free[j]] = positive(j) ? Math.exp(theta[j]) : origin[free[j]] + theta[j] * unit[j];
        }
        return parameters;
    }

    /** Before each look at all of the data. */
    private void pass() {
        if (data.length < MANY) {
            deadline.check();
        } else {
            pace.check(passes++);
        }
    }

    private double logLikelihood(double[] parameters) {
        pass();
        double value = Sample.logLikelihood(family.member(parameters), data);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private double[] gradient(double[] theta, double[] unit, double[] origin) {
        double[] parameters = parameters(theta, unit, origin);
        double[] all = new double[parameters.length];
        evaluations++;
        pass();
        score.of(parameters, data, all);
        double[] gradient = new double[free.length];
        for (int j = 0; j < free.length; j++) {
            gradient[j] = all[free[j]] * (positive(j) ? parameters[free[j]] : unit[j]);
        }
        return gradient;
    }

    private double[][] hessian(double[] theta, double[] unit, double[] origin) {
        int n = theta.length;
        double[][] hessian = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] ahead = theta.clone();
            double[] behind = theta.clone();
            ahead[j] += DIFFERENCE;
            behind[j] -= DIFFERENCE;
            double[] above = gradient(ahead, unit, origin);
            double[] below = gradient(behind, unit, origin);
            for (int i = 0; i < n; i++) {
                hessian[i][j] = (above[i] - below[i]) / (ahead[j] - behind[j]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i] = 0.5 * (hessian[i][j] + hessian[j][i]);
            }
        }
        return hessian;
    }

    /** (−H + λI)⁻¹ g with the least λ tried that makes the matrix positive definite; no component longer than 2. */
    private static double[] ascent(double[][] hessian, double[] gradient) {
        double size = 0;
        for (double[] row : hessian) {
            for (double entry : row) {
                size = Math.max(size, Math.abs(entry));
            }
        }
        for (double damping = 0; ; damping = damping == 0 ? 1e-6 * size + Double.MIN_NORMAL : damping * 10) {
            double[][] matrix = negated(hessian);
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] += damping;
            }
            double[][] inverse = SmallSymmetric.inverse(matrix);
            if (inverse == null) {
                continue;
            }
            double[] direction = new double[gradient.length];
            double longest = 0;
            for (int i = 0; i < direction.length; i++) {
                for (int j = 0; j < direction.length; j++) {
                    direction[i] += inverse[i][j] * gradient[j];
                }
                longest = Math.max(longest, Math.abs(direction[i]));
            }
            if (longest > 2) {
                for (int i = 0; i < direction.length; i++) {
                    direction[i] *= 2 / longest;
                }
            }
            return direction;
        }
    }

    private static double[] moved(double[] theta, double[] direction, double factor) {
        double[] next = theta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += factor * direction[j];
        }
        return next;
    }

    private static double[][] negated(double[][] matrix) {
        double[][] negated = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                negated[i][j] = -matrix[i][j];
            }
        }
        return negated;
    }
}
