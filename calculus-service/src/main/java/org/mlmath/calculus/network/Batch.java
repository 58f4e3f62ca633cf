package org.mlmath.calculus.network;

import java.util.List;
import org.mlmath.calculus.loss.LossName;
import org.mlmath.calculus.loss.NamedLoss;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The examples that go through a network together.
 *
 * @param inputs examples×inputs
 * @param single whether they were given as one example, a vector: answers then are vectors
 */
record Batch(Matrix inputs, boolean single) {
    /**
     * @param given a vector, one example; or an example per row
     * @param expected how many inputs the network takes
     * @param pointer where they stand in the request
     */
    static Batch of(VectorOrMatrix given, int expected, String pointer) {
        double[] values = given.matrix().values();
        int columns = given.vector() ? values.length : given.matrix().columns();
        if (values.length == 0) {
            throw new InvalidParameterException("There are no inputs.").at(pointer);
        }
        if (columns != expected) {
            throw new DimensionMismatchException("%s, and the network takes %d inputs; %s."
                            .formatted(
                                    given.vector()
                                            ? "The inputs are one example of %d numbers".formatted(columns)
                                            : "The inputs are %s, an example per row"
                                                    .formatted(given.matrix().shape()),
                                    expected,
                                    given.vector() && expected == 1
                                            ? "several examples are a matrix with a row for each"
                                            : "the first layer's weights have a column for each"))
                    .at(pointer);
        }
        return new Batch(new Matrix(values.length / columns, columns, values), given.vector());
    }

    int size() {
        return inputs.rows();
    }

    /**
     * @param given of the outputs' shape; of several examples with one output also a vector; labels where the loss takes them
     * @param outputs how many the network has
     * @return examples×outputs, as the loss computes with them
     */
    Matrix targets(VectorOrMatrix given, NamedLoss loss, int outputs, String pointer, List<Warning> warnings) {
        int count = given.matrix().values().length;
        boolean labels = loss.name() == LossName.CATEGORICAL_CROSS_ENTROPY && given.vector() && count == size();
        boolean fits = given.vector()
                ? count == outputs && size() == 1 || count == size() && outputs == 1
                : given.matrix().rows() == size() && given.matrix().columns() == outputs;
        if (!fits && !labels) {
            throw new DimensionMismatchException("The targets are %s, where %s needed%s."
                            .formatted(
                                    given.vector()
                                            ? "a vector of " + count
                                            : given.matrix().shape(),
                                    single
                                            ? "a vector of %d, one per output, is".formatted(outputs)
                                            : "%d×%d, a row per example, are".formatted(size(), outputs),
                                    loss.name() == LossName.CATEGORICAL_CROSS_ENTROPY
                                            ? "; or a vector with a label per example"
                                            : ""))
                    .at(pointer);
        }
        return new Matrix(size(), outputs, loss.targets(given, pointer, size(), outputs, warnings));
    }

    /** @return a vector where one example was given, else the matrix */
    VectorOrMatrix shaped(Matrix matrix) {
        return single ? VectorOrMatrix.vector(matrix.values()) : VectorOrMatrix.matrix(matrix);
    }
}
