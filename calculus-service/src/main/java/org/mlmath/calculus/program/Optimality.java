package org.mlmath.calculus.program;

import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;
import org.mlmath.numerics.optimization.program.Constraints;
import org.mlmath.numerics.optimization.program.Multipliers;

/** The conditions of Karush, Kuhn and Tucker at a point, measured anew from the constraints as they were given. */
final class Optimality {
    private final Constraints constraints;
    private final double[] x;
    private final Multipliers multipliers;

    /** b − A·x and f − E·x, in twice the precision. */
    final double[] slack;

    private final double[] residual;

    Optimality(Constraints constraints, double[] x, Multipliers multipliers) {
        this.constraints = constraints;
        this.x = x;
        this.multipliers = multipliers;
        slack = difference(constraints.inequalities(), constraints.limits());
        residual = difference(constraints.equations(), constraints.values());
    }

    private double[] difference(Matrix a, double[] b) {
        return b.length == 0
                ? new double[0]
                : Residual.of(a, Matrix.column(x), Matrix.column(b)).values();
    }

    double primalInfeasibility() {
        double most = 0;
        for (double entry : slack) {
            most = Math.max(most, -entry);
        }
        for (double entry : residual) {
            most = Math.max(most, Math.abs(entry));
        }
        for (int j = 0; j < x.length; j++) {
            most = Math.max(
                    most,
                    Math.max(constraints.lower()[j] - x[j], x[j] - constraints.upper()[j]));
        }
        return most;
    }

    /** @param gradient of the function at the point */
    double lagrangianGradient(double[] gradient) {
        double most = 0;
        for (int j = 0; j < x.length; j++) {
            double sum = gradient[j] - multipliers.lower()[j] + multipliers.upper()[j];
            for (int i = 0; i < slack.length; i++) {
                sum += multipliers.inequalities()[i]
                        * constraints.inequalities().get(i, j);
            }
            for (int i = 0; i < residual.length; i++) {
                sum += multipliers.equations()[i] * constraints.equations().get(i, j);
            }
            most = Math.max(most, Math.abs(sum));
        }
        return most;
    }

    double complementarity() {
        double most = 0;
        for (int i = 0; i < slack.length; i++) {
            most = Math.max(most, Math.abs(multipliers.inequalities()[i] * slack[i]));
        }
        for (int j = 0; j < x.length; j++) {
            most = Math.max(
                    most, product(multipliers.lower()[j], x[j] - constraints.lower()[j]));
            most = Math.max(most, product(multipliers.upper()[j], constraints.upper()[j] - x[j]));
        }
        return most;
    }

    private static double product(double multiplier, double distance) {
        return multiplier == 0 ? 0 : Math.abs(multiplier * distance);
    }

    /** @return −bᵀμ − fᵀλ + lᵀν − uᵀω */
    double dualValue() {
        double value = 0;
        for (int i = 0; i < slack.length; i++) {
            value -= multipliers.inequalities()[i] * constraints.limits()[i];
        }
        for (int i = 0; i < residual.length; i++) {
            value -= multipliers.equations()[i] * constraints.values()[i];
        }
        for (int j = 0; j < x.length; j++) {
            value += multipliers.lower()[j] == 0
                    ? 0
                    : multipliers.lower()[j] * constraints.lower()[j];
            value -= multipliers.upper()[j] == 0
                    ? 0
                    : multipliers.upper()[j] * constraints.upper()[j];
        }
        return value;
    }
}
