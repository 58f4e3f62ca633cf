package org.mlmath.linalg.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.linalg.References;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/** Rotations of space beside SciPy's, changes of basis beside SymPy's. */
class TransformationReferencesTest {
    static Stream<Arguments> turns() {
        return of("turns");
    }

    static Stream<Arguments> bases() {
        return of("basis");
    }

    private static Stream<Arguments> of(String form) {
        return References.cases("forms.json")
                .filter(arguments ->
                        ((JsonNode) arguments.get()[1]).path("form").asText().equals(form));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("turns")
    void turnsOfSpaceComposeAsSciPySays(String name, JsonNode reference) {
        List<ElementaryMap> maps = new ArrayList<>();
        for (JsonNode turn : reference.path("turns")) {
            maps.add(new ElementaryMap.Rotation(
                    Turn.ofRadians(turn.path("angle").asDouble()), References.vector(turn.path("axis"))));
        }
        Matrix matrix = Composition.of(maps, null, false).matrix();
        assertThat(matrix.values())
                .containsExactly(References.matrix(reference.path("matrix")).values(), within(1e-14));
        TransformationDescribeResult described = TransformationDescription.of(matrix, 1e-9, false, Deadline.none());
        assertThat(described.kinds()).containsExactly(TransformationKind.ROTATION);
        assertThat(described.rotationAngle()).isCloseTo(reference.path("angle").asDouble(), within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bases")
    void aChangeOfBasisIsSymPys(String name, JsonNode reference) {
        // Basis vectors are the columns there, and lists of their own here.
        Matrix from = References.matrix(reference.path("from")).transpose();
        Matrix to = References.matrix(reference.path("to")).transpose();
        ChangeOfBasisResult result = BasisChange.of(
                References.vector(reference.path("vector")),
                References.matrix(reference.path("map")),
                from,
                to,
                false,
                Deadline.none());
        assertThat(result.transition().values())
                .containsExactly(References.matrix(reference.path("transition")).values(), within(1e-13));
        assertThat(result.vector()).containsExactly(References.vector(reference.path("newVector")), within(1e-12));
        assertThat(result.matrix().values())
                .containsExactly(References.matrix(reference.path("newMap")).values(), within(1e-10));
    }
}
