package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

class UndefinedNumbersTest {
    private static final double UNDEFINED = Double.NaN;

    record Result(double value, List<Warning> warnings, double[] values, Part part, List<Step> steps) {}

    record Part(double share, List<Warning> warnings) {}

    private final ObjectMapper mapper = JsonMapper.builder(new ArrayJsonFactory())
            .addModule(new ArrayModule(100))
            .addModule(new UndefinedNumbers())
            .build();

    private JsonNode written(double value, double[] values, double share, Warning... given) throws Exception {
        return mapper.readTree(mapper.writeValueAsBytes(new Result(
                value,
                List.of(given),
                values,
                new Part(share, List.of()),
                List.of(new Step("kind", "title", "detail", null, UNDEFINED)))));
    }

    @Test
    void whatIsUndefinedAnywhereInAnAnswerIsCountedOnceInTheWhole() throws Exception {
        JsonNode answer = written(1, new double[] {2, UNDEFINED, UNDEFINED}, UNDEFINED);
        assertThat(answer.path("warnings")).hasSize(1);
        assertThat(answer.at("/warnings/0/code").asText()).isEqualTo("undefined-values");
        assertThat(answer.at("/warnings/0/detail").asText()).startsWith("3 values");
        assertThat(answer.at("/warnings/0/pointer").asText()).startsWith("/values");
        assertThat(answer.at("/part/warnings")).isEmpty();
    }

    @Test
    void otherWarningsStayAndAnswersWithoutUndefinedNumbersHaveNoMore() throws Exception {
        Warning other = new Warning("other", "as given");
        assertThat(written(UNDEFINED, new double[0], 1, other).path("warnings")).hasSize(2);
        assertThat(written(1, new double[] {Double.POSITIVE_INFINITY}, 1, other).path("warnings"))
                .hasSize(1);
        assertThat(written(1, new double[0], 1).path("warnings")).isEmpty();
    }

    record Outcome(double statistic, List<Warning> warnings) {}

    record Table(@JsonUnwrapped Outcome outcome, double[] residuals) {}

    @Test
    void whatFollowsUnwrappedFieldsCountsAmongTheirWarnings() throws Exception {
        Warning other = new Warning("other", "as given");
        JsonNode answer = mapper.readTree(
                mapper.writeValueAsBytes(new Table(new Outcome(1, List.of(other)), new double[] {UNDEFINED, 2})));
        assertThat(answer.path("statistic").asDouble()).isEqualTo(1);
        assertThat(answer.path("warnings")).hasSize(2);
        assertThat(answer.at("/warnings/1/pointer").asText()).isEqualTo("/residuals");
        JsonNode fine =
                mapper.readTree(mapper.writeValueAsBytes(new Table(new Outcome(1, List.of(other)), new double[] {2})));
        assertThat(fine.path("warnings")).hasSize(1);
    }

    @Test
    void aComputationsOwnCountStandsAlone() throws Exception {
        JsonNode answer = written(1, new double[] {UNDEFINED}, 1, new Warning("undefined-values", "1 of 1"));
        assertThat(answer.path("warnings")).hasSize(1);
        assertThat(answer.at("/warnings/0/detail").asText()).isEqualTo("1 of 1");
    }
}
