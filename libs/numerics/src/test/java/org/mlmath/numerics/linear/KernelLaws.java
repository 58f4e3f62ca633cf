package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.NotPositiveDefiniteException;
import org.mlmath.numerics.linear.Kernel.Vectors;

/** What every kernel promises, on random matrices of all scales and on those that have caught out one library or another. */
abstract class KernelLaws {
    private static final double EPSILON = Math.ulp(1.0);

    abstract Kernel kernel();

    @Provide
    Arbitrary<Matrix> matrices() {
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(rows -> Arbitraries.integers().between(1, 9).flatMap(columns -> matrices(rows, columns)));
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return Arbitraries.integers().between(1, 9).flatMap(n -> matrices(n, n));
    }

    private static Arbitrary<Matrix> matrices(int rows, int columns) {
        Arbitrary<Double> entries = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1, 1).ofScale(12));
        return entries.list().ofSize(rows * columns).flatMap(list -> Arbitraries.of(1.0, 1e-150, 1e150, 1e-290, 1e290)
                .map(scale -> new Matrix(
                        rows,
                        columns,
                        list.stream().mapToDouble(value -> value * scale).toArray())));
    }

    static Stream<Arguments> anyShape() {
        Map<String, Matrix> all = new LinkedHashMap<>(ClassicMatrices.square());
        all.putAll(ClassicMatrices.rectangular());
        return all.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Arguments> squareOnes() {
        return ClassicMatrices.square().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    // Singular values

    @Property(tries = 150)
    void singularValuesAndVectorsGiveTheMatrixBack(@ForAll("matrices") Matrix a) {
        requireSvd(a, Vectors.THIN);
        requireSvd(a, Vectors.FULL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anyShape")
    void singularValuesAndVectorsGiveHardMatricesBack(String name, Matrix a) {
        requireSvd(a, Vectors.THIN);
        requireSvd(a, Vectors.FULL);
    }

    private void requireSvd(Matrix a, Vectors vectors) {
        SvdFactors svd = kernel().svd(a, vectors);
        int k = Math.min(a.rows(), a.columns());
        assertThat(svd.singularValues()).hasSize(k);
        for (int i = 1; i < k; i++) {
            assertThat(svd.singularValues()[i]).isBetween(0.0, svd.singularValues()[i - 1]);
        }
        boolean full = vectors == Vectors.FULL;
        assertThat(svd.u().shape()).isEqualTo(a.rows() + "×" + (full ? a.rows() : k));
        assertThat(svd.vt().shape()).isEqualTo((full ? a.columns() : k) + "×" + a.columns());
        requireOrthonormal(svd.u());
        requireOrthonormal(svd.vt().transpose());
        Matrix sigma = ClassicMatrices.generate(
                svd.u().columns(), svd.vt().rows(), (i, j) -> i == j && i < k ? svd.singularValues()[i] : 0);
        requireEqual(a, product(product(svd.u(), sigma), svd.vt()), a);
        double[] alone = kernel().svd(a, Vectors.NONE).singularValues();
        requireEqual(Matrix.column(svd.singularValues()), Matrix.column(alone), a);
    }

    // Eigenvalues

    @Property(tries = 150)
    void symmetricEigenvaluesGiveTheMatrixBack(@ForAll("squares") Matrix a) {
        requireSymmetricEigen(symmetricPart(a));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void symmetricEigenvaluesGiveHardMatricesBack(String name, Matrix a) {
        requireSymmetricEigen(symmetricPart(a));
    }

    private void requireSymmetricEigen(Matrix a) {
        SymmetricEigenFactors eigen = kernel().symmetricEigen(a, true);
        requireOrthonormal(eigen.vectors());
        assertThat(eigen.values()).isSorted();
        Matrix lambda = ClassicMatrices.diagonal(a.rows(), i -> eigen.values()[i]);
        requireEqual(
                a, product(product(eigen.vectors(), lambda), eigen.vectors().transpose()), a);
        requireEqual(
                Matrix.column(eigen.values()),
                Matrix.column(kernel().symmetricEigen(a, false).values()),
                a);
    }

    @Property(tries = 150)
    void eigenvectorsAreScaledByTheMatrix(@ForAll("squares") Matrix a) {
        requireEigen(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void eigenvectorsAreScaledByHardMatrices(String name, Matrix a) {
        requireEigen(a);
    }

    private void requireEigen(Matrix a) {
        EigenFactors eigen = kernel().eigen(a, true);
        int n = a.rows();
        boolean complex = eigen.values().isComplex();
        double[] re = eigen.values().re();
        double[] im = complex ? eigen.values().im() : new double[n];
        Matrix x = new Matrix(n, n, eigen.vectors().re());
        Matrix y = new Matrix(n, n, complex ? eigen.vectors().im() : new double[n * n]);
        Matrix ax = product(a, x);
        Matrix ay = product(a, y);
        double bound = 1000 * n * EPSILON * a.frobeniusNorm();
        for (int j = 0; j < n; j++) {
            double norm = 0;
            for (int i = 0; i < n; i++) {
                assertThat(ax.get(i, j) - (re[j] * x.get(i, j) - im[j] * y.get(i, j)))
                        .isBetween(-bound, bound);
                assertThat(ay.get(i, j) - (re[j] * y.get(i, j) + im[j] * x.get(i, j)))
                        .isBetween(-bound, bound);
                norm = Math.hypot(norm, Math.hypot(x.get(i, j), y.get(i, j)));
            }
            assertThat(norm).isBetween(1 - 1e-12, 1 + 1e-12);
            if (im[j] > 0) {
                assertThat(re[j + 1]).isEqualTo(re[j]);
                assertThat(im[j + 1]).isEqualTo(-im[j]);
            }
        }
    }

    // Orthogonal triangles

    @Property(tries = 150)
    void orthogonalTimesTriangularGivesTheMatrixBack(@ForAll("matrices") Matrix a) {
        requireQr(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anyShape")
    void orthogonalTimesTriangularGivesHardMatricesBack(String name, Matrix a) {
        requireQr(a);
    }

    private void requireQr(Matrix a) {
        int k = Math.min(a.rows(), a.columns());
        for (boolean full : new boolean[] {false, true}) {
            for (boolean pivoting : new boolean[] {false, true}) {
                QrFactors qr = kernel().qr(a, full, pivoting);
                int width = full ? a.rows() : k;
                assertThat(qr.q().shape()).isEqualTo(a.rows() + "×" + width);
                assertThat(qr.r().shape()).isEqualTo(width + "×" + a.columns());
                requireOrthonormal(qr.q());
                for (int i = 0; i < width; i++) {
                    for (int j = 0; j < Math.min(i, a.columns()); j++) {
                        assertThat(qr.r().get(i, j)).isEqualTo(0);
                    }
                }
                int[] order = pivoting
                        ? qr.permutation()
                        : IntStream.range(0, a.columns()).toArray();
                Matrix permuted = ClassicMatrices.generate(a.rows(), a.columns(), (i, j) -> a.get(i, order[j]));
                requireEqual(permuted, product(qr.q(), qr.r()), a);
                if (pivoting) {
                    double slack = 1 + 1e-10;
                    for (int i = 1; i < k; i++) {
                        assertThat(Math.abs(qr.r().get(i, i)))
                                .isLessThanOrEqualTo(
                                        Math.abs(qr.r().get(i - 1, i - 1)) * slack + 10 * EPSILON * a.frobeniusNorm());
                    }
                }
            }
        }
    }

    // Systems

    @Property(tries = 150)
    void eliminationSolvesBackwardStably(@ForAll("squares") Matrix a) {
        requireLu(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void eliminationSolvesHardSystemsBackwardStably(String name, Matrix a) {
        requireLu(a);
    }

    private void requireLu(Matrix a) {
        LuFactors lu = kernel().lu(a);
        assertThat(lu.rcond()).isBetween(0.0, 1 + 1e-12);
        if (lu.singular() || lu.rcond() < 1e-300) {
            return;
        }
        double scale = a.maxAbs();
        Matrix b = ClassicMatrices.generate(a.rows(), 2, (i, j) -> (i + 1 - 3 * j) * scale);
        Matrix x = lu.solve(b);
        if (x.maxAbs() < 1e150) { // beyond, the residual itself overflows
            Matrix residual = product(a, x);
            double bound = 100 * a.rows() * EPSILON * (a.frobeniusNorm() * x.frobeniusNorm() + b.frobeniusNorm());
            for (int i = 0; i < b.values().length; i++) {
                assertThat(residual.values()[i] - b.values()[i]).isBetween(-bound, bound);
            }
        }
    }

    @Test
    void conditionEstimatesComeNearTheCondition() {
        double[] oneNormConditions = {1, 27, 748, 28375, 943656}; // of the Hilbert matrices, exactly
        for (int n = 1; n <= 5; n++) {
            double condition = oneNormConditions[n - 1];
            assertThat(1 / kernel().lu(ClassicMatrices.hilbert(n)).rcond())
                    .isBetween(condition / 3, condition * 1.0001);
            assertThat(1 / kernel().cholesky(ClassicMatrices.hilbert(n)).rcond())
                    .isBetween(condition / 3, condition * 1.0001);
        }
        assertThat(kernel().lu(ClassicMatrices.diagonal(2, i -> i)).rcond()).isZero();
        // Not the condition of the transpose, whose 1-norm differs.
        Matrix lopsided = Matrix.of(new double[] {1, 100, 100}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
        assertThat(1 / kernel().lu(lopsided).rcond()).isBetween(10201.0 / 1.01, 10201.0 * 1.01);
    }

    @Property(tries = 150)
    void choleskyGivesPositiveDefiniteMatricesBackAndSolves(@ForAll("squares") Matrix root) {
        double scale = root.maxAbs() == 0 ? 1 : root.maxAbs();
        Matrix unit = ClassicMatrices.generate(
                root.rows(), root.rows(), (i, j) -> root.get(i, j) / scale + (i == j ? 4.0 * root.rows() : 0));
        Matrix product = product(unit, unit.transpose());
        Matrix a = ClassicMatrices.generate(root.rows(), root.rows(), (i, j) -> product.get(i, j) * scale);
        CholeskyFactors cholesky = kernel().cholesky(a);
        Matrix l = cholesky.l();
        for (int i = 0; i < l.rows(); i++) {
            assertThat(l.get(i, i)).isPositive();
            for (int j = i + 1; j < l.rows(); j++) {
                assertThat(l.get(i, j)).isZero();
            }
        }
        requireEqual(a, product(l, l.transpose()), a);
        Matrix x = cholesky.solve(a);
        requireEqual(Matrix.identity(a.rows()), x, Matrix.identity(a.rows()));
    }

    @Test
    void choleskyNamesTheLeadingMinorThatFails() {
        Matrix a = Matrix.of(new double[] {4, 2, 0}, new double[] {2, 1, 0}, new double[] {0, 0, 1});
        assertThatThrownBy(() -> kernel().cholesky(a))
                .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> assertThat(e.facts())
                        .containsEntry("leadingMinor", 2));
        assertThatThrownBy(() -> kernel().cholesky(ClassicMatrices.diagonal(4, i -> i < 3 ? 1e-12 : -1e-12)))
                .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> assertThat(e.facts())
                        .containsEntry("leadingMinor", 4));
        assertThat(kernel().cholesky(ClassicMatrices.diagonal(3, i -> 1e-13))
                        .l()
                        .get(2, 2))
                .isEqualTo(Math.sqrt(1e-13));
    }

    @Property(tries = 150)
    void leastSquaresLeavesAResidualOrthogonalToTheColumns(@ForAll("matrices") Matrix a) {
        requireLeastSquares(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anyShape")
    void leastSquaresBearsHardMatrices(String name, Matrix a) {
        requireLeastSquares(a);
    }

    private void requireLeastSquares(Matrix a) {
        double rcond = 1e-10;
        double scale = a.maxAbs() == 0 ? 1 : a.maxAbs();
        Matrix unit = ClassicMatrices.generate(a.rows(), a.columns(), (i, j) -> a.get(i, j) / scale);
        Matrix b = ClassicMatrices.generate(a.rows(), 2, (i, j) -> Math.cos(i + 2.0 * j) * scale);
        LeastSquaresSolution solution = kernel().leastSquares(a, b, rcond);
        Matrix fitted = product(unit, solution.x());
        Matrix residual = ClassicMatrices.generate(a.rows(), 2, (i, j) -> b.get(i, j) / scale - fitted.get(i, j));
        // What the discarded singular values could still explain is at most rcond·‖A‖ of the residual.
        double bound = (rcond + 1000 * EPSILON)
                * unit.frobeniusNorm()
                * (1 + unit.frobeniusNorm())
                * (1 + solution.x().frobeniusNorm());
        for (double value : product(unit.transpose(), residual).values()) {
            assertThat(value).isBetween(-bound, bound);
        }
        assertThat(solution.singularValues()).hasSize(Math.min(a.rows(), a.columns()));
    }

    // Triangles

    @Property(tries = 150)
    void trianglesGiveTheRowsBackInTheirOrder(@ForAll("matrices") Matrix a) {
        requireTriangles(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anyShape")
    void trianglesGiveTheRowsOfHardMatricesBackInTheirOrder(String name, Matrix a) {
        requireTriangles(a);
    }

    private void requireTriangles(Matrix a) {
        LuTriangles lu = kernel().luTriangles(a);
        int k = Math.min(a.rows(), a.columns());
        assertThat(lu.l().shape()).isEqualTo(a.rows() + "×" + k);
        assertThat(lu.u().shape()).isEqualTo(k + "×" + a.columns());
        requireUnitLower(lu.l(), 1);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(lu.u().get(i, j)).isZero();
            }
        }
        Matrix permuted = ClassicMatrices.generate(a.rows(), a.columns(), (i, j) -> a.get(lu.permutation()[i], j));
        requireEqual(permuted, product(lu.l(), lu.u()), a);
    }

    @Property(tries = 150)
    void symmetricTrianglesGiveTheMatrixBackInItsOrder(@ForAll("squares") Matrix a) {
        requireLdl(symmetricPart(a));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void symmetricTrianglesGiveHardMatricesBackInTheirOrder(String name, Matrix a) {
        requireLdl(symmetricPart(a));
    }

    private void requireLdl(Matrix a) {
        LdlFactors ldl = kernel().ldl(a);
        int n = a.rows();
        requireUnitLower(ldl.l(), 2.8);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(ldl.d().get(i, j)).isEqualTo(ldl.d().get(j, i));
                if (Math.abs(i - j) > 1) {
                    assertThat(ldl.d().get(i, j)).isZero();
                }
            }
            if (i > 0 && ldl.d().get(i, i - 1) != 0) {
                assertThat(ldl.l().get(i, i - 1)).isZero();
                assertThat(i + 1 == n || ldl.d().get(i + 1, i) == 0).isTrue();
            }
        }
        int[] order = ldl.permutation();
        Matrix permuted = ClassicMatrices.generate(n, n, (i, j) -> a.get(order[i], order[j]));
        requireEqual(permuted, product(product(ldl.l(), ldl.d()), ldl.l().transpose()), a);
    }

    private static void requireUnitLower(Matrix l, double bound) {
        for (int i = 0; i < l.rows(); i++) {
            for (int j = 0; j < l.columns(); j++) {
                if (j >= i) {
                    assertThat(l.get(i, j)).isEqualTo(i == j ? 1 : 0);
                } else {
                    assertThat(Math.abs(l.get(i, j))).isLessThanOrEqualTo(bound);
                }
            }
        }
    }

    // Similar matrices

    @Property(tries = 150)
    void schurFormsAreStandardAndGiveTheMatrixBack(@ForAll("squares") Matrix a) {
        requireSchur(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void schurFormsOfHardMatricesAreStandardAndGiveTheMatrixBack(String name, Matrix a) {
        requireSchur(a);
    }

    private void requireSchur(Matrix a) {
        requireSchur(a, kernel().schur(a));
        EigenvalueSelection left = (re, im) -> re < 0;
        SchurFactors sorted = kernel().schur(a, left);
        requireSchur(a, sorted);
        // Exchanges move eigenvalues that are defective, or nearly, more than rounding moves the others: what is then
        // on another side
        // says the caller who asked for the order. Well away from the border they are where they should be.
        double margin = 1e-2 * a.maxAbs();
        boolean others = false;
        for (int i = 0; i < a.rows(); i++) {
            others |= sorted.t().get(i, i) > margin;
            assertThat(others && sorted.t().get(i, i) < -margin).isFalse();
        }
    }

    private void requireSchur(Matrix a, SchurFactors schur) {
        Matrix t = schur.t();
        requireOrthonormal(schur.z());
        requireEqual(a, product(product(schur.z(), t), schur.z().transpose()), a);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i - 1; j++) {
                assertThat(t.get(i, j)).isZero();
            }
            if (i > 0 && t.get(i, i - 1) != 0) {
                assertThat(t.get(i, i)).isEqualTo(t.get(i - 1, i - 1));
                assertThat(Math.signum(t.get(i, i - 1))).isEqualTo(-Math.signum(t.get(i - 1, i)));
                assertThat(i + 1 == a.rows() || t.get(i + 1, i) == 0).isTrue();
            }
        }
    }

    @Property(tries = 150)
    void hessenbergFormsGiveTheMatrixBack(@ForAll("squares") Matrix a) {
        requireHessenberg(a);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squareOnes")
    void hessenbergFormsGiveHardMatricesBack(String name, Matrix a) {
        requireHessenberg(a);
    }

    private void requireHessenberg(Matrix a) {
        HessenbergFactors hessenberg = kernel().hessenberg(a);
        requireOrthonormal(hessenberg.q());
        assertThat(Math.abs(hessenberg.q().get(0, 0))).isEqualTo(1);
        for (int i = 2; i < a.rows(); i++) {
            for (int j = 0; j < i - 1; j++) {
                assertThat(hessenberg.h().get(i, j)).isZero();
            }
        }
        requireEqual(
                a,
                product(product(hessenberg.q(), hessenberg.h()), hessenberg.q().transpose()),
                a);
    }

    // Products

    @Property(tries = 100)
    void productsAgreeWithTheDefinition(@ForAll("matrices") Matrix a) {
        double scale = a.maxAbs() > 1e100 ? 1e-200 : 1;
        Matrix b = ClassicMatrices.generate(a.columns(), 3, (i, j) -> scale * (i - j));
        requireEqual(product(a, b), kernel().multiply(a, b), new Matrix(1, 1, new double[] {
            a.frobeniusNorm() * b.frobeniusNorm()
        }));
    }

    /** Of a few columns large matrices are multiplied part by part. */
    @Test
    void productsWithFewColumnsAgreeWithTheDefinition() {
        Matrix a = ClassicMatrices.random(700, 530, 1, 5);
        Matrix b = ClassicMatrices.random(530, 3, 1, 6);
        Matrix c = ClassicMatrices.random(700, 4, 1, 7);
        Matrix size = new Matrix(1, 1, new double[] {a.frobeniusNorm() * 40});
        requireEqual(product(a, b), kernel().multiply(a, b), size);
        requireEqual(product(a.transpose(), c), kernel().multiply(a, true, c, false), size);
    }

    @Test
    void productsWithTrianglesAgreeWithTheDefinition() {
        for (int[] shape : new int[][] {{230, 230}, {230, 150}, {150, 230}, {20, 20}}) {
            int m = shape[0];
            int n = shape[1];
            double[] values = ClassicMatrices.random(m, n, 1, 8).values();
            double[] below = values.clone();
            double[] above = values.clone();
            for (int at = 0; at < values.length; at++) {
                below[at] = at % n > at / n ? 0 : below[at];
                above[at] = at % n < at / n ? 0 : above[at];
            }
            for (boolean lower : new boolean[] {true, false}) {
                Matrix a = new Matrix(m, n, lower ? below : above);
                Matrix b = ClassicMatrices.random(n, 4, 1, 9);
                Matrix c = ClassicMatrices.random(m, 4, 1, 10);
                Matrix size = new Matrix(1, 1, new double[] {a.frobeniusNorm() * 40});
                requireEqual(product(a, b), kernel().multiplyTriangle(a, lower, false, b), size);
                requireEqual(product(a.transpose(), c), kernel().multiplyTriangle(a, lower, true, c), size);
            }
        }
    }

    @Test
    void inversesLeaveASmallResidualOnTheRight() {
        for (int n : new int[] {1, 5, 120}) {
            Matrix a = ClassicMatrices.random(n, n, 1, 12);
            InverseFactors found = kernel().inverse(a);
            Matrix residual = Residual.of(a, found.inverse(), Matrix.identity(n));
            assertThat(residual.frobeniusNorm())
                    .isLessThan(
                            n * EPSILON * a.frobeniusNorm() * found.inverse().frobeniusNorm());
            assertThat(1 / found.rcond())
                    .isCloseTo(a.oneNorm() * found.inverse().oneNorm(), withinPercentage(1e-10));
        }
        InverseFactors none = kernel().inverse(Matrix.of(new double[] {1, 2}, new double[] {2, 4}));
        assertThat(none.inverse()).isNull();
        assertThat(none.rcond()).isZero();
    }

    @Property(tries = 100)
    void gramMatricesAreSymmetricProducts(@ForAll("matrices") Matrix a) {
        BinaryScale scaled = BinaryScale.always(a); // squares of 1e290 are beyond a double
        Matrix gram = kernel().gram(scaled.matrix());
        Matrix product = kernel().multiply(scaled.matrix().transpose(), scaled.matrix());
        assertThat(gram).isEqualTo(gram.transpose());
        for (int at = 0; at < gram.values().length; at++) {
            assertThat(Math.abs(gram.values()[at] - product.values()[at])).isLessThan(64 * a.rows() * EPSILON);
        }
    }

    @Property(tries = 100)
    void gramMatricesOfPartsAddUpToThatOfTheWhole(@ForAll("matrices") Matrix a) {
        Matrix whole = BinaryScale.always(a).matrix();
        int m = whole.rows();
        int n = whole.columns();
        double[] sum = new double[n * n];
        for (int from = 0; from < m; from += 3) {
            int to = Math.min(from + 3, m);
            double[] part = java.util.Arrays.copyOfRange(whole.values(), from * n, to * n);
            kernel().addGram(new Matrix(to - from, n, part), sum);
        }
        double[] gram = kernel().gram(whole).values();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                assertThat(Math.abs(sum[i * n + j] - gram[i * n + j])).isLessThan(64 * m * EPSILON);
            }
        }
    }

    @Test
    void argumentsAreLeftAlone() {
        Matrix a = ClassicMatrices.random(6, 6, 1, 9);
        Matrix before = new Matrix(6, 6, a.values().clone());
        kernel().svd(a, Vectors.FULL);
        kernel().eigen(a, true);
        kernel().symmetricEigen(a, true);
        kernel().qr(a, true, true);
        kernel().lu(a).solve(a);
        kernel().luTriangles(a);
        kernel().ldl(symmetricPart(a));
        kernel().schur(a);
        kernel().hessenberg(a);
        kernel().multiply(a, a);
        kernel().leastSquares(a, a, 1e-12);
        assertThat(a).isEqualTo(before);
    }

    @Test
    void theSameMatrixGivesTheSameBits() {
        Matrix a = ClassicMatrices.random(80, 60, 1, 11);
        SvdFactors first = kernel().svd(a, Vectors.THIN);
        IntStream.range(0, 8).parallel().forEach(i -> {
            SvdFactors again = kernel().svd(a, Vectors.THIN);
            assertThat(again.u()).isEqualTo(first.u());
            assertThat(again.vt()).isEqualTo(first.vt());
        });
    }

    @Test
    void costsGrowWithTheShape() {
        for (KernelCost.Operation operation : KernelCost.Operation.values()) {
            double small = kernel().cost().seconds(operation, 3, 3);
            double large = kernel().cost().seconds(operation, 500, 500);
            assertThat(small).isBetween(1e-7, 1e-4);
            assertThat(large).isBetween(1e-3, 10.0);
            assertThat(kernel().cost().seconds(operation, 500, 200))
                    .isEqualTo(kernel().cost().seconds(operation, 200, 500));
        }
    }

    private static Matrix symmetricPart(Matrix a) {
        return ClassicMatrices.generate(a.rows(), a.rows(), (i, j) -> a.get(i, j) / 2 + a.get(j, i) / 2);
    }

    /** The definition, independent of any kernel. */
    private static Matrix product(Matrix a, Matrix b) {
        return ClassicMatrices.generate(a.rows(), b.columns(), (i, j) -> {
            double sum = 0;
            for (int k = 0; k < a.columns(); k++) {
                sum = Math.fma(a.get(i, k), b.get(k, j), sum);
            }
            return sum;
        });
    }

    private static void requireOrthonormal(Matrix q) {
        requireEqual(Matrix.identity(q.columns()), product(q.transpose(), q), Matrix.identity(q.columns()));
    }

    /** Equal up to a small multiple of n·ε at the scale of the third. */
    private static void requireEqual(Matrix expected, Matrix actual, Matrix scale) {
        int n = Math.max(expected.rows(), expected.columns());
        double bound = 30 * n * EPSILON * scale.frobeniusNorm();
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(actual.values()[i] - expected.values()[i]).isBetween(-bound, bound);
        }
    }
}
