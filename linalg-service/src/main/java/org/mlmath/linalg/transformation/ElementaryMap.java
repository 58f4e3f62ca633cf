package org.mlmath.linalg.transformation;

import java.util.Map;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/** A map that has a name: the building blocks of a transformation. */
sealed interface ElementaryMap {
    /** @return how many coordinates its points have, or null where that is left open */
    Integer dimension();

    /** @return the n×n matrix; of a translation the identity */
    Matrix linear(int n);

    String describe();

    /**
     * Turns counter-clockwise; in space about an axis, by Rodrigues' formula R = cos φ·I + sin φ·[u]ₓ + (1 − cos φ)·uuᵀ.
     *
     * @param turn cosine and sine of the angle
     * @param axis three numbers, not all 0, or null in the plane
     */
    record Rotation(Turn turn, double[] axis) implements ElementaryMap {
        @Override
        public Integer dimension() {
            return axis == null ? 2 : 3;
        }

        @Override
        public Matrix linear(int n) {
            double c = turn.cosine();
            double s = turn.sine();
            if (axis == null) {
                return new Matrix(2, 2, new double[] {c, 0.0 - s, s, c});
            }
            double[] u = unit(axis);
            double[] r = new double[9];
            double versine = turn.versine();
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    r[3 * i + j] = versine * u[i] * u[j];
                }
                // 1 − cos φ times uᵢ² plus cos φ, written so that a turn about a coordinate axis leaves that axis
                // exactly alone
                r[4 * i] = u[i] * u[i] == 1 ? 1 : r[4 * i] + c;
            }
            r[1] -= s * u[2];
            r[3] += s * u[2];
            r[2] += s * u[1];
            r[6] -= s * u[1];
            r[5] -= s * u[0];
            r[7] += s * u[0];
            return new Matrix(3, 3, r);
        }

        @Override
        public String describe() {
            return axis == null
                    ? "Turn counter-clockwise about the origin."
                    : "Turn about the axis, counter-clockwise seen from its tip.";
        }
    }

    /** @param factors one per coordinate, or one for all */
    record Scaling(double[] factors) implements ElementaryMap {
        @Override
        public Integer dimension() {
            return factors.length == 1 ? null : factors.length;
        }

        @Override
        public Matrix linear(int n) {
            double[] values = new double[n * n];
            for (int i = 0; i < n; i++) {
                values[i * (n + 1)] = factors[factors.length == 1 ? 0 : i];
            }
            return new Matrix(n, n, values);
        }

        @Override
        public String describe() {
            return factors.length == 1
                    ? "Multiply all lengths by the factor."
                    : "Multiply each coordinate by its factor.";
        }
    }

    /**
     * Adds multiples of coordinates to others.
     *
     * @param multiples by place: {@code "xy"} is the multiple of y that is added to x
     * @param dimension 2, 3, or null where it is left open
     */
    record Shear(Map<String, Double> multiples, Integer dimension) implements ElementaryMap {
        @Override
        public Matrix linear(int n) {
            Matrix m = Matrix.identity(n);
            multiples.forEach((place, factor) -> {
                int row = place.charAt(0) - 'x';
                int column = place.charAt(1) - 'x';
                if (Math.max(row, column) >= n) {
                    throw new DimensionMismatchException(
                            "The shear \"%s\" needs a coordinate that points in %d dimensions do not have."
                                    .formatted(place, n));
                }
                m.values()[row * n + column] = factor;
            });
            return m;
        }

        @Override
        public String describe() {
            return "Add multiples of one coordinate to another: points slide along lines.";
        }
    }

    /**
     * Mirrors in the line along u, 2·uuᵀ/uᵀu − I, or in the plane (in two dimensions: the line) with normal u, I − 2·uuᵀ/uᵀu.
     *
     * @param direction u, not 0; its length is the dimension
     */
    record Reflection(double[] direction, boolean normal) implements ElementaryMap {
        @Override
        public Integer dimension() {
            return direction.length;
        }

        @Override
        public Matrix linear(int n) {
            // Scaled by a power of two, not to length 1: the quotient of the squares then has no root to round.
            double[] u = scaled(direction);
            double square = 0;
            for (double entry : u) {
                square += entry * entry;
            }
            double[] values = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double outer = 2 * u[i] * u[j] / square;
                    double entry = outer - (i == j ? 1 : 0);
                    values[i * n + j] = (normal ? -entry : entry) + 0.0;
                }
            }
            return new Matrix(n, n, values);
        }

        @Override
        public String describe() {
            return normal
                    ? "Mirror: what is along the normal changes its sign."
                    : "Mirror: the line stays, what is across it changes its sign.";
        }
    }

    /** x ↦ −x. */
    record PointReflection() implements ElementaryMap {
        @Override
        public Integer dimension() {
            return null;
        }

        @Override
        public Matrix linear(int n) {
            return new Scaling(new double[] {-1}).linear(n);
        }

        @Override
        public String describe() {
            return "Mirror in the origin: every coordinate changes its sign.";
        }
    }

    record Translation(double[] shift) implements ElementaryMap {
        @Override
        public Integer dimension() {
            return shift.length;
        }

        @Override
        public Matrix linear(int n) {
            return Matrix.identity(n);
        }

        @Override
        public String describe() {
            return "Shift every point. In a homogeneous matrix that is the last column.";
        }
    }

    private static double[] scaled(double[] direction) {
        double max = 0;
        for (double entry : direction) {
            max = Math.max(max, Math.abs(entry));
        }
        if (max == 0) {
            throw new InvalidParameterException("All entries are 0, which is no direction.");
        }
        double[] u = new double[direction.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = Math.scalb(direction[i], -Math.getExponent(max));
        }
        return u;
    }

    private static double[] unit(double[] direction) {
        double[] u = scaled(direction);
        double norm = Matrix.column(u).frobeniusNorm();
        for (int i = 0; i < u.length; i++) {
            u[i] /= norm;
        }
        return u;
    }
}
