package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * Images of points under x ↦ M·x + t.
 *
 * <p>Right to n·ε·|M|·|x| + ε·|t|, entry by entry, for n coordinates. Kinds of steps: multiply, images.
 */
final class PointImages {
    private static final int READABLE = 6;
    private static final int SHOWN = 20;

    private PointImages() {}

    /**
     * @param m m×n
     * @param points k×n, or one point as a vector; or of n − 1 coordinates where m is homogeneous
     * @param translation m entries, or null
     * @throws DimensionMismatchException if the shapes do not fit
     */
    static TransformationApplyResult of(Matrix m, VectorOrMatrix points, double[] translation, boolean explain) {
        if (m.rows() == 0 || m.columns() == 0) {
            throw new DimensionMismatchException("The matrix is %s: it has no entries.".formatted(m.shape()))
                    .at("/matrix");
        }
        Matrix x = points.vector() ? points.matrix().transpose() : points.matrix();
        Matrix linear = m;
        double[] shift = translation;
        if (x.columns() == m.columns() - 1 && isHomogeneous(m)) {
            linear = linearPart(m);
            shift = shiftOf(m, translation);
        } else if (x.columns() != m.columns()) {
            throw new DimensionMismatchException("The matrix is %s, so a point needs %d %s; these have %d."
                            .formatted(m.shape(), m.columns(), coordinates(m.columns()), x.columns()))
                    .at("/points");
        }
        requireLength(translation, linear);
        double[] images = Kernels.current().multiply(x, linear.transpose()).values();
        if (shift != null) {
            for (int i = 0; i < images.length; i++) {
                images[i] += shift[i % shift.length];
            }
        }
        List<Warning> warnings = new ArrayList<>();
        Overflow.mark(images, "/points", warnings);
        VectorOrMatrix answer = points.vector()
                ? VectorOrMatrix.vector(images)
                : VectorOrMatrix.matrix(new Matrix(x.rows(), linear.rows(), images));
        List<Step> steps = null;
        if (explain && Math.max(linear.rows(), linear.columns()) <= READABLE) {
            steps = steps(linear, x, shift, answer, images);
        } else if (explain) {
            warnings.add(Warning.noSteps());
        }
        return new TransformationApplyResult(
                answer, Map.of("points", "rows here, columns in M·x + t"), warnings, steps);
    }

    static boolean isHomogeneous(Matrix m) {
        int last = m.rows() - 1;
        boolean homogeneous = m.isSquare() && last > 0 && m.get(last, last) == 1;
        for (int j = 0; j < last && homogeneous; j++) {
            homogeneous = m.get(last, j) == 0;
        }
        return homogeneous;
    }

    private static Matrix linearPart(Matrix m) {
        int n = m.rows() - 1;
        double[] block = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(m.values(), i * (n + 1), block, i * n, n);
        }
        return new Matrix(n, n, block);
    }

    /** @return the last column, and the translation added to it where its length fits, which is checked later */
    private static double[] shiftOf(Matrix m, double[] translation) {
        int n = m.rows() - 1;
        double[] shift = new double[n];
        for (int i = 0; i < n; i++) {
            shift[i] = m.get(i, n) + (translation != null && translation.length == n ? translation[i] : 0);
        }
        return shift;
    }

    private static void requireLength(double[] translation, Matrix linear) {
        if (translation != null && translation.length != linear.rows()) {
            throw new DimensionMismatchException("The images have %d %s, the translation has %d entries."
                            .formatted(linear.rows(), coordinates(linear.rows()), translation.length))
                    .at("/translation");
        }
    }

    private static String coordinates(int count) {
        return count == 1 ? "coordinate" : "coordinates";
    }

    private static List<Step> steps(Matrix m, Matrix x, double[] shift, VectorOrMatrix answer, double[] images) {
        Working working = new Working();
        for (int k = 0; k < Math.min(SHOWN, x.rows()); k++) {
            double[] point = x.row(k);
            double[] image = new double[m.rows()];
            System.arraycopy(images, k * image.length, image, 0, image.length);
            working.add(
                    new Step(
                            "multiply",
                            "Send point %d through the matrix".formatted(k + 1),
                            "Each coordinate of the image is the scalar product of a row with the point"
                                    + (shift == null ? "." : ", and the shift is added."),
                            Latex.matrix(m) + Latex.vector(point) + (shift == null ? "" : " + " + Latex.vector(shift))
                                    + " = " + Latex.vector(image),
                            image),
                    image.length);
        }
        return working.endingIn(new Step(
                "images",
                "Collect the images",
                x.rows() > SHOWN ? "The other points go the same way." : "One row for each point.",
                Latex.matrix(answer.vector() ? answer.matrix() : firstRows(answer.matrix())),
                answer));
    }

    private static Matrix firstRows(Matrix a) {
        int rows = Math.min(SHOWN, a.rows());
        double[] values = new double[rows * a.columns()];
        System.arraycopy(a.values(), 0, values, 0, values.length);
        return new Matrix(rows, a.columns(), values);
    }
}
