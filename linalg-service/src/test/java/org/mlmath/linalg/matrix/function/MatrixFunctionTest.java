package org.mlmath.linalg.matrix.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.DomainException;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.linear.Residual;

class MatrixFunctionTest {
    private static MatrixFunctionResult evaluate(Matrix a, FunctionName function) {
        return MatrixFunction.of(a, function, false, Deadline.none());
    }

    private static Matrix real(Matrix a, FunctionName function) {
        MatrixFunctionResult result = evaluate(a, function);
        assertThat(result.complex()).isFalse();
        return new Matrix(a.rows(), a.columns(), result.matrix().re());
    }

    private static Matrix product(Matrix a, Matrix b) {
        return Kernels.current().multiply(a, b);
    }

    private static void close(double[] actual, double[] expected, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    static Stream<Arguments> references() {
        return References.cases("functions.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void functionsAgreeWithMpmath(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        FunctionName function =
                FunctionName.valueOf(reference.path("function").asText().toUpperCase(Locale.ROOT));
        MatrixFunctionResult result = evaluate(a, function);
        Matrix re = References.matrix(reference.path("re"));
        boolean complex = !reference.path("im").isNull();
        assertThat(result.complex()).isEqualTo(complex);
        double[] im = complex ? References.matrix(reference.path("im")).values() : new double[re.values().length];
        double size = Math.hypot(re.frobeniusNorm(), Matrix.column(im).frobeniusNorm());
        double tolerance = 20 * result.diagnostics().errorEstimate() * size;
        assertThat(result.diagnostics().errorEstimate()).isLessThan(1e-9);
        close(result.matrix().re(), re.values(), tolerance);
        if (complex) {
            close(result.matrix().im(), im, tolerance);
        }
    }

    static Stream<Arguments> hardReferences() {
        return References.cases("hard-functions.json");
    }

    /** However many digits the condition costs where the entries are uncertain: as they are given, they are not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hardReferences")
    void functionsOfHardMatricesAreRightForTheEntriesAsGiven(String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        FunctionName function =
                FunctionName.valueOf(reference.path("function").asText().toUpperCase(Locale.ROOT));
        MatrixFunctionResult result = evaluate(a, function);
        Matrix re = References.matrix(reference.path("re"));
        boolean complex = !reference.path("im").isNull();
        assertThat(result.complex()).isEqualTo(complex);
        double[] im = complex ? References.matrix(reference.path("im")).values() : new double[re.values().length];
        double size = Math.hypot(re.frobeniusNorm(), Matrix.column(im).frobeniusNorm());
        double estimate = result.diagnostics().errorEstimate();
        boolean lossy = a.rows() <= 4 || estimate > a.rows() * Math.ulp(1.0);
        boolean entire = function != FunctionName.LOG && function != FunctionName.SQRT;
        // Real logarithms and roots have as many digits as it takes; of the others those that a correction gives.
        boolean certain = entire ? estimate <= 1e-4 : !complex || estimate <= 1e-8;
        assertThat(result.diagnostics().refined()).isEqualTo(lossy && certain);
        assertThat(result.warnings()).hasSize(estimate > 1e-4 ? 1 : 0);
        double tolerance = (4 * Math.ulp(1.0) + 1e-4 * estimate) * size;
        close(result.matrix().re(), re.values(), tolerance);
        if (complex) {
            close(result.matrix().im(), im, tolerance);
        }
    }

    static Stream<Arguments> lostReferences() {
        return References.cases("lost-functions.json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostReferences")
    void whereTheConditionLeavesNoDigitsSmallMatricesAreRightAndTheEstimateCoversLargeOnes(
            String name, JsonNode reference) {
        Matrix a = References.matrix(reference.path("matrix"));
        FunctionName function =
                FunctionName.valueOf(reference.path("function").asText().toUpperCase(Locale.ROOT));
        MatrixFunctionResult result = evaluate(a, function);
        double estimate = result.diagnostics().errorEstimate();
        Matrix re = References.matrix(reference.path("re"));
        boolean complex = !reference.path("im").isNull();
        boolean exact = !complex && a.rows() <= MatrixFunction.REFINED_UP_TO;
        assertThat(result.diagnostics().refined()).isEqualTo(exact);
        assertThat(result.warnings()).hasSize(estimate > 1e-4 ? 1 : 0);
        double[] im = complex ? References.matrix(reference.path("im")).values() : new double[re.values().length];
        double size = Math.hypot(re.frobeniusNorm(), Matrix.column(im).frobeniusNorm());
        if (exact) {
            assertThat(result.complex()).isFalse();
            for (int at = 0; at < re.values().length; at++) {
                double expected = re.values()[at];
                double corrected = estimate <= 1e-8 ? size : expected; // or found in many digits, each entry for itself
                assertThat(result.matrix().re()[at]).isCloseTo(expected, within(Math.ulp(corrected)));
            }
            return;
        }
        double[] computed = result.complex() ? result.matrix().im() : new double[im.length];
        double error = Math.hypot(distance(result.matrix().re(), re.values()), distance(computed, im));
        if (estimate < 1) { // else no digit is said to be known
            assertThat(error).isLessThanOrEqualTo(estimate * size);
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum = Math.hypot(sum, a[at] - b[at]);
        }
        return sum;
    }

    /** A rotation by nearly π, whose eigenvalues the iteration tells from a negative one, and by π, where there is no real answer. */
    @Test
    void manyDigitsAreGivenUpOnlyWhereThereIsNoRealValue() {
        Matrix turned = Matrix.of(new double[] {-1, -1e-6}, new double[] {1e-6, -1});
        Matrix log = ManyDigits.of(turned, FunctionName.LOG, Deadline.none());
        assertThat(log.get(1, 0)).isCloseTo(Math.PI - 1e-6, within(1e-15));
        assertThat(log.get(0, 0)).isCloseTo(5e-13, within(1e-24));
        Matrix negative = Matrix.of(new double[] {-1, 3}, new double[] {0, 2});
        assertThat(ManyDigits.of(negative, FunctionName.SQRT, Deadline.none())).isNull();
        Matrix singular = Matrix.of(new double[] {1, 2}, new double[] {2, 4});
        assertThat(ManyDigits.of(singular, FunctionName.SQRT, Deadline.none())).isNull();
        assertThat(ManyDigits.of(new Matrix(1, 1, new double[] {4e-320}), FunctionName.SQRT, Deadline.none())
                        .get(0, 0))
                .isEqualTo(Math.sqrt(4e-320));
        assertThat(ManyDigits.of(Matrix.identity(3), FunctionName.LOG, Deadline.none())
                        .values())
                .containsOnly(0);
    }

    @Test
    void refinementLeavesWhatIsRightAlone() {
        MatrixFunctionResult log = evaluate(Matrix.of(new double[] {-1, 0}, new double[] {0, 1}), FunctionName.LOG);
        assertThat(log.matrix().re()).containsOnly(0);
        assertThat(log.matrix().im()).containsExactly(Math.PI, 0, 0, 0);
    }

    @Test
    void largeMatricesAreNotRefined() {
        Random random = new Random(3);
        Matrix a = new Matrix(20, 20, random.doubles(400, -5, 5).toArray());
        assertThat(evaluate(a, FunctionName.EXP).diagnostics().refined()).isFalse();
        Matrix small = new Matrix(10, 10, random.doubles(100, -5, 5).toArray());
        MatrixFunctionResult refined = evaluate(small, FunctionName.EXP);
        assertThat(refined.diagnostics().refined()).isTrue();
    }

    @Property(tries = 40)
    void inverseFunctionsUndoEachOther(@ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
        double[] values = new Random(seed).doubles((long) n * n, -0.4, 0.4).toArray();
        Matrix a = new Matrix(n, n, values);
        Matrix exponential = real(a, FunctionName.EXP);
        close(real(exponential, FunctionName.LOG).values(), values, 1e-11);
        Matrix root = real(exponential, FunctionName.SQRT);
        close(product(root, root).values(), exponential.values(), 1e-12 * exponential.frobeniusNorm());
        Matrix sin = real(a, FunctionName.SIN);
        Matrix cos = real(a, FunctionName.COS);
        double[] sum = product(sin, sin).values().clone();
        double[] squares = product(cos, cos).values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += squares[i];
        }
        close(sum, Matrix.identity(n).values(), 1e-12);
    }

    @Test
    void aDefectiveNegativeEigenvalueHasAComplexLogarithm() {
        Matrix a = Matrix.of(new double[] {-1, 1}, new double[] {0, -1});
        ComplexMatrix log = evaluate(a, FunctionName.LOG).matrix();
        close(log.re(), new double[] {0, -1, 0, 0}, 1e-14);
        close(log.im(), new double[] {Math.PI, 0, 0, Math.PI}, 1e-14);
    }

    @Test
    void theRootOfASingularMatrixIsRealWhereItExists() {
        Matrix ones = Matrix.of(new double[] {1, 1}, new double[] {1, 1});
        double half = Math.sqrt(0.5);
        close(real(ones, FunctionName.SQRT).values(), new double[] {half, half, half, half}, 1e-15);
        Matrix projection = Matrix.of(new double[] {2, -2, -4}, new double[] {-1, 3, 4}, new double[] {1, -2, -3});
        close(real(projection, FunctionName.SQRT).values(), projection.values(), 1e-7);
        Matrix nilpotent = Matrix.of(new double[] {0, 1}, new double[] {0, 0});
        assertThatThrownBy(() -> evaluate(nilpotent, FunctionName.SQRT)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> evaluate(ones, FunctionName.LOG)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> evaluate(nilpotent, FunctionName.LOG)).isInstanceOf(DomainException.class);
        assertThat(real(nilpotent, FunctionName.EXP)).isEqualTo(Matrix.of(new double[] {1, 1}, new double[] {0, 1}));
    }

    /** n + 1 − max(i, j) on and above the subdiagonal: eigenvalues from 0.03 to 32, the small ones hardly determined. */
    private static Matrix frank(int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - 1); j < n; j++) {
                values[i * n + j] = n - Math.max(i, j);
            }
        }
        return new Matrix(n, n, values);
    }

    @Test
    void aRootIsRightToTheLastDigitsWhereItsConditionLeavesAny() {
        for (int n = 4; n <= 12; n += 4) {
            Matrix a = frank(n);
            Matrix root = real(a, FunctionName.SQRT);
            double size = root.frobeniusNorm();
            // ‖X‖²·ε is what rounding the entries of X makes of X².
            assertThat(Residual.of(root, root, a).frobeniusNorm()).isLessThan(2 * Math.ulp(1.0) * size * size);
        }
        Matrix complex = Matrix.of(new double[] {-4, 1e3, 7}, new double[] {1e-3, 2, 1}, new double[] {0, 5, -9});
        ComplexMatrix root = evaluate(complex, FunctionName.SQRT).matrix();
        Matrix re = new Matrix(3, 3, root.re());
        Matrix im = new Matrix(3, 3, root.im());
        Matrix imaginarySquare = product(im, im);
        close(Residual.of(re, re, sum(complex, imaginarySquare)).values(), new double[9], 1e-12);
    }

    private static Matrix sum(Matrix a, Matrix b) {
        double[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += b.values()[i];
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    @Test
    void aFunctionThatRoundingDecidesIsSaidToBeDoubtful() {
        int n = 8;
        Random random = new Random(1);
        Matrix triangle = new Matrix(n, n, new double[n * n]);
        for (int i = 0; i < n; i++) {
            triangle.values()[i * n + i] = 0.01 + 0.14 * i;
            for (int j = i + 1; j < n; j++) {
                triangle.values()[i * n + j] = 30 * random.nextGaussian();
            }
        }
        Matrix q = Kernels.current()
                .qr(new Matrix(n, n, random.doubles(n * n, -1, 1).toArray()), false, false)
                .q();
        MatrixFunctionResult result = evaluate(product(product(q, triangle), q.transpose()), FunctionName.SQRT);
        assertThat(result.diagnostics().errorEstimate()).isGreaterThan(1e-4);
        assertThat(result.warnings()).extracting("code").contains("ill-conditioned");
    }

    @Test
    void aNeighbourThatOverflowsIsReplacedByANearerOne() {
        Matrix a = Matrix.of(new double[] {0.1, 1e8, 0}, new double[] {0, 0.1, 1e8}, new double[] {0, 0, 0.1});
        MatrixFunctionResult result = evaluate(a, FunctionName.EXP);
        double corner = Math.exp(0.1) * 0.5e16;
        assertThat(result.matrix().re()[2]).isCloseTo(corner, within(1e-12 * corner));
        assertThat(result.diagnostics().errorEstimate()).isNotNull();
    }

    @Test
    void everyScaleIsBorne() {
        Matrix huge = Matrix.of(new double[] {0, 1e300}, new double[] {0, 0});
        close(real(huge, FunctionName.EXP).values(), new double[] {1, 1e300, 0, 1}, 1e286);
        Matrix zero = new Matrix(3, 3, new double[9]);
        assertThat(real(zero, FunctionName.EXP)).isEqualTo(Matrix.identity(3));
        assertThat(real(zero, FunctionName.SQRT)).isEqualTo(zero);
        Matrix growing = Matrix.of(new double[] {1000, 1}, new double[] {0, -1});
        MatrixFunctionResult result = evaluate(growing, FunctionName.EXP);
        assertThat(result.warnings()).extracting("code").containsExactly("undefined-values");
        Matrix tiny = Matrix.of(new double[] {4e-300, 1e-300}, new double[] {0, 9e-300});
        assertThat(real(tiny, FunctionName.SQRT).get(0, 0)).isEqualTo(2e-150, within(1e-163));
    }

    @Test
    void anglesThatRoundingTurnsRoundAreWarnedOf() {
        for (double scale : new double[] {1e17, 1e150, 1e300}) {
            Matrix a = Matrix.of(
                    new double[] {scale, 2 * scale, 0}, new double[] {0, 3 * scale, scale}, new double[] {0, 0, -scale
                    });
            for (FunctionName function : List.of(FunctionName.SIN, FunctionName.COS)) {
                assertThat(evaluate(a, function).warnings()).isNotEmpty();
            }
        }
    }

    @Test
    void refiningALogarithmDisturbsNoZeros() {
        Matrix reflection = Matrix.of(new double[] {-1, 0}, new double[] {0, 1});
        TriangularForm form = TriangularForm.of(reflection, 0);
        for (double rough : new double[] {Math.PI, Math.nextDown(Math.PI), Math.PI * (1 - 1e-15)}) {
            ComplexMatrix first = new ComplexMatrix(2, 2, new double[4], new double[] {rough, 0, 0, 0});
            ComplexMatrix refined = LogarithmRefinement.of(reflection, form, first, Deadline.none());
            assertThat(refined.re()).containsOnly(0);
            assertThat(refined.im()).containsExactly(Math.PI, 0, 0, 0);
        }
    }

    @Test
    void aLargeMatrixIsNoDifferentFromASmallOne() {
        int n = 70;
        double[] values = new Random(4).doubles((long) n * n, -0.05, 0.05).toArray();
        Matrix a = new Matrix(n, n, values);
        Matrix exponential = real(a, FunctionName.EXP);
        close(real(exponential, FunctionName.LOG).values(), values, 1e-11);
    }
}
