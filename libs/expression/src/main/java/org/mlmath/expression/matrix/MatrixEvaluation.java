package org.mlmath.expression.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.mlmath.expression.Function;
import org.mlmath.expression.Real;
import org.mlmath.expression.matrix.MatrixExpression.Diagonal;
import org.mlmath.expression.matrix.MatrixExpression.Entrywise;
import org.mlmath.expression.matrix.MatrixExpression.Factor;
import org.mlmath.expression.matrix.MatrixExpression.Hadamard;
import org.mlmath.expression.matrix.MatrixExpression.Identity;
import org.mlmath.expression.matrix.MatrixExpression.Inverse;
import org.mlmath.expression.matrix.MatrixExpression.Named;
import org.mlmath.expression.matrix.MatrixExpression.Ones;
import org.mlmath.expression.matrix.MatrixExpression.Product;
import org.mlmath.expression.matrix.MatrixExpression.Reduction;
import org.mlmath.expression.matrix.MatrixExpression.Softmax;
import org.mlmath.expression.matrix.MatrixExpression.Sum;
import org.mlmath.expression.matrix.MatrixExpression.Symbol;
import org.mlmath.expression.matrix.MatrixExpression.Transpose;
import org.mlmath.expression.matrix.MatrixExpression.Zero;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.LuFactors;
import org.mlmath.numerics.linear.Matrix;

/** Values of formulas of matrices; what is undefined is NaN. */
public final class MatrixEvaluation {
    private final Map<String, Matrix> values;
    private final Deadline deadline;
    private final Map<MatrixExpression, Matrix> known = new HashMap<>();

    private MatrixEvaluation(Map<String, Matrix> values, Deadline deadline) {
        this.values = values;
        this.deadline = deadline;
    }

    /** @param values of every symbol, in its shape */
    public static Matrix value(MatrixExpression a, Map<String, Matrix> values, Deadline deadline) {
        return new MatrixEvaluation(values, deadline).of(a);
    }

    private Matrix of(MatrixExpression a) {
        Matrix value = known.get(a);
        if (value == null) {
            deadline.check();
            value = compute(a);
            known.put(a, value);
        }
        return value;
    }

    private Matrix compute(MatrixExpression a) {
        return switch (a) {
            case Symbol symbol -> values.get(symbol.name());
            case Named named -> scalar(named.value());
            case Identity(int size) -> Matrix.identity(size);
            case Ones(Shape shape) -> filled(shape, 1);
            case Zero(Shape shape) -> filled(shape, 0);
            case Transpose(MatrixExpression of) -> of(of).transpose();
            case Sum(List<MatrixExpression> terms) -> {
                double[] sum = new double[entries(a.shape())];
                for (MatrixExpression term : terms) {
                    double[] part = of(term).values();
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += part[i];
                    }
                }
                yield matrix(a.shape(), sum);
            }
            case Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain) -> {
                double factor = coefficient.doubleValue();
                for (Factor scalar : scalars) {
                    factor *= Real.power(
                            of(scalar.base()).values()[0], scalar.exponent().doubleValue());
                }
                yield chain.isEmpty() ? scalar(factor) : scaled(product(chain), factor);
            }
            case Hadamard(List<Factor> factors) -> {
                double[] product = new double[entries(a.shape())];
                Arrays.fill(product, 1);
                for (Factor factor : factors) {
                    double exponent = factor.exponent().doubleValue();
                    double[] base = of(factor.base()).values();
                    for (int i = 0; i < product.length; i++) {
                        product[i] *= exponent == 1 ? base[i] : Real.power(base[i], exponent);
                    }
                }
                yield matrix(a.shape(), product);
            }
            case Entrywise(Function function, MatrixExpression of) -> mapped(of(of), function::at);
            case Inverse(MatrixExpression of) -> inverse(of(of));
            case Diagonal(MatrixExpression of) -> {
                double[] entries = of(of).values();
                double[] diagonal = new double[entries.length * entries.length];
                for (int i = 0; i < entries.length; i++) {
                    diagonal[i * (entries.length + 1)] = entries[i];
                }
                yield new Matrix(entries.length, entries.length, diagonal);
            }
            case Softmax(MatrixExpression of) -> {
                Matrix x = of(of);
                double total = logSumExp(x.values());
                yield mapped(x, entry -> Math.exp(entry - total));
            }
            case Reduction(Reduction.Kind kind, MatrixExpression of) -> scalar(reduced(kind, of(of)));
        };
    }

    /** From the right where the right end is a vector: fewer operations. */
    private Matrix product(List<MatrixExpression> chain) {
        if (chain.getLast().shape().isColumn()) {
            Matrix product = of(chain.getLast());
            for (MatrixExpression left : chain.subList(0, chain.size() - 1).reversed()) {
                product = Kernels.current().multiply(of(left), product);
            }
            return product;
        }
        Matrix product = of(chain.getFirst());
        for (MatrixExpression right : chain.subList(1, chain.size())) {
            product = Kernels.current().multiply(product, of(right));
        }
        return product;
    }

    private static double reduced(Reduction.Kind kind, Matrix a) {
        return switch (kind) {
            case TRACE -> {
                double trace = 0;
                for (int i = 0; i < a.rows(); i++) {
                    trace += a.get(i, i);
                }
                yield trace;
            }
            case DETERMINANT -> Kernels.current().luTriangles(a).determinant();
            case NORM -> a.frobeniusNorm();
            case SUM -> Arrays.stream(a.values()).sum();
            case LOG_SUM_EXP -> logSumExp(a.values());
        };
    }

    private static double logSumExp(double[] x) {
        double largest = Arrays.stream(x).max().orElseThrow();
        return largest
                + Math.log(
                        Arrays.stream(x).map(entry -> Math.exp(entry - largest)).sum());
    }

    private static Matrix inverse(Matrix a) {
        if (Arrays.stream(a.values()).anyMatch(entry -> !Double.isFinite(entry))) {
            return filled(new Shape(a.rows(), a.columns()), Double.NaN);
        }
        LuFactors lu = Kernels.current().lu(a);
        return lu.singular()
                ? filled(new Shape(a.rows(), a.columns()), Double.NaN)
                : lu.solve(Matrix.identity(a.rows()));
    }

    private static int entries(Shape shape) {
        return shape.rows() * shape.columns();
    }

    private static Matrix matrix(Shape shape, double[] entries) {
        return new Matrix(shape.rows(), shape.columns(), entries);
    }

    private static Matrix scalar(double value) {
        return new Matrix(1, 1, new double[] {value});
    }

    private static Matrix filled(Shape shape, double value) {
        double[] entries = new double[entries(shape)];
        Arrays.fill(entries, value);
        return matrix(shape, entries);
    }

    private static Matrix scaled(Matrix a, double factor) {
        return factor == 1 ? a : mapped(a, entry -> entry * factor);
    }

    private static Matrix mapped(Matrix a, DoubleUnaryOperator function) {
        return new Matrix(
                a.rows(), a.columns(), Arrays.stream(a.values()).map(function).toArray());
    }
}
