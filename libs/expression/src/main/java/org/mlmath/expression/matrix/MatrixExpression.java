package org.mlmath.expression.matrix;

import java.util.List;
import org.mlmath.expression.Function;
import org.mlmath.numerics.exact.Rational;

/**
 * A formula of scalars, vectors and matrices, in the simplified form that {@link MatrixAlgebra} gives it; equal when its structure is equal.
 */
public sealed interface MatrixExpression {
    Shape shape();

    /** @param symmetric whether it equals its transpose */
    record Symbol(String name, Shape shape, boolean symmetric) implements MatrixExpression {}

    /** A number with a name. */
    record Named(String text, String latex, double value) implements MatrixExpression {
        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }
    }

    record Identity(int size) implements MatrixExpression {
        @Override
        public Shape shape() {
            return new Shape(size, size);
        }
    }

    /** All entries 1. */
    record Ones(Shape shape) implements MatrixExpression {}

    record Zero(Shape shape) implements MatrixExpression {}

    /** Of a symbol, or of what has no other form. */
    record Transpose(MatrixExpression of) implements MatrixExpression {
        @Override
        public Shape shape() {
            return of.shape().transposed();
        }
    }

    /** @param terms two or more of the same shape */
    record Sum(List<MatrixExpression> terms) implements MatrixExpression {
        @Override
        public Shape shape() {
            return terms.getFirst().shape();
        }
    }

    record Factor(MatrixExpression base, Rational exponent) {}

    /**
     * A number, powers of scalars, and a product of matrices from left to right.
     *
     * @param chain empty for a scalar without matrices in it
     */
    record Product(Rational coefficient, List<Factor> scalars, List<MatrixExpression> chain)
            implements MatrixExpression {
        @Override
        public Shape shape() {
            return chain.isEmpty()
                    ? Shape.SCALAR
                    : new Shape(
                            chain.getFirst().shape().rows(),
                            chain.getLast().shape().columns());
        }
    }

    /** Powers, entry by entry, of arrays of the same shape, multiplied entry by entry. */
    record Hadamard(List<Factor> factors) implements MatrixExpression {
        @Override
        public Shape shape() {
            return factors.getFirst().base().shape();
        }
    }

    /** A function of one number, entry by entry. */
    record Entrywise(Function function, MatrixExpression of) implements MatrixExpression {
        @Override
        public Shape shape() {
            return of.shape();
        }
    }

    record Inverse(MatrixExpression of) implements MatrixExpression {
        @Override
        public Shape shape() {
            return of.shape();
        }
    }

    /** A vector as the diagonal of a matrix. */
    record Diagonal(MatrixExpression of) implements MatrixExpression {
        @Override
        public Shape shape() {
            return new Shape(of.shape().rows(), of.shape().rows());
        }
    }

    /** eˣ / Σ eˣ of a vector. */
    record Softmax(MatrixExpression of) implements MatrixExpression {
        @Override
        public Shape shape() {
            return of.shape();
        }
    }

    /** A scalar made of an array. */
    record Reduction(Kind kind, MatrixExpression of) implements MatrixExpression {
        public enum Kind {
            TRACE("trace", "\\operatorname{tr}"),
            DETERMINANT("det", "\\det"),
            /** Euclidean; of a matrix, Frobenius. */
            NORM("norm", null),
            SUM("sum", "\\operatorname{sum}"),
            LOG_SUM_EXP("logsumexp", "\\operatorname{logsumexp}");

            final String text;
            final String latex;

            Kind(String text, String latex) {
                this.text = text;
                this.latex = latex;
            }
        }

        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }
    }
}
