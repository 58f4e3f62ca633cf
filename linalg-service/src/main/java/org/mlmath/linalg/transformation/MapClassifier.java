package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SymmetricEigenFactors;

/**
 * What a linear map is called, with axis and angle.
 *
 * <p>All comparisons are of A divided by its largest singular value, or of A itself where a kind fixes the size (identity, shear,
 * projection), with a tolerance relative to that.
 */
final class MapClassifier {
    private static final double ROUNDING = 1e-14;

    private final Matrix a;
    private final int n;
    private final double[] sigma;
    private final int sign;
    private final double tolerance;
    private final Matrix unit;
    private final List<TransformationKind> kinds = new ArrayList<>();
    private Double rotationAngle;
    private double[] axis;
    private double[] mirrorNormal;

    /** @param sign of the determinant */
    MapClassifier(Matrix a, double[] singularValues, int sign, double tolerance) {
        this.a = a;
        this.n = a.rows();
        this.sigma = singularValues;
        this.sign = sign;
        this.tolerance = tolerance;
        double[] entries = new double[n * n];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = sigma[0] == 0 ? 0 : a.values()[i] / sigma[0];
        }
        this.unit = new Matrix(n, n, entries);
        classify();
    }

    static String wireName(TransformationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<TransformationKind> kinds() {
        return kinds;
    }

    Double rotationAngle() {
        return rotationAngle;
    }

    double[] axis() {
        return axis;
    }

    double[] mirrorNormal() {
        return mirrorNormal;
    }

    private void classify() {
        if (sigma[0] == 0) {
            kinds.addAll(List.of(
                    TransformationKind.ZERO, TransformationKind.PROJECTION, TransformationKind.ORTHOGONAL_PROJECTION));
            return;
        }
        if (near(a, Matrix.identity(n), 1)) {
            kinds.add(TransformationKind.IDENTITY);
            return;
        }
        boolean shear = sign > 0 && isShear(); // a long one is nearly singular, and invertible all the same
        boolean singular = !shear && (sign == 0 || sigma[n - 1] <= tolerance * sigma[0]);
        if (Math.abs(sigma[0] - sigma[n - 1]) <= tolerance * sigma[0]) {
            similarity();
        } else if (isPositiveSemidefinite(singular)) {
            if (!singular) {
                kinds.add(TransformationKind.SCALING);
            }
        }
        if (shear) {
            kinds.add(TransformationKind.SHEAR);
        }
        if (singular) {
            projection();
        } else if (!shear) {
            mirrors();
        }
        if (kinds.isEmpty()) {
            kinds.add(singular ? TransformationKind.SINGULAR : TransformationKind.GENERAL);
        }
    }

    /** σ times an orthogonal matrix. */
    private void similarity() {
        Matrix minus = negated(unit);
        boolean multiple = near(unit, Matrix.identity(n), 1);
        if (multiple) {
            kinds.add(TransformationKind.SCALING);
            return;
        }
        if (n == 2 && sign > 0) {
            kinds.add(TransformationKind.ROTATION);
            rotationAngle = Math.atan2(unit.get(1, 0) - unit.get(0, 1), unit.get(0, 0) + unit.get(1, 1));
            if (rotationAngle == -Math.PI) {
                rotationAngle = Math.PI; // a negative zero
            }
        } else if (n == 3 && sign > 0) {
            kinds.add(TransformationKind.ROTATION);
            turn(unit);
        } else if (n == 2 || near(symmetricTrace(), 1)) {
            kinds.add(TransformationKind.REFLECTION);
            mirrorNormal = direction(Matrix.identity(n), unit);
        } else if (!near(minus, Matrix.identity(3), 1)) {
            kinds.add(TransformationKind.ROTATION_REFLECTION);
            // −A turns by φ + π about the same axis; A itself by φ, then mirrored across it.
            turn(minus);
            rotationAngle = Math.PI - rotationAngle;
            for (int i = 0; i < 3; i++) {
                axis[i] = 0.0 - axis[i];
            }
        }
        if (near(minus, Matrix.identity(n), 1)) {
            kinds.add(TransformationKind.POINT_REFLECTION);
        }
        if (Math.abs(sigma[0] - 1) > tolerance) {
            kinds.add(TransformationKind.SCALING);
        }
    }

    private double symmetricTrace() {
        return unit.get(0, 0) + unit.get(1, 1) + unit.get(2, 2);
    }

    private boolean near(double x, double y) {
        // The trace of a rotation by φ differs from that by 0 by φ², so near its extremes it would hide differences.
        return Math.abs(x - y) <= tolerance && near(Kernels.current().multiply(unit, unit), Matrix.identity(n), 1);
    }

    /** Angle from |sin| and cos together, so that small ones and those near π keep their digits. */
    private void turn(Matrix r) {
        double[] w = {(r.get(2, 1) - r.get(1, 2)) / 2, (r.get(0, 2) - r.get(2, 0)) / 2, (r.get(1, 0) - r.get(0, 1)) / 2
        };
        double sine = Matrix.column(w).frobeniusNorm();
        double cosine = (r.get(0, 0) + r.get(1, 1) + r.get(2, 2) - 1) / 2;
        rotationAngle = Math.atan2(sine, cosine);
        if (cosine > 0 || sine > 0.1) {
            axis = w;
        } else { // near π that vanishes, and the axis is the eigenvector of (R + Rᵀ)/2 that is stretched most
            double[] symmetric = new double[9];
            for (int i = 0; i < 9; i++) {
                symmetric[i] = (r.values()[i] + r.values()[i % 3 * 3 + i / 3]) / 2;
            }
            SymmetricEigenFactors eigen = Kernels.current().symmetricEigen(new Matrix(3, 3, symmetric), true);
            Signs.fixColumns(eigen.vectors());
            axis = eigen.vectors().columnAt(2);
            double along = axis[0] * w[0] + axis[1] * w[1] + axis[2] * w[2];
            if (along < -ROUNDING) { // at π itself both directions are right
                axis = new double[] {-axis[0], -axis[1], -axis[2]};
            }
        }
        double length = Matrix.column(axis).frobeniusNorm();
        for (int i = 0; i < 3; i++) {
            axis[i] = axis[i] / length + 0.0;
        }
    }

    /** @return unit vector along the longest column of p − q, which has rank 1 */
    private double[] direction(Matrix p, Matrix q) {
        double[] longest = new double[n];
        double norm = -1;
        for (int j = 0; j < n; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = p.get(i, j) - q.get(i, j);
            }
            double length = Matrix.column(column).frobeniusNorm();
            if (length > norm) {
                longest = column;
                norm = length;
            }
        }
        for (int i = 0; i < n; i++) {
            longest[i] = longest[i] / norm + 0.0;
        }
        Signs.fixColumns(Matrix.column(longest));
        return longest;
    }

    private boolean isPositiveSemidefinite(boolean singular) {
        if (!near(unit, unit.transpose(), 1)) {
            return false;
        }
        double least = Kernels.current().symmetricEigen(unit, false).values()[0];
        return singular ? least >= -tolerance : least > 0;
    }

    private boolean isShear() {
        double[] nilpotent = new double[n * n];
        double size = 0;
        double trace = 0;
        for (int i = 0; i < nilpotent.length; i++) {
            nilpotent[i] = a.values()[i] - (i % (n + 1) == 0 ? 1 : 0);
            size = Math.max(size, Math.abs(nilpotent[i]));
            trace += i % (n + 1) == 0 ? nilpotent[i] : 0;
        }
        if (!(Math.abs(trace) <= n * tolerance)) {
            return false;
        }
        // Divided by its size, for its square may leave the range.
        for (int i = 0; i < nilpotent.length; i++) {
            nilpotent[i] /= size;
        }
        Matrix part = new Matrix(n, n, nilpotent);
        return Kernels.current().multiply(part, part).maxAbs() <= tolerance;
    }

    private void projection() {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += unit.get(i, i);
        }
        boolean moderate = sigma[0] < 1e100;
        if (moderate && near(Kernels.current().multiply(a, a), a, sigma[0])) {
            kinds.add(TransformationKind.PROJECTION);
            if (near(unit, unit.transpose(), 1)) {
                kinds.add(TransformationKind.ORTHOGONAL_PROJECTION);
            }
        } else if (trace > 0
                && near(unit, unit.transpose(), 1)
                && near(Kernels.current().multiply(unit, unit), unit, 1)) {
            kinds.add(TransformationKind.ORTHOGONAL_PROJECTION);
            kinds.add(TransformationKind.SCALING);
        }
    }

    private void mirrors() {
        boolean orthogonal = Math.abs(sigma[0] - sigma[n - 1]) <= tolerance * sigma[0];
        if (!orthogonal && sigma[0] < 1e100 && near(Kernels.current().multiply(a, a), Matrix.identity(n), sigma[0])) {
            kinds.add(TransformationKind.INVOLUTION);
        } else if (!orthogonal && isDiagonal() && sign != 0) {
            kinds.add(TransformationKind.SCALING);
            reflectionOfSigns();
        }
    }

    private boolean isDiagonal() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && Math.abs(unit.get(i, j)) > tolerance) {
                    return false;
                }
            }
        }
        return !kinds.contains(TransformationKind.SCALING);
    }

    private void reflectionOfSigns() {
        int negative = 0;
        double[] normal = new double[n];
        for (int i = 0; i < n; i++) {
            negative += a.get(i, i) < 0 ? 1 : 0;
            normal[i] = a.get(i, i) < 0 ? 1 : 0;
        }
        if (negative == 1) {
            kinds.add(TransformationKind.REFLECTION);
            mirrorNormal = normal;
        } else if (negative == n) {
            kinds.add(TransformationKind.POINT_REFLECTION);
        }
    }

    private boolean near(Matrix x, Matrix y, double scale) {
        for (int i = 0; i < x.values().length; i++) {
            if (!(Math.abs(x.values()[i] - y.values()[i]) <= tolerance * scale)) {
                return false;
            }
        }
        return true;
    }

    private static Matrix negated(Matrix a) {
        double[] values = new double[a.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = -a.values()[i];
        }
        return new Matrix(a.rows(), a.columns(), values);
    }
}
