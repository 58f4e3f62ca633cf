package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.kit.problem.ProblemException;
import org.mlmath.kit.problem.ProblemType;

/** Data sets as CSV (RFC 4180). */
class CsvTest {
    private static CsvReader.Table read(String csv, boolean named) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return CsvReader.read(bytes, 0, bytes.length, "/data", new ArrayBudget(1000, b -> {}), named);
    }

    private static CsvReader.Table read(String csv) {
        return read(csv, false);
    }

    @Test
    void rowsOfNumbersFollowARowOfNames() {
        CsvReader.Table table = read("\uFEFFx,\"the \"\"y\"\", in m\"\r\n1,-2.5e3\r\n .5 ,\"+7\"");
        assertThat(table.names()).containsExactly("x", "the \"y\", in m");
        assertThat(table.matrix().shape()).containsExactly(2, 2);
        assertThat(table.values()).containsExactly(1, -2500, 0.5, 7);
    }

    @Test
    void linesEndAsTheyLike() {
        assertThat(read("a,b\n1,2\n\n3,4\n\n").values()).containsExactly(1, 2, 3, 4);
        assertThat(read("a,b\r1,2\r3,4").values()).containsExactly(1, 2, 3, 4);
        assertThat(read("a,b").matrix().shape()).containsExactly(0, 2);
        assertThat(read("\"a\nb\",c\n1,2\n").names()).containsExactly("a\nb", "c");
    }

    @Test
    void missingIsEmptyOrSaysSo() {
        assertThat(read("a,b,c,d\n,NA,NaN,\"\"\n").values())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(read("a\n1\n\n3\n").vector().values()).containsExactly(1, Double.NaN, 3);
    }

    @Test
    void columnsAreKnownByTheirNames() {
        assertThat(read("a,b\n1,2\n3,4\n", true).columns())
                .extractingByKey("b")
                .isInstanceOfSatisfying(
                        NumericArray.class, b -> assertThat(b.values()).containsExactly(2, 4));
        assertThatThrownBy(() -> read("a,b,a\n", true)).hasMessageContaining("\"a\", at 0 and 2");
        assertThat(read("a,b,a\n1,2,3", false).values()).hasSize(3);
    }

    @Test
    void everyDoubleIsReadAsJavaReadsIt() {
        StringJoiner csv = new StringJoiner("\n", "x\n", "\n");
        double[] values = {Math.PI, 1e-320, Double.MAX_VALUE, 0.1, -0.0, 123456789012345678.0};
        for (double value : values) {
            csv.add(Double.toString(value).toLowerCase(Locale.ROOT));
        }
        assertThat(read(csv.toString()).values()).containsExactly(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "a,b;1,2;3,x;5,6; | /data/1/1 | line 3: \"x\" is not a number",
                "a,b;1,2;\"3;\",y | /data/1/0 | is not a number",
                "a,b;1,0x10 | /data/0/1 | is not a number",
                "a,b;1,inf | /data/0/1 | is not a number",
                "a,b;1,1e999 | /data/0/1 | larger than the largest double",
                "a,b;1,2d | /data/0/1 | is not a number",
                "a,b;1,1.5.2 | /data/0/1 | is not a number",
                "a,b;1;2,3 | /data/0 | line 2: has 1 cells",
                "a,b;1,2,3 | /data/0 | line 2: has 3 cells",
                "a,b;1,\"2 | /data/0/1 | closing quote is missing",
                "a,b;1,\"2\"3 | /data/0/1 | follows the closing quote",
                "a,b;1,2\"3 | /data/0/1 | holds a quote",
                "1,2;3,4 | /data | row of numbers"
            })
    void whatIsWrongIsRefusedWhereItStands(String csv, String pointer, String reason) {
        assertThatThrownBy(() -> read(csv.replace(';', '\n'))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(ProblemType.INVALID_REQUEST);
            assertThat(e.errors().getFirst().pointer()).isEqualTo(pointer);
            assertThat(e).hasMessageContaining(reason);
        });
    }

    @Test
    void theNumberOfEntriesIsLimited() {
        assertThat(read("x\n" + "1\n".repeat(1000)).values()).hasSize(1000);
        assertThatThrownBy(() -> read("x\n" + "1\n".repeat(1001)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.LIMIT_EXCEEDED));
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }
}
