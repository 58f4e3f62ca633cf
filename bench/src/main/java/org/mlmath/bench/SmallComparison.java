package org.mlmath.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;

/** What is too short for {@link KernelComparison}: operations on the small matrices of most requests, and numbers as JSON. */
final class SmallComparison {
    private static final int[] SIZES = {2, 3, 5, 10};

    /** Calls that are measured together: the clock of processor time is too coarse for one. */
    private static final int CALLS = 100;

    private static final int ROUNDS = 60;

    private static Object kept;

    private SmallComparison() {}

    static String report() throws IOException {
        StringBuilder report = new StringBuilder("""

                ## Small matrices

                Microseconds of processor time, the least of some rounds taken in turns: on the kernel, on Hipparchus, and the whole
                computation of an endpoint (which up to n = 64 decides ranks and multiple eigenvalues exactly).

                | | n | kernel | Hipparchus | answer |
                | --- | --- | --- | --- | --- |
                """);
        for (KernelComparison.Operation operation : KernelComparison.OPERATIONS) {
            for (int n : SIZES) {
                KernelComparison.Input input = new KernelComparison.Input(n);
                List<Supplier<Object>> calls = List.of(
                        () -> operation.kernel().run(Kernels.current(), input),
                        () -> operation.kernel().run(Kernels.hipparchus(), input),
                        () -> operation.answer().apply(input));
                double[] millis = Rounds.least(
                        ROUNDS, 0, calls.stream().map(SmallComparison::repeated).toArray(Rounds.Subject[]::new));
                report.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %s |%n",
                        operation.name(),
                        n,
                        Results.shown(1000 * millis[0] / CALLS),
                        Results.shown(1000 * millis[1] / CALLS),
                        Results.shown(1000 * millis[2] / CALLS)));
            }
        }
        return report + json();
    }

    private static Rounds.Subject repeated(Supplier<Object> call) {
        return () -> {
            for (int i = 0; i < CALLS; i++) {
                kept = call.get();
            }
            return kept;
        };
    }

    private static String json() throws IOException {
        ObjectMapper stock = new ObjectMapper();
        ObjectMapper ours = JsonMapper.builder(new ArrayJsonFactory())
                .addModule(new ArrayModule(1_000_000))
                .build();
        Matrix matrix = new KernelComparison.Input(1000).general;
        double[][] rows = new double[1000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix.row(i);
        }
        byte[] text = ours.writeValueAsBytes(matrix);
        double[] millis = Rounds.least(
                12,
                0,
                () -> HttpComparison.unchecked(() -> ours.readValue(text, Matrix.class)),
                () -> HttpComparison.unchecked(() -> ours.writeValueAsBytes(matrix)),
                () -> HttpComparison.unchecked(() -> stock.readValue(text, double[][].class)),
                () -> HttpComparison.unchecked(() -> stock.writeValueAsBytes(rows)));
        return String.format(
                Locale.ROOT,
                """

                ## A 1000 × 1000 matrix as JSON

                Milliseconds of processor time, %.1f MB.

                | | here | Jackson as it comes |
                | --- | --- | --- |
                | read | %s | %s |
                | write | %s | %s |
                """,
                text.length / 1e6,
                Results.shown(millis[0]),
                Results.shown(millis[2]),
                Results.shown(millis[1]),
                Results.shown(millis[3]));
    }
}
