package org.mlmath.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OptionsTest {
    private static Options of(String path) {
        return Options.of(
                ApiDocument.ofRunningApplication().operation("POST", path).orElseThrow());
    }

    @Test
    void optionalFieldsAreFoundAtEveryDepthAndRequiredOnesAreNone() {
        assertThat(of("/v1/sample/mean").pointers()).containsExactly("/count", "/kind", "/trimming/smallest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/count", "/kind", "/trimming/smallest"})
    void anOptionThatChangesTheAnswerIsShownToMatter(String option) {
        assertThat(of("/v1/sample/mean").missingEvidence(option)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/count", "/kind", "/trimming/smallest"})
    void anOptionThatChangesNothingIsFound(String option) {
        assertThat(of("/v1/liar/accept-anything").missingEvidence(option)).isPresent();
    }
}
