package org.mlmath.kit.array;

import java.util.List;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Matrix;

/**
 * An array of a result.
 *
 * @param name of its field; inside others, with dots: {@code layers.0.weights}
 * @param shape from the outermost dimension inwards
 * @param re row-major
 * @param im imaginary parts, or null where all numbers are real
 */
record ResultArray(String name, int[] shape, double[] re, double[] im) {
    /** @param value of one of the types that {@link ArrayModule} writes */
    static ResultArray of(String name, Object value) {
        return switch (value) {
            case double[] v -> new ResultArray(name, new int[] {v.length}, v, null);
            case Matrix m -> new ResultArray(name, new int[] {m.rows(), m.columns()}, m.values(), null);
            case Tensor t -> new ResultArray(name, t.shape(), t.values(), null);
            case VectorOrMatrix v when v.vector() -> of(name, v.matrix().values());
            case VectorOrMatrix m -> of(name, m.matrix());
            case ComplexVector v -> new ResultArray(name, new int[] {v.re().length}, v.re(), v.im());
            case ComplexMatrix m -> new ResultArray(name, new int[] {m.rows(), m.columns()}, m.re(), m.im());
            default -> throw new IllegalArgumentException("not an array: " + value.getClass());
        };
    }

    /** @return these, all of one shape, as one array with a dimension more; null where shapes differ or some are complex */
    static ResultArray stack(String name, List<ResultArray> items) {
        ResultArray first = items.getFirst();
        for (ResultArray item : items) {
            if (item.im != null || !java.util.Arrays.equals(item.shape, first.shape)) {
                return null;
            }
        }
        int[] shape = new int[first.shape.length + 1];
        shape[0] = items.size();
        System.arraycopy(first.shape, 0, shape, 1, first.shape.length);
        double[] values = new double[Math.multiplyExact(items.size(), first.re.length)];
        for (int i = 0; i < items.size(); i++) {
            System.arraycopy(items.get(i).re, 0, values, i * first.re.length, first.re.length);
        }
        return new ResultArray(name, shape, values, null);
    }

    /** Bytes of one entry. */
    int entrySize() {
        return im == null ? Double.BYTES : 2 * Double.BYTES;
    }
}
