package org.mlmath.linalg.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.DimensionMismatchException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/**
 * The matrix of maps applied one after the other, M = Mₖ···M₁; homogeneous, one row and column larger, where one of them shifts.
 *
 * <p>Right to a small multiple of k·n·ε·‖Mₖ‖···‖M₁‖. Kinds of steps: multiply, result.
 */
final class Composition {
    private static final Map<String, String> CONVENTIONS = Map.of(
            "order", "the first step is applied first: matrix = last·…·first",
            "points", "columns: x goes to M·x",
            "rotation", "counter-clockwise, in space by the right-hand rule; radians unless unit says degrees");

    private Composition() {}

    /**
     * @param dimension of the points, or null for what the maps say
     * @throws DimensionMismatchException if the maps are of different dimensions
     */
    static TransformationBuildResult of(List<ElementaryMap> maps, Integer dimension, boolean explain) {
        int n = dimension(maps, dimension);
        boolean homogeneous = maps.stream().anyMatch(ElementaryMap.Translation.class::isInstance);
        List<Matrix> matrices = new ArrayList<>();
        List<Matrix> products = new ArrayList<>();
        Matrix product = Matrix.identity(homogeneous ? n + 1 : n);
        for (int i = 0; i < maps.size(); i++) {
            Matrix matrix = matrix(maps.get(i), n, homogeneous, i);
            product = i == 0 ? matrix : Kernels.current().multiply(matrix, product);
            matrices.add(matrix);
            products.add(product);
        }
        List<Warning> warnings = new ArrayList<>();
        Matrix whole =
                new Matrix(product.rows(), product.columns(), product.values().clone());
        Overflow.mark(whole.values(), "/matrix", warnings);
        List<Step> steps = null;
        if (explain) {
            Working working = new Working();
            steps = working.endingIn(steps(working, maps, matrices, products, whole));
            if (working.full()) {
                warnings.add(working.truncated());
            }
        }
        return new TransformationBuildResult(whole, matrices, homogeneous, CONVENTIONS, warnings, steps);
    }

    private static int dimension(List<ElementaryMap> maps, Integer asked) {
        Integer found = asked;
        String source = "dimension says";
        for (int i = 0; i < maps.size(); i++) {
            Integer own = maps.get(i).dimension();
            if (own == null) {
                continue;
            }
            if (found != null && !found.equals(own)) {
                if (maps.get(i) instanceof ElementaryMap.Rotation && own == 2) {
                    throw new InvalidParameterException(
                                    "In %d dimensions a rotation needs its axis: {\"angle\": …, \"axis\": [0, 0, 1]}, which exists for 3."
                                            .formatted(found))
                            .at(pointer(i));
                }
                throw new DimensionMismatchException(
                                "This step is for points with %d coordinates, but %s %d.".formatted(own, source, found))
                        .at(pointer(i));
            }
            if (found == null) {
                found = own;
                source = "step %d is for".formatted(i);
            }
        }
        return found == null ? 2 : found;
    }

    private static Matrix matrix(ElementaryMap map, int n, boolean homogeneous, int index) {
        Matrix linear;
        try {
            linear = map.linear(n);
        } catch (MathException e) {
            throw e.at(pointer(index));
        }
        if (!homogeneous) {
            return linear;
        }
        Matrix larger = Matrix.identity(n + 1);
        for (int i = 0; i < n; i++) {
            System.arraycopy(linear.values(), i * n, larger.values(), i * (n + 1), n);
            if (map instanceof ElementaryMap.Translation translation) {
                larger.values()[i * (n + 1) + n] = translation.shift()[i];
            }
        }
        return larger;
    }

    private static String pointer(int step) {
        return "/transformations/" + step;
    }

    private static Step steps(
            Working working, List<ElementaryMap> maps, List<Matrix> matrices, List<Matrix> products, Matrix whole) {
        for (int i = 0; i < maps.size(); i++) {
            Matrix matrix = matrices.get(i);
            String own = "M_{%d} = %s".formatted(i + 1, Latex.matrix(matrix));
            String latex = i == 0
                    ? own
                    : own + ", \\quad M_{%d} \\cdots M_{1} = %s".formatted(i + 1, Latex.matrix(products.get(i)));
            working.add(
                    new Step(
                            "multiply",
                            "Step %d".formatted(i + 1),
                            maps.get(i).describe() + (i == 0 ? "" : " Its matrix is multiplied from the left."),
                            latex,
                            products.get(i)),
                    matrix.values().length);
        }
        return new Step(
                "result",
                "One matrix for all steps",
                "The first step stands rightmost, next to the point.",
                "M = " + Latex.matrix(whole),
                whole);
    }
}
