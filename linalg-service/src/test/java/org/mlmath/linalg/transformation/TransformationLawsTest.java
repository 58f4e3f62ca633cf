package org.mlmath.linalg.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.kit.array.VectorOrMatrix;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

class TransformationLawsTest {
    @Provide
    Arbitrary<Matrix> maps() {
        return Arbitraries.integers().between(2, 3).flatMap(n -> Arbitraries.integers()
                .between(-4, 4)
                .list()
                .ofSize(n * n)
                .map(list -> new Matrix(
                        n, n, list.stream().mapToDouble(Integer::doubleValue).toArray())));
    }

    private static TransformationDescribeResult describe(Matrix a) {
        return TransformationDescription.of(a, 1e-9, true, Deadline.none());
    }

    private static Matrix build(ElementaryMap... maps) {
        return Composition.of(List.of(maps), null, true).matrix();
    }

    @Property(tries = 100)
    void rotateStretchRotateIsTheMap(@ForAll("maps") Matrix a) {
        TransformationDescribeResult described = describe(a);
        assertThat(described.diagnostics().reconstructionError()).isLessThan(1e-14);
        assertThat(described.stretch().reflects() || described.determinant() >= 0)
                .isTrue();
        assertThat(described.kinds()).isNotEmpty();
        for (var fixed : described.fixedDirections()) {
            double[] image = Kernels.current()
                    .multiply(a, Matrix.column(fixed.direction()))
                    .values();
            for (int i = 0; i < image.length; i++) {
                assertThat(image[i]).isCloseTo(fixed.value() * fixed.direction()[i], within(1e-6));
            }
        }
    }

    @Property(tries = 100)
    void aRotationIsKnownByItsAngleAndAxis(
            @ForAll @DoubleRange(min = 0.01, max = 3.14) double angle,
            @ForAll @DoubleRange(min = -1, max = 1) double x,
            @ForAll @DoubleRange(min = -1, max = 1) double y) {
        double[] axis = {x, y, 1};
        TransformationDescribeResult described =
                describe(build(new ElementaryMap.Rotation(Turn.ofRadians(angle), axis)));
        assertThat(described.kinds()).containsExactly(TransformationKind.ROTATION);
        assertThat(described.rotationAngle()).isCloseTo(angle, within(1e-13));
        double length = Math.sqrt(x * x + y * y + 1);
        for (int i = 0; i < 3; i++) {
            assertThat(described.axis()[i]).isCloseTo(axis[i] / length, within(1e-11));
        }
        TransformationDescribeResult mirrored = describe(build(
                new ElementaryMap.Reflection(axis, true), new ElementaryMap.Rotation(Turn.ofRadians(angle), axis)));
        assertThat(mirrored.kinds()).containsExactly(TransformationKind.ROTATION_REFLECTION);
        assertThat(mirrored.orientationPreserving()).isFalse();
        assertThat(mirrored.rotationAngle()).isCloseTo(angle, within(1e-13));
    }

    @Property(tries = 100)
    void turnsInThePlaneAddUp(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double a,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double b) {
        Matrix m = build(
                new ElementaryMap.Rotation(Turn.ofRadians(a), null),
                new ElementaryMap.Rotation(Turn.ofDegrees(Math.toDegrees(b)), null));
        assertThat(Math.atan2(m.get(1, 0), m.get(0, 0))).isCloseTo(a + b, within(1e-14));
    }

    @Property(tries = 100)
    void aChangeOfBasisCanBeUndone(@ForAll("maps") Matrix basis, @ForAll("maps") Matrix map) {
        int n = basis.rows();
        if (describe(basis).determinant() == 0 || map.rows() != n) {
            return;
        }
        double[] vector = {1, -2, 3};
        double[] x = Arrays.copyOf(vector, n);
        ChangeOfBasisResult there = BasisChange.of(x, map, null, basis, true, Deadline.none());
        ChangeOfBasisResult back = BasisChange.of(there.vector(), there.matrix(), basis, null, false, Deadline.none());
        for (int i = 0; i < n; i++) {
            assertThat(back.vector()[i]).isCloseTo(x[i], within(1e-12));
        }
        for (int i = 0; i < n * n; i++) {
            assertThat(back.matrix().values()[i]).isCloseTo(map.values()[i], within(1e-10));
        }
    }

    @Test
    void largeBasesAreChangedInFloatingPoint() {
        int n = 20;
        Matrix basis = Matrix.identity(n);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + 1;
            basis.values()[i * n + (i + 1) % n] += 0.5;
        }
        ChangeOfBasisResult result = BasisChange.of(x, null, basis, null, true, Deadline.none());
        assertThat(result.diagnostics().exact()).isFalse();
        assertThat(result.vector()[1]).isCloseTo(2 + 0.5, within(1e-14));
        assertThat(result.warnings()).extracting("code").containsExactly("no-steps");
        ChangeOfBasisResult back = BasisChange.of(result.vector(), basis, null, basis, false, Deadline.none());
        for (int i = 0; i < n; i++) {
            assertThat(back.vector()[i]).isCloseTo(x[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0 0 1 | IDENTITY",
                "0 0 0 0 | ZERO PROJECTION ORTHOGONAL_PROJECTION",
                "0 -1 1 0 | ROTATION",
                "0 -2 2 0 | ROTATION SCALING",
                "-1 0 0 -1 | ROTATION POINT_REFLECTION",
                "1 0 0 -1 | REFLECTION",
                "0 1 1 0 | REFLECTION",
                "2 0 0 2 | SCALING",
                "2 0 0 3 | SCALING",
                "2 1 1 2 | SCALING",
                "-2 0 0 3 | SCALING REFLECTION",
                "1e-200 0 0 2e-200 | SCALING",
                "1e200 0 0 1e200 | SCALING",
                "1 1 0 1 | SHEAR",
                "1 1e12 0 1 | SHEAR",
                "2 1 -1 0 | SHEAR",
                "1 0 0 0 | PROJECTION ORTHOGONAL_PROJECTION",
                "0.5 0.5 0.5 0.5 | PROJECTION ORTHOGONAL_PROJECTION",
                "1 1 0 0 | PROJECTION",
                "1 2 2 4 | ORTHOGONAL_PROJECTION SCALING",
                "1 1 0 -1 | INVOLUTION",
                "0 1 0 0 | SINGULAR",
                "1 2 3 4 | GENERAL",
                "1 0 0 0 1 0 0 0 -1 | REFLECTION",
                "-1 0 0 0 -1 0 0 0 1 | ROTATION",
                "-1 0 0 0 -1 0 0 0 -1 | POINT_REFLECTION",
                "0 -1 0 1 0 0 0 0 -1 | ROTATION_REFLECTION",
                "1 0 0 0 1 0 0 0 0 | PROJECTION ORTHOGONAL_PROJECTION",
                "1 0 2 0 1 3 0 0 1 | SHEAR"
            })
    void aMapIsCalledWhatItIs(String entries, String kinds) {
        double[] values = List.of(entries.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        int n = values.length == 4 ? 2 : 3;
        TransformationDescribeResult described = describe(new Matrix(n, n, values));
        assertThat(described.kinds().stream().map(Enum::name)).containsExactly(kinds.split(" "));
        assertThat(described.steps().getLast().value()).isEqualTo(described.kinds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 0.5 0 | A² = I | negative",
                "0 1 0 0 | a dimension is lost | is 0",
                "1e-200 0 0 -1e-200 | negative eigenvalue | negative",
                "1 1 0 1 | (A − I)² = 0 | positive"
            })
    void whatShowsTheKindIsSaid(String entries, String reason, String sign) {
        double[] values = List.of(entries.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        TransformationDescribeResult described = describe(new Matrix(2, 2, values));
        assertThat(described.steps().getLast().detail()).contains(reason);
        assertThat(described.steps().getFirst().detail()).contains(sign);
    }

    @Test
    void theDeterminantIsThatOfTheDecimals() {
        TransformationDescribeResult described = describe(Matrix.of(new double[] {0.1, 0.2}, new double[] {0.3, 0.6}));
        assertThat(described.determinant()).isZero();
        assertThat(described.orientationPreserving()).isFalse();
        assertThat(describe(Matrix.of(new double[] {1e200, 0}, new double[] {0, 1e200}))
                        .determinant())
                .isNaN();
    }

    @Test
    void homogeneousMatricesTakePointsOfOneCoordinateLess() {
        Matrix m =
                build(new ElementaryMap.Scaling(new double[] {2}), new ElementaryMap.Translation(new double[] {1, -1}));
        Matrix points = Matrix.of(new double[] {1, 1}, new double[] {0, 0});
        TransformationApplyResult result =
                PointImages.of(m, VectorOrMatrix.matrix(points), new double[] {10, 10}, true);
        assertThat(result.points().matrix().values()).containsExactly(13, 11, 11, 9);
    }
}
