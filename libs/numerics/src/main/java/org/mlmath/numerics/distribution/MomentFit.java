package org.mlmath.numerics.distribution;

import java.util.Arrays;
import java.util.List;
import org.mlmath.numerics.DidNotConvergeException;

/**
 * The method of moments with standard errors by the delta method: the parameters are a function g of the sample's mean, variance
 * (divisor n) and fourth central moment, and Var(g) ≈ Var(∇g · influence)/n with the influence functions x − m,
 * (x − m)² − m₂ and (x − m)⁴ − m₄ − 4m₃(x − m).
 */
final class MomentFit {
    /** Parameters from mean, variance and fourth central moment; NaN where none has these moments. */
    @FunctionalInterface
    interface Equations {
        double[] solve(double mean, double variance, double fourth);
    }

    private MomentFit() {}

    static Fit fit(Family family, double[] data, Equations equations, double[] fixed, String whenImpossible) {
        Sample sample = Sample.of(data);
        double mean = sample.mean();
        double[] moments = {mean, sample.meanSquareAbout(mean), sample.meanFourthAbout(mean)};
        double third = sample.meanThirdAbout(mean);
        double[] parameters = equations.solve(moments[0], moments[1], moments[2]);
        for (int i = 0; i < parameters.length; i++) {
            if (!family.parameters().get(i).domain().contains(parameters[i])) {
                throw new DidNotConvergeException(whenImpossible).at("/data");
            }
        }
        if (!family.hasMember(parameters)) {
            throw new DidNotConvergeException(whenImpossible).at("/data");
        }
        double[][] slopes = new double[parameters.length][3];
        for (int j = 0; j < 3; j++) {
            double step = 1e-5 * Math.max(Math.abs(moments[j]), j == 0 ? Math.sqrt(moments[1]) : 0);
            double[] above = solved(equations, moments, j, step);
            double[] below = solved(equations, moments, j, -step);
            for (int i = 0; i < parameters.length; i++) {
                slopes[i][j] = step > 0 ? (above[i] - below[i]) / (2 * step) : 0;
            }
        }
        double[] squares = new double[parameters.length];
        for (double x : data) {
            double d = x - mean;
            double[] influence = {d, d * d - moments[1], d * d * d * d - moments[2] - 4 * third * d};
            for (int i = 0; i < parameters.length; i++) {
                double effect = slopes[i][0] * influence[0] + slopes[i][1] * influence[1] + slopes[i][2] * influence[2];
                squares[i] += effect * effect;
            }
        }
        double[] errors = new double[parameters.length];
        int estimated = 0;
        for (int i = 0; i < parameters.length; i++) {
            boolean free = Double.isNaN(fixed[i]);
            estimated += free ? 1 : 0;
            errors[i] = free ? Math.sqrt(squares[i]) / data.length : Double.NaN;
        }
        return Fit.closedForm(
                parameters,
                errors,
                Sample.logLikelihood(family.member(parameters), data),
                estimated,
                FitMethod.MOMENTS,
                List.of());
    }

    private static double[] solved(Equations equations, double[] moments, int j, double step) {
        double[] moved = Arrays.copyOf(moments, 3);
        moved[j] += step;
        return equations.solve(moved[0], moved[1], moved[2]);
    }
}
