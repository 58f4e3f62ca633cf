package org.mlmath.kit.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing doubles, against the JDK's own (exact since JDK 19) on patterns of every magnitude. */
class NumbersTest {
    private static final int PATTERNS = 300_000;

    private final Random random = new Random(20260101);

    @Test
    void theShortestDecimalReadsBackAndIsNoLongerThanTheJdks() {
        for (int i = 0; i < PATTERNS; i++) {
            double value = anyDouble();
            String text = written(value);
            assertThat(Double.parseDouble(text)).as(text).isEqualTo(value);
            assertThat(significantDigits(text)).as(text).isLessThanOrEqualTo(significantDigits(Double.toString(value)));
        }
    }

    @Test
    void readingGivesTheNearestDouble() {
        for (int i = 0; i < PATTERNS; i++) {
            double value = anyDouble();
            for (String text : new String[] {
                Double.toString(value),
                written(value),
                "%.16e".formatted(value),
                "%.18e".formatted(value),
                "%.22e".formatted(value)
            }) {
                double expected = Double.parseDouble(text);
                if (!Double.isInfinite(expected)) { // rounding up in %e can leave the range
                    assertThat(read(text)).as(text).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void readingDecidesHalfwayCases() {
        for (int i = 0; i < 20_000; i++) {
            double value = Math.abs(anyDouble());
            if (Double.isInfinite(Math.nextUp(value))) {
                continue;
            }
            BigDecimal middle = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.TWO);
            String exact = middle.toString();
            assertThat(read(exact)).as(exact).isEqualTo(Double.parseDouble(exact));
            String above = middle.add(middle.ulp().movePointLeft(3)).toString();
            assertThat(read(above)).as(above).isEqualTo(Double.parseDouble(above));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.5e-7, 1.5e-7",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.25e21, 1.25e+21",
        "123456789.125, 123456789.125",
        "9007199254740993, 9007199254740992",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "0.3333333333333333, 0.3333333333333333",
        "12e17, 1200000000000000000"
    })
    void numbersAreWrittenAsEcmaScriptWritesThem(double value, String text) {
        assertThat(written(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0e0",
                "1e-400",
                "0.000000000000000000000000000000000001",
                "5e-324",
                "2e-324",
                "3e-324",
                "1.7976931348623158e308",
                "9007199254740993",
                "18446744073709551616",
                "12345678901234567890123456789e-10",
                "1E5",
                "1e+5",
                "0.00000000000000000000000000001234567890123456789",
                "1e-99999999999",
                "0e999999999999"
            })
    void corners(String text) {
        assertThat(Double.doubleToRawLongBits(read(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    private double anyDouble() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextInt(2_000_000) / 1000.0;
            case 2 -> Math.scalb(1.0, random.nextInt(2046) - 1022);
            default -> {
                double value = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(value) ? value : 1.0;
            }
        };
    }

    private static String written(double value) {
        byte[] out = new byte[ShortestDecimal.MAX_LENGTH + 3];
        return new String(out, 3, ShortestDecimal.write(value, out, 3) - 3, StandardCharsets.US_ASCII);
    }

    private static double read(String text) {
        byte[] in = ("[" + text + "]").getBytes(StandardCharsets.US_ASCII);
        return new ArrayScanner(in, 1, in.length, EntryRules.VECTOR, 10, "")
                .read()
                .values()[0];
    }

    private static int significantDigits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
