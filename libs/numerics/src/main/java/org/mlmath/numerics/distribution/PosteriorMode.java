package org.mlmath.numerics.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;

/**
 * The parameters at which likelihood times prior density is largest (maximum a posteriori), the priors being independent and flat where
 * none is given. Newton's method with step halving on positive parameters' logarithms and probabilities' log odds, the derivatives by
 * central differences of fourth order over a small part of the posterior's width; where that finds no maximum, steps along each
 * parameter that grow and shrink. The mode is that of the density of the parameters themselves: the scale of the search does not
 * move it. Standard errors invert the observed information, −∂² log posterior.
 */
public final class PosteriorMode {
    private static final int MOST_STEPS = 80;
    private static final int MOST_MOVES = 2000;
    private static final double PART_OF_WIDTH = 0.005;
    private static final double FARTHEST = 40;

    private final Family family;
    private final double[] data;
    private final Distribution[] priors;
    private final int[] free;
    private final double[] values;
    private final double unit;
    private final Deadline deadline;
    private int evaluations;

    private PosteriorMode(
            Family family, double[] data, double[] fixed, Distribution[] priors, int[] free, Deadline deadline) {
        this.family = family;
        this.data = data;
        this.priors = priors;
        this.free = free;
        this.deadline = deadline;
        this.values = start(fixed);
        Sample sample = Sample.of(data);
        double spread = sample.rootMeanSquareAbout(sample.mean());
        this.unit = spread > 0 && spread < Double.POSITIVE_INFINITY ? spread : 1;
    }

    /**
     * @param fixed parameters held at a value, by name or alias
     * @param priors by the parameter's name
     * @return the mode; its log likelihood is that of the data alone
     * @throws InvalidParameterException at {@code /fixed/…} for an integer parameter that is not fixed, which is not estimated
     */
    public static Fit find(
            Family family,
            double[] data,
            Map<String, Double> fixed,
            Map<String, Distribution> priors,
            Deadline deadline) {
        double[] held = family.partial(fixed);
        List<Parameter> parameters = family.parameters();
        Distribution[] inOrder = new Distribution[held.length];
        int count = 0;
        int[] free = new int[held.length];
        for (int i = 0; i < held.length; i++) {
            Parameter parameter = parameters.get(i);
            inOrder[i] = priors.get(parameter.name());
            if (Double.isNaN(held[i])) {
                if (parameter.domain() == Parameter.Domain.COUNT || parameter.domain() == Parameter.Domain.INTEGER) {
                    throw new InvalidParameterException("%s is an integer and is not estimated with a prior: fix it."
                                    .formatted(parameter.name()))
                            .at("/fixed/" + parameter.name());
                }
                free[count++] = i;
            }
        }
        return new PosteriorMode(family, data, held, inOrder, Arrays.copyOf(free, count), deadline).run();
    }

    /** The most likely parameters where they exist and lie inside their domains; else the middle of the priors. */
    private double[] start(double[] fixed) {
        double[] likely = new double[fixed.length];
        Arrays.fill(likely, Double.NaN);
        try {
            likely = family.fit(data, FitMethod.MAXIMUM_LIKELIHOOD, family.held(fixed), deadline)
                    .parameters();
        } catch (MathException e) {
            if (e.pointer().startsWith("/data/") || e instanceof org.mlmath.numerics.DeadlineExceededException) {
                throw e; // an observation off the support
            }
        }
        double[] start = fixed.clone();
        for (int i : free) {
            double middle = priors[i] == null ? Double.NaN : priors[i].quantile(0.5);
            start[i] = inside(i, likely[i]) ? likely[i] : inside(i, middle) ? middle : probability(i) ? 0.5 : 1;
        }
        return start;
    }

    private boolean inside(int i, double value) {
        return Double.isFinite(value) && (!positive(i) || value > 0) && (!probability(i) || value > 0 && value < 1);
    }

    private boolean positive(int i) {
        Parameter.Domain domain = family.parameters().get(i).domain();
        return domain == Parameter.Domain.POSITIVE || domain == Parameter.Domain.NON_NEGATIVE;
    }

    private boolean probability(int i) {
        Parameter.Domain domain = family.parameters().get(i).domain();
        return domain == Parameter.Domain.PROBABILITY || domain == Parameter.Domain.POSITIVE_PROBABILITY;
    }

    private Fit run() {
        double[] theta = new double[free.length];
        for (int j = 0; j < free.length; j++) {
            double value = values[free[j]];
            theta[j] = positive(free[j]) ? Math.log(value) : probability(free[j]) ? Math.log(value / (1 - value)) : 0;
        }
        double[] width = new double[free.length];
        Arrays.fill(width, 0.1);
        theta = toBoundary(newton(theta, width));
        List<String> remarks = new ArrayList<>();
        double[][] hessian = hessian(theta, width);
        double[] gradient = gradient(theta, width);
        double[][] covariance = free.length == 0 ? new double[0][0] : SmallSymmetric.inverse(negated(hessian));
        if (covariance == null || farAway(theta) || !(norm(gradient) <= 1e-4 * Math.max(1, data.length))) {
            theta = farAway(theta) ? theta : toBoundary(climb(theta));
            covariance = SmallSymmetric.inverse(negated(hessian(theta, width)));
            gradient = gradient(theta, width);
            remarks.add(
                    "The posterior density is not smooth about its maximum, or largest at the edge of its support: the information gives no standard errors.");
            covariance = null;
        }
        double[] parameters = parameters(theta);
        double[] errors = new double[parameters.length];
        Arrays.fill(errors, Double.NaN);
        for (int j = 0; j < free.length && covariance != null; j++) {
            errors[free[j]] = Math.sqrt(covariance[j][j]) * slope(free[j], parameters[free[j]]);
        }
        return new Fit(
                parameters,
                errors,
                Sample.logLikelihood(family.member(parameters), data),
                free.length,
                norm(gradient) / data.length,
                evaluations,
                remarks);
    }

    /** dp/dθ. */
    private double slope(int i, double value) {
        return positive(i) ? value : probability(i) ? value * (1 - value) : unit;
    }

    private double[] newton(double[] start, double[] width) {
        double[] theta = start;
        double value = objective(theta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = gradient(theta, width);
            double[][] hessian = hessian(theta, width);
            double[][] inverse = SmallSymmetric.inverse(negated(hessian));
            if (inverse == null) {
                // Uphill, by about the width.
                inverse = new double[theta.length][theta.length];
                for (int j = 0; j < theta.length; j++) {
                    inverse[j][j] = 1 / (Math.abs(hessian[j][j]) + Math.abs(gradient[j]) + 1e-12);
                }
            }
            double[] direction = new double[theta.length];
            double longest = 0;
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < theta.length; j++) {
                    direction[i] += inverse[i][j] * gradient[j];
                }
                longest = Math.max(longest, Math.abs(direction[i]));
            }
            double factor = longest > 2 ? 2 / longest : 1;
            double[] next = theta;
            double nextValue = Double.NEGATIVE_INFINITY;
            for (int halving = 0; halving < 40; halving++) {
                next = theta.clone();
                for (int j = 0; j < theta.length; j++) {
                    next[j] = Math.clamp(theta[j] + factor * direction[j], -700, 700);
                }
                nextValue = objective(next);
                if (nextValue >= value - 1e-13 * Math.abs(value)) {
                    break;
                }
                factor *= 0.5;
            }
            if (!(nextValue >= value - 1e-13 * Math.abs(value))) {
                return theta;
            }
            theta = next;
            value = nextValue;
            for (int j = 0; j < theta.length; j++) {
                width[j] = Math.clamp(1 / Math.sqrt(Math.abs(hessian[j][j]) + 1e-12), 1e-9, 1);
            }
            if (factor * longest < 1e-13 || farAway(theta)) {
                return theta;
            }
        }
        return theta;
    }

    /** Moves probabilities to 0 or 1 where the density is at least as large there. */
    private double[] toBoundary(double[] theta) {
        double[] best = theta;
        double value = objective(theta);
        for (int j = 0; j < theta.length; j++) {
            for (int sign = -1; probability(free[j]) && sign <= 1; sign += 2) {
                double[] moved = best.clone();
                moved[j] = sign * (FARTHEST + 1);
                double there = objective(moved);
                if (there >= value) {
                    best = moved;
                    value = there;
                }
            }
        }
        return best;
    }

    private boolean farAway(double[] theta) {
        for (int j = 0; j < theta.length; j++) {
            if (probability(free[j]) && Math.abs(theta[j]) > FARTHEST) {
                return true;
            }
        }
        return false;
    }

    /** Steps along each parameter in turn that grow while they climb and shrink while they do not. */
    private double[] climb(double[] start) {
        double[] theta = start.clone();
        double value = objective(theta);
        double step = 0.5;
        for (int move = 0; move < MOST_MOVES && step > 1e-13; move++) {
            boolean improved = false;
            for (int j = 0; j < theta.length; j++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] moved = theta.clone();
                    moved[j] = Math.clamp(moved[j] + sign * step, -700, 700);
                    double candidate = objective(moved);
                    if (candidate > value) {
                        theta = moved;
                        value = candidate;
                        improved = true;
                    }
                }
            }
            step = improved ? Math.min(2, 1.5 * step) : 0.5 * step;
            if (farAway(theta)) {
                break;
            }
        }
        return theta;
    }

    private double[] parameters(double[] theta) {
        double[] parameters = values.clone();
        for (int j = 0; j < free.length; j++) {
            int i = free[j];
            if (positive(i)) {
                parameters[i] = Math.exp(theta[j]);
            } else if (probability(i)) {
                parameters[i] = theta[j] > FARTHEST
                        ? 1
                        : theta[j] < -FARTHEST && family.parameters().get(i).domain() == Parameter.Domain.PROBABILITY
                                ? 0
                                : 1 / (1 + Math.exp(-theta[j]));
            } else {
                parameters[i] = values[i] + theta[j] * unit;
            }
        }
        return parameters;
    }

    /** Log posterior density up to a constant; −∞ where there is none. */
    private double objective(double[] theta) {
        deadline.check();
        evaluations++;
        double[] parameters = parameters(theta);
        if (!family.hasMember(parameters)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i : free) {
            sum += priors[i] == null ? 0 : priors[i].logDensity(parameters[i]);
        }
        Distribution member = family.member(parameters);
        for (double x : data) {
            sum += member.logDensity(x);
        }
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : Math.clamp(sum, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private double at(double[] theta, int i, double di, int j, double dj) {
        double[] moved = theta.clone();
        moved[i] += di;
        moved[j] += dj;
        return objective(moved);
    }

    private double[] gradient(double[] theta, double[] width) {
        double[] gradient = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            double h = PART_OF_WIDTH * width[j];
            gradient[j] = (8 * (at(theta, j, h, j, 0) - at(theta, j, -h, j, 0))
                            - (at(theta, j, 2 * h, j, 0) - at(theta, j, -2 * h, j, 0)))
                    / (12 * h);
        }
        return gradient;
    }

    private double[][] hessian(double[] theta, double[] width) {
        int n = theta.length;
        double[][] hessian = new double[n][n];
        double centre = objective(theta);
        for (int i = 0; i < n; i++) {
            double h = 4 * PART_OF_WIDTH * width[i];
            hessian[i][i] = (16 * (at(theta, i, h, i, 0) + at(theta, i, -h, i, 0))
                            - (at(theta, i, 2 * h, i, 0) + at(theta, i, -2 * h, i, 0))
                            - 30 * centre)
                    / (12 * h * h);
            for (int j = 0; j < i; j++) {
                double k = 4 * PART_OF_WIDTH * width[j];
                // Twice the step has four times the error of second order.
                double cross = (4 * mixed(theta, i, h, j, k) - mixed(theta, i, 2 * h, j, 2 * k)) / 3;
                hessian[i][j] = cross;
                hessian[j][i] = cross;
            }
        }
        return hessian;
    }

    private double mixed(double[] theta, int i, double h, int j, double k) {
        return (at(theta, i, h, j, k) - at(theta, i, h, j, -k) - at(theta, i, -h, j, k) + at(theta, i, -h, j, -k))
                / (4 * h * k);
    }

    private static double norm(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Double.isNaN(entry) ? Double.POSITIVE_INFINITY : Math.abs(entry));
        }
        return largest;
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
