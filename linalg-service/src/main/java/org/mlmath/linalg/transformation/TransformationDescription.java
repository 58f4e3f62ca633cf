package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.decomposition.Eigen;
import org.mlmath.linalg.decomposition.EigenResult;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.transformation.TransformationDescribeResult.Diagnostics;
import org.mlmath.linalg.transformation.TransformationDescribeResult.FixedDirection;
import org.mlmath.linalg.transformation.TransformationDescribeResult.Grid;
import org.mlmath.linalg.transformation.TransformationDescribeResult.Stretch;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Certificate;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.OrthonormalBasis;
import org.mlmath.numerics.linear.Signs;
import org.mlmath.numerics.linear.SvdFactors;

/**
 * A linear map of the plane or of space, described.
 *
 * <p>The determinant, and so the orientation, is that of the decimals as given, computed in fractions and rounded once. What the map
 * is called is decided by a tolerance, since entries of rotations are rounded. Kinds of steps: determinant, stretch, kinds.
 *
 * <p>Source: Axler, <i>Linear Algebra Done Right</i>, 4th ed., ch. 7; for axis and angle, Shuster, <i>A survey of attitude
 * representations</i> (1993).
 */
final class TransformationDescription {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "angles", "radians, counter-clockwise; in space by the right-hand rule",
            "stretch", "rotateFirst is a rotation; a mirror, where there is one, is in rotateLast",
            "points", "columns: x goes to A·x; rows in grid");

    /** Relative to the largest factor: such a difference is rounding. */
    private static final double EQUAL = 8 * Math.ulp(1.0);

    private TransformationDescription() {}

    /**
     * @param a 2×2 or 3×3
     * @param tolerance relative to the largest singular value
     * @throws DimensionMismatchException for other shapes
     */
    static TransformationDescribeResult of(Matrix a, double tolerance, boolean explain, Deadline deadline) {
        if (!a.isSquare() || a.rows() < 2 || a.rows() > 3) {
            throw new DimensionMismatchException(
                            "The matrix is %s; a map of the plane is 2×2, one of space 3×3.".formatted(a.shape()))
                    .at("/matrix");
        }
        List<Warning> warnings = new ArrayList<>();
        Rational exact = determinant(RationalMatrix.of(a));
        double[] determinant = {exact.doubleValue()};
        Overflow.mark(determinant, "/determinant", warnings);
        SvdFactors svd = Kernels.current().svd(a, Kernel.Vectors.FULL);
        Stretch stretch = stretch(svd);
        double scale = svd.singularValues()[0];
        int rank = 0;
        for (double sigma : svd.singularValues()) {
            rank += sigma > tolerance * scale ? 1 : 0;
        }
        MapClassifier classifier = new MapClassifier(a, svd.singularValues(), exact.signum(), tolerance);
        Matrix points = a.rows() == 2 ? LatticeGrid.plane() : LatticeGrid.cube();
        double[] images = Kernels.current().multiply(points, a.transpose()).values();
        Overflow.mark(images, "/grid/images", warnings);
        TransformationDescribeResult result = new TransformationDescribeResult(
                classifier.kinds(),
                determinant[0],
                exact.signum() > 0,
                classifier.rotationAngle(),
                classifier.axis(),
                classifier.mirrorNormal(),
                stretch,
                fixedDirections(a, deadline),
                new Grid(points, new Matrix(points.rows(), a.rows(), images), LatticeGrid.segments(a.rows())),
                new Diagnostics(
                        rank, tolerance, "tolerance", certificate(a, stretch).value()),
                CONVENTIONS,
                warnings,
                null);
        return explain ? explained(result, a) : result;
    }

    private static Rational determinant(RationalMatrix a) {
        if (a.rows() == 2) {
            return minor(a, 0, 1, 0, 1);
        }
        Rational sum = Rational.ZERO;
        for (int j = 0; j < 3; j++) {
            int left = j == 0 ? 1 : 0;
            int right = j == 2 ? 1 : 2;
            Rational term = a.get(0, j).multiply(minor(a, 1, 2, left, right));
            sum = j == 1 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }

    private static Rational minor(RationalMatrix a, int top, int bottom, int left, int right) {
        return a.get(top, left)
                .multiply(a.get(bottom, right))
                .subtract(a.get(top, right).multiply(a.get(bottom, left)));
    }

    /** The last right vector and the left one with it are turned where that makes Vᵀ a rotation. */
    private static Stretch stretch(SvdFactors svd) {
        Matrix u = svd.u();
        Matrix vt = svd.vt();
        Signs.fix(u, vt);
        int n = u.rows();
        settleEqualFactors(svd);
        if (sign(vt) < 0) {
            for (int i = 0; i < n; i++) {
                u.values()[i * n + n - 1] = 0.0 - u.get(i, n - 1);
                vt.values()[(n - 1) * n + i] = 0.0 - vt.get(n - 1, i);
            }
        }
        boolean reflects = sign(u) < 0;
        return new Stretch(
                vt,
                svd.singularValues(),
                u,
                n == 2 ? Double.valueOf(angle(vt)) : null,
                n == 2 && !reflects ? Double.valueOf(angle(u)) : null,
                reflects);
    }

    /** Directions that are stretched alike may be any: those taken depend on their space alone, a rotation turns last only. */
    private static void settleEqualFactors(SvdFactors svd) {
        double[] factors = svd.singularValues();
        double near = EQUAL * factors[0];
        int to;
        for (int from = 0; from < factors.length; from = to) {
            to = from + 1;
            while (to < factors.length && factors[from] - factors[to] <= near) {
                to++;
            }
            if (to - from > 1) {
                Matrix first = svd.vt().transpose();
                Matrix paired = columns(first, from, to);
                replaceColumns(first, from, OrthonormalBasis.of(paired));
                System.arraycopy(first.transpose().values(), 0, svd.vt().values(), 0, factors.length * factors.length);
                // Directions that vanish and those that nothing reaches are no pairs.
                Matrix last = columns(svd.u(), from, to);
                replaceColumns(
                        svd.u(),
                        from,
                        factors[from] <= near
                                ? OrthonormalBasis.of(last)
                                : Kernels.current().multiply(last, OrthonormalBasis.rotation(paired)));
            }
        }
    }

    private static Matrix columns(Matrix a, int from, int to) {
        double[] columns = new double[a.rows() * (to - from)];
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(a.values(), i * a.columns() + from, columns, i * (to - from), to - from);
        }
        return new Matrix(a.rows(), to - from, columns);
    }

    private static void replaceColumns(Matrix a, int from, Matrix columns) {
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(
                    columns.values(), i * columns.columns(), a.values(), i * a.columns() + from, columns.columns());
        }
    }

    private static double sign(Matrix q) {
        double[] v = q.values();
        return q.rows() == 2
                ? v[0] * v[3] - v[1] * v[2]
                : v[0] * (v[4] * v[8] - v[5] * v[7])
                        - v[1] * (v[3] * v[8] - v[5] * v[6])
                        + v[2] * (v[3] * v[7] - v[4] * v[6]);
    }

    private static double angle(Matrix rotation) {
        return Math.atan2(rotation.get(1, 0) + 0.0, rotation.get(0, 0));
    }

    private static Certificate certificate(Matrix a, Stretch stretch) {
        int n = a.rows();
        double[] scaled = new double[n * n];
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = stretch.rotateLast().values()[at] * stretch.factors()[at % n];
        }
        return Certificate.ofProduct(a, new Matrix(n, n, scaled), stretch.rotateFirst());
    }

    private static List<FixedDirection> fixedDirections(Matrix a, Deadline deadline) {
        EigenResult eigen = Eigen.decompose(a, true, false, deadline);
        int n = a.rows();
        List<FixedDirection> found = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (eigen.values().isComplex() && eigen.values().im()[j] != 0) {
                continue;
            }
            double value = eigen.values().re()[j];
            double[] direction = new double[n];
            for (int i = 0; i < n; i++) {
                direction[i] = eigen.vectors().re()[i * n + j];
            }
            boolean repeated =
                    found.stream().anyMatch(other -> other.value() == value && parallel(other.direction(), direction));
            if (!repeated) {
                found.add(new FixedDirection(value, direction));
            }
        }
        return found;
    }

    /** Of a defective matrix a vector is repeated, up to rounding. */
    private static boolean parallel(double[] x, double[] y) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
        }
        return Math.abs(product) > 1 - 1e-9;
    }

    private static TransformationDescribeResult explained(TransformationDescribeResult result, Matrix a) {
        Working working = new Working();
        String area = a.rows() == 2 ? "areas" : "volumes";
        working.add(
                new Step(
                        "determinant",
                        "The determinant",
                        "It multiplies %s. %s"
                                .formatted(
                                        area,
                                        result.orientationPreserving()
                                                ? "It is positive: left stays left."
                                                : determinant(RationalMatrix.of(a))
                                                                        .signum()
                                                                == 0
                                                        ? "It is 0: a dimension is lost."
                                                        : "It is negative: left and right are exchanged."),
                        "\\det " + Latex.matrix(a) + " = "
                                + (Double.isNaN(result.determinant())
                                        ? "\\text{beyond } 10^{308}"
                                        : Latex.number(result.determinant())),
                        result.determinant()),
                1);
        Stretch stretch = result.stretch();
        int n = a.rows();
        working.add(
                new Step(
                        "stretch",
                        "Rotate, stretch, rotate",
                        "The singular value decomposition: the unit circle, or sphere, becomes an ellipse whose half axes are the factors.",
                        "A = " + Latex.matrix(stretch.rotateLast())
                                + Latex.matrix(n, n, 0, (i, j) -> i == j ? Latex.number(stretch.factors()[i]) : "0")
                                + Latex.matrix(stretch.rotateFirst()),
                        stretch.factors()),
                n);
        String names = String.join(
                ", ", result.kinds().stream().map(MapClassifier::wireName).toList());
        return new TransformationDescribeResult(
                result.kinds(),
                result.determinant(),
                result.orientationPreserving(),
                result.rotationAngle(),
                result.axis(),
                result.mirrorNormal(),
                stretch,
                result.fixedDirections(),
                result.grid(),
                result.diagnostics(),
                result.conventions(),
                result.warnings(),
                working.endingIn(new Step(
                        "kinds",
                        "What it is",
                        String.join(
                                " ",
                                result.kinds().stream()
                                        .map(TransformationDescription::reason)
                                        .toList()),
                        "\\text{" + names + "}",
                        result.kinds())));
    }

    /** @return what shows that a map is of a kind, up to a positive factor where that is allowed */
    private static String reason(TransformationKind kind) {
        return switch (kind) {
            case IDENTITY -> "A = I: every point stays where it is.";
            case ZERO -> "A = 0: every point goes to the origin.";
            case ROTATION ->
                "The factors are equal and the determinant is positive, so shapes keep their angles and left stays left: a rotation.";
            case REFLECTION ->
                "A is symmetric with one negative eigenvalue, so one direction is turned round: a reflection.";
            case ROTATION_REFLECTION ->
                "The factors are equal and the determinant is negative: a rotation, then the mirror across its axis.";
            case POINT_REFLECTION ->
                "A is symmetric and all its eigenvalues are negative, so every direction is turned round: a reflection in the origin.";
            case SCALING -> "The factors are not all 1: lengths change along orthogonal directions, a scaling.";
            case SHEAR -> "(A − I)² = 0 though A ≠ I, so points slide along lines: a shear.";
            case PROJECTION -> "A² = A, so a second time changes nothing: a projection.";
            case ORTHOGONAL_PROJECTION ->
                "A is symmetric and A² a multiple of A, so points fall at right angles: an orthogonal projection.";
            case INVOLUTION -> "A² = I, so it undoes itself, but A is not symmetric: a mirror seen askew.";
            case SINGULAR ->
                "The last factor is 0, so a dimension is lost and nothing undoes A; A² is not A, so it is no projection.";
            case GENERAL -> "It is none of the kinds that have a name: rotate, stretch, rotate is what it does.";
        };
    }
}
