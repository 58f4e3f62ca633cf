package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

class ExplanationTest {
    @Provide
    Arbitrary<Matrix> matrices() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 4);
        return sizes.flatMap(m -> sizes.flatMap(n -> matrices(m, n)));
    }

    @Provide
    Arbitrary<Matrix> squares() {
        return Arbitraries.integers().between(2, 3).flatMap(n -> matrices(n, n));
    }

    private static Arbitrary<Matrix> matrices(int m, int n) {
        return Arbitraries.integers()
                .between(-3, 3)
                .list()
                .ofSize(m * n)
                .map(list -> new Matrix(
                        m, n, list.stream().mapToDouble(Integer::doubleValue).toArray()));
    }

    @Property(tries = 200)
    void gramSchmidtEndsInTheTriangleOfTheAnswer(
            @ForAll("matrices") Matrix a, @ForAll QrMode mode, @ForAll boolean pivoting) {
        QrResult qr = Qr.decompose(a, mode, pivoting, true);
        assertThat(qr.warnings()).isEmpty();
        requireSteps(qr.steps(), qr.r());
        assertThat(qr.steps())
                .extracting(Step::kind)
                .isSubsetOf("normalize", "subtract-projections", "dependent", "project", "complete", "assemble");
    }

    @Property(tries = 200)
    void theCharacteristicPolynomialLeadsToTheEigenvalues(@ForAll("squares") Matrix a) {
        EigenResult eigen = Eigen.decompose(a, true, true, Deadline.none());
        requireSteps(eigen.steps(), eigen.values());
        assertThat(eigen.warnings()).extracting(Warning::code).isSubsetOf("defective");
    }

    @Property(tries = 200)
    void theEigenvaluesOfTheGramMatrixLeadToTheSingularValues(@ForAll("matrices") Matrix a, @ForAll SvdMode mode) {
        SvdResult svd = Svd.decompose(a, mode, null, true);
        if (Math.min(a.rows(), a.columns()) > 3) {
            assertThat(svd.warnings()).extracting(Warning::code).containsExactly("no-steps");
        } else {
            assertThat(svd.warnings()).isEmpty();
            requireSteps(svd.steps(), svd.singularValues());
        }
    }

    private static void requireSteps(List<Step> steps, Object result) {
        assertThat(steps).hasSizeGreaterThan(1);
        assertThat(steps.getLast().value()).isSameAs(result);
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.latex()).isNotBlank();
            assertThat(step.latex().chars().filter(c -> c == '{').count())
                    .isEqualTo(step.latex().chars().filter(c -> c == '}').count());
            assertThat(step.title()).isNotBlank();
            assertThat(step.detail()).isNotBlank();
        });
    }

    @Test
    void thePolynomialIsWrittenInFractions() {
        EigenResult eigen =
                Eigen.decompose(Matrix.of(new double[] {0.5, 1}, new double[] {2, 3}), true, true, Deadline.none());
        assertThat(eigen.steps().getFirst().latex())
                .isEqualTo("\\det(\\lambda I - A) = \\lambda^{2} - \\frac{7}{2} \\lambda - \\frac{1}{2}");
        assertThat(eigen.steps().getFirst().value()).isEqualTo(List.of("1", "-7/2", "-1/2"));
    }

    @Property(tries = 200)
    void formsAreDerivedByHandToTheAnswer(@ForAll("squares") Matrix a, @ForAll PolarSide side) {
        Matrix symmetric = sum(a, a.transpose());
        LdlResult ldl = Ldl.decompose(symmetric, true);
        requireSteps(ldl.steps(), ldl.l());
        HessenbergResult hessenberg = Hessenberg.decompose(a, true);
        if (hessenberg.steps() == null) { // a zero below the diagonal leaves the rest undetermined
            assertThat(hessenberg.warnings()).extracting(Warning::code).containsExactly("steps-withheld");
        } else {
            requireSteps(hessenberg.steps(), hessenberg.h());
        }
        PolarResult polar = Polar.decompose(a, side, true);
        requireSteps(polar.steps(), polar.unitary());
        if (a.rows() == 2) {
            for (SchurOutput output : SchurOutput.values()) {
                SchurResult schur = Schur.decompose(a, output, EigenvalueRegion.LEFT_HALF_PLANE, true);
                requireSteps(schur.steps(), schur.t());
            }
        }
    }

    private static Matrix sum(Matrix a, Matrix b) {
        double[] values = new double[a.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a.values()[i] + b.values()[i];
        }
        return new Matrix(a.rows(), a.columns(), values);
    }

    @Test
    void whatIsTooLargeForHandsIsNotShown() {
        assertThat(Qr.decompose(Matrix.identity(9), QrMode.THIN, false, true).warnings())
                .extracting(Warning::code)
                .containsExactly("no-steps");
        assertThat(Eigen.decompose(Matrix.identity(4), true, true, Deadline.none())
                        .warnings())
                .extracting(Warning::code)
                .containsExactly("no-steps");
    }
}
