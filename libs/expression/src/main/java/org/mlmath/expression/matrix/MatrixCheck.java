package org.mlmath.expression.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/**
 * Compares a derivative in matrix form with differences of the expression's values along random directions, at random points.
 *
 * @param points at how many points both could be evaluated
 * @param largestDifference relative to the larger of 1 and the directional derivative
 */
public record MatrixCheck(int points, double largestDifference) {
    private static final int POINTS = 6;
    private static final int TRIES = 24;

    /** With the next term of the differences eliminated, the error is h⁴ times a fifth derivative. */
    private static final double STEP = 1e-3;

    public static MatrixCheck of(
            MatrixExpression expression,
            MatrixDerivative.Result derivative,
            Symbol variable,
            Map<String, Symbol> symbols,
            Deadline deadline) {
        SplittableRandom random = new SplittableRandom(20260101);
        int points = 0;
        double largest = 0;
        for (int i = 0; i < TRIES && points < POINTS; i++) {
            Map<String, Matrix> at = new HashMap<>();
            symbols.forEach((name, symbol) -> at.put(name, sample(symbol, random)));
            Matrix direction = direction(variable.shape(), random);
            double[] expected = along(expression, variable, at, direction, deadline);
            double[] found = product(
                    MatrixEvaluation.value(derivative.derivative(), at, deadline), direction, derivative.gradient());
            double difference = 0;
            for (int k = 0; k < expected.length; k++) {
                difference =
                        Math.max(difference, Math.abs(found[k] - expected[k]) / Math.max(1, Math.abs(expected[k])));
            }
            if (Double.isFinite(difference)) {
                points++;
                largest = Math.max(largest, difference);
            }
        }
        return new MatrixCheck(points, largest);
    }

    /** Square matrices near a positive definite one, so that they have inverses and logarithms of determinants; vectors of positive entries. */
    private static Matrix sample(Symbol symbol, SplittableRandom random) {
        int rows = symbol.shape().rows();
        int columns = symbol.shape().columns();
        double[] entries = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                boolean mirrored = symbol.symmetric() && j < i;
                entries[i * columns + j] = mirrored
                        ? entries[j * columns + i]
                        : columns == 1
                                ? random.nextDouble(0.2, 0.9)
                                : random.nextDouble(-0.5, 0.5) / Math.sqrt(columns)
                                        + (i == j && rows == columns ? 1.5 : 0);
            }
        }
        return new Matrix(rows, columns, entries);
    }

    private static Matrix direction(Shape shape, SplittableRandom random) {
        return new Matrix(
                shape.rows(),
                shape.columns(),
                random.doubles((long) shape.rows() * shape.columns(), -1, 1).toArray());
    }

    private static double[] along(
            MatrixExpression expression, Symbol variable, Map<String, Matrix> at, Matrix direction, Deadline deadline) {
        double[] coarse = difference(expression, variable, at, direction, STEP, deadline);
        double[] fine = difference(expression, variable, at, direction, STEP / 2, deadline);
        for (int k = 0; k < fine.length; k++) {
            fine[k] = (4 * fine[k] - coarse[k]) / 3;
        }
        return fine;
    }

    private static double[] difference(
            MatrixExpression expression,
            Symbol variable,
            Map<String, Matrix> at,
            Matrix direction,
            double step,
            Deadline deadline) {
        double[] above = moved(expression, variable, at, direction, step, deadline);
        double[] below = moved(expression, variable, at, direction, -step, deadline);
        for (int k = 0; k < above.length; k++) {
            above[k] = (above[k] - below[k]) / (2 * step);
        }
        return above;
    }

    private static double[] moved(
            MatrixExpression expression,
            Symbol variable,
            Map<String, Matrix> at,
            Matrix direction,
            double step,
            Deadline deadline) {
        Map<String, Matrix> there = new HashMap<>(at);
        double[] entries = at.get(variable.name()).values().clone();
        for (int k = 0; k < entries.length; k++) {
            entries[k] += step * direction.values()[k];
        }
        there.put(variable.name(), new Matrix(direction.rows(), direction.columns(), entries));
        return MatrixEvaluation.value(expression, there, deadline).values().clone();
    }

    /** tr(Gᵀ D) for a gradient, J·d for a Jacobian matrix. */
    private static double[] product(Matrix derivative, Matrix direction, boolean gradient) {
        if (gradient) {
            double sum = 0;
            for (int k = 0; k < direction.values().length; k++) {
                sum += derivative.values()[k] * direction.values()[k];
            }
            return new double[] {sum};
        }
        double[] product = new double[derivative.rows()];
        Arrays.setAll(product, i -> {
            double sum = 0;
            for (int j = 0; j < derivative.columns(); j++) {
                sum += derivative.get(i, j) * direction.values()[j];
            }
            return sum;
        });
        return product;
    }
}
