package org.mlmath.test.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\": 1.0}              | {\"x\": 1}",
                "{\"x\": 0.333333333333}   | {\"x\": 0.3333333333333333}",
                "{\"residual\": 1e-16}     | {\"residual\": 3.1e-16}",
                "{\"requestId\": \"a\"}    | {\"requestId\": \"b\"}",
                "[[1, null], [\"Infinity\"]] | [[1, null], [\"Infinity\"]]"
            })
    void roundingIsNoDifference(String expected, String actual) {
        assertThat(Difference.between(Json.parse(expected), Json.parse(actual))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"x\": 1.0}        | {\"x\": 1.00000001} | /x",
                "{\"x\": 1e-11}      | {\"x\": 0}          | /x",
                "{\"x\": 1}          | {}                  | /x",
                "{}                  | {\"x\": null}       | /x",
                "{\"x\": [1, 2]}     | {\"x\": [1]}        | /x",
                "{\"x\": [1, \"2\"]} | {\"x\": [1, 2]}     | /x/1"
            })
    void everythingElseIs(String expected, String actual, String where) {
        assertThat(Difference.between(Json.parse(expected), Json.parse(actual)))
                .singleElement()
                .asString()
                .startsWith(where + ": ");
    }
}
