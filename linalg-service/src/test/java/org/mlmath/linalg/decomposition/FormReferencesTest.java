package org.mlmath.linalg.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.linear.Matrix;

/** Hessenberg and LDLᵀ beside fifty digits. */
class FormReferencesTest {
    static Stream<Arguments> hessenberg() {
        return References.cases("forms.json").filter(of("hessenberg"));
    }

    static Stream<Arguments> symmetric() {
        return References.cases("forms.json").filter(of("ldl"));
    }

    private static Predicate<Arguments> of(String form) {
        return arguments ->
                ((JsonNode) arguments.get()[1]).path("form").asText().equals(form);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hessenberg")
    void theHessenbergFormIsTheOnlyOneOfItsSigns(String name, JsonNode reference) {
        HessenbergResult result = Hessenberg.decompose(References.matrix(reference.path("matrix")), false);
        Matrix h = References.matrix(reference.path("h"));
        // The form depends on all digits above it: rounding grows with every column.
        double tolerance = 1e-12 * h.frobeniusNorm();
        assertThat(result.h().values()).containsExactly(h.values(), within(tolerance));
        assertThat(result.q().values())
                .containsExactly(References.matrix(reference.path("q")).values(), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("symmetric")
    void pivotsHaveTheSignsOfTheEigenvaluesAndTheirProduct(String name, JsonNode reference) {
        LdlResult result = Ldl.decompose(References.matrix(reference.path("matrix")), false);
        assertThat(result.inertia().positive())
                .isEqualTo(reference.path("positive").asInt());
        assertThat(result.inertia().negative())
                .isEqualTo(reference.path("negative").asInt());
        assertThat(result.inertia().zero()).isZero();
        double product = 1;
        Matrix d = result.d();
        for (int i = 0; i < d.rows(); i++) {
            if (i + 1 < d.rows() && d.get(i + 1, i) != 0) {
                product *= d.get(i, i) * d.get(i + 1, i + 1) - d.get(i + 1, i) * d.get(i, i + 1);
                i++;
            } else {
                product *= d.get(i, i);
            }
        }
        double determinant = reference.path("determinant").asDouble();
        assertThat(product).isCloseTo(determinant, within(1e-11 * Math.abs(determinant)));
    }
}
