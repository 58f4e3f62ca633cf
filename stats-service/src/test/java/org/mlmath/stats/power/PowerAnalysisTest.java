package org.mlmath.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.stats.hypothesis.Alternative;

class PowerAnalysisTest {
    static Stream<JsonNode> references() throws IOException {
        try (InputStream in = PowerAnalysisTest.class.getResourceAsStream("power.json")) {
            return StreamSupport.stream(
                    new ObjectMapper().readTree(in).get("cases").spliterator(), false);
        }
    }

    private static PowerModel model(JsonNode reference) {
        JsonNode request = reference.get("request");
        return switch (reference.get("test").asText()) {
            case "t-one-sample" -> PowerModels.tOneSample();
            case "t-two-sample" -> PowerModels.tTwoSample(request.get("ratio").asDouble());
            case "proportion-one-sample" -> PowerModels.proportionOneSample();
            case "proportion-two-sample" ->
                PowerModels.proportionTwoSample(request.get("ratio").asDouble());
            case "anova" -> PowerModels.anova(request.get("groups").asLong());
            case "chi-square" ->
                PowerModels.chiSquare(request.get("degreesOfFreedom").asDouble());
            default -> PowerModels.correlation();
        };
    }

    private static Alternative alternative(JsonNode reference) {
        return switch (reference.get("request").path("alternative").asText("two-sided")) {
            case "less" -> Alternative.LESS;
            case "greater" -> Alternative.GREATER;
            default -> Alternative.TWO_SIDED;
        };
    }

    private static PowerAnalysisResult solve(
            PowerModel model, Double effect, Double size, Double alpha, Double power, Alternative alternative) {
        return PowerAnalysis.of(
                model, new PowerQuestion(effect, size, alpha, power, alternative, false), Deadline.none());
    }

    @ParameterizedTest
    @MethodSource("references")
    void powerAgreesToTenDigits(JsonNode reference) {
        JsonNode request = reference.get("request");
        PowerAnalysisResult result = solve(
                model(reference),
                request.get("effectSize").asDouble(),
                request.get("sampleSize").asDouble(),
                request.get("alpha").asDouble(),
                null,
                alternative(reference));
        assertThat(result.power()).isCloseTo(reference.get("power").asDouble(), withPercentage(1e-8));
    }

    @ParameterizedTest
    @MethodSource("references")
    void eachOfTheFourFollowsFromTheOthers(JsonNode reference) {
        JsonNode request = reference.get("request");
        double effect = request.get("effectSize").asDouble();
        double size = request.get("sampleSize").asDouble();
        double alpha = request.get("alpha").asDouble();
        double power = reference.get("power").asDouble();
        PowerModel model = model(reference);
        Alternative alternative = alternative(reference);
        assertThat(solve(model, null, size, alpha, power, alternative).effectSize())
                .isCloseTo(effect, withPercentage(1e-7));
        assertThat(solve(model, effect, null, alpha, power, alternative).sampleSize())
                .isCloseTo(size, withPercentage(1e-7));
        assertThat(solve(model, effect, size, null, power, alternative).alpha()).isCloseTo(alpha, withPercentage(1e-7));
    }

    @Test
    void theTextbookSampleSizesComeOut() {
        // Cohen (1988): d = 0.5 needs 64 in each group, f = 0.25 needs 45 in each of 4.
        PowerAnalysisResult t = solve(PowerModels.tTwoSample(1), 0.5, null, 0.05, 0.8, Alternative.TWO_SIDED);
        assertThat(t.requiredSampleSize()).isEqualTo(64);
        assertThat(t.totalSampleSize()).isEqualTo(128);
        assertThat(t.achievedPower()).isGreaterThanOrEqualTo(0.8);
        assertThat(solve(PowerModels.anova(4), 0.25, null, 0.05, 0.8, Alternative.GREATER)
                        .requiredSampleSize())
                .isEqualTo(45);
    }

    @Test
    void theCurveRisesThroughTheAnswer() {
        PowerCurve curve = solve(PowerModels.tOneSample(), 0.5, null, 0.05, 0.8, Alternative.TWO_SIDED)
                .curve();
        assertThat(curve.power()).isSorted();
        assertThat(curve.power()[0]).isLessThan(0.8);
        assertThat(curve.power()[curve.power().length - 1]).isGreaterThan(0.8);
    }

    @Test
    void tinyEffectsAndHugeSamplesAreSolved() {
        PowerAnalysisResult tiny = solve(PowerModels.tOneSample(), 1e-5, null, 0.05, 0.9, Alternative.TWO_SIDED);
        double z = 1.959963984540054 + 1.2815515655446004;
        assertThat(tiny.sampleSize()).isCloseTo(z * z * 1e10, withPercentage(1e-4));
        assertThat(solve(PowerModels.chiSquare(3), 10.0, 1e6, 0.05, null, Alternative.GREATER)
                        .power())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeMetIsRefusedWhereItStands() {
        assertRefused(PowerModels.tOneSample(), 0.0, null, 0.05, 0.8, Alternative.TWO_SIDED, "/effectSize");
        assertRefused(PowerModels.tOneSample(), -0.5, null, 0.05, 0.8, Alternative.GREATER, "/effectSize");
        assertRefused(PowerModels.tOneSample(), 0.5, null, 0.05, 0.04, Alternative.TWO_SIDED, "/power");
        assertRefused(PowerModels.tOneSample(), 0.5, 1.0, 0.05, null, Alternative.TWO_SIDED, "/sampleSize");
        assertRefused(PowerModels.tOneSample(), 0.5, 10.0, 0.0, null, Alternative.TWO_SIDED, "/alpha");
        assertRefused(PowerModels.correlation(), 1.0, 10.0, 0.05, null, Alternative.TWO_SIDED, "/effectSize");
        assertRefused(PowerModels.correlation(), 1e-9, null, 0.05, 0.8, Alternative.TWO_SIDED, "/effectSize");
        assertRefused(PowerModels.anova(3), -0.2, 10.0, 0.05, null, Alternative.GREATER, "/effectSize");
    }

    private static void assertRefused(
            PowerModel model,
            Double effect,
            Double size,
            Double alpha,
            Double power,
            Alternative alternative,
            String pointer) {
        assertThatThrownBy(() -> solve(model, effect, size, alpha, power, alternative))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.pointer())
                        .isEqualTo(pointer));
    }
}
