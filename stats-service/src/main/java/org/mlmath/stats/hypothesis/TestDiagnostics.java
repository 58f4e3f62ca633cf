package org.mlmath.stats.hypothesis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the p-value was found")
public record TestDiagnostics(
        @Schema(description = "The reference distribution or procedure used", examples = "student-t")
        String method,

        @Schema(description = "Whether the p-value is exact when the assumptions hold, rather than an approximation")
        boolean exact,

        @Schema(
                description =
                        "Bound on the relative error of the p-value, given the statistic and its degrees of freedom",
                nullable = true)
        Double relativeErrorBound,

        @Schema(description = "Of a test on ranks: how many observations are tied with another", nullable = true)
        Long ties,

        @Schema(description = "Of a table: the smallest count expected under the null hypothesis", nullable = true)
        Double smallestExpected) {
    /** What the distributions of this service are accurate to. */
    private static final double ERROR_BOUND = 1e-12;

    public static TestDiagnostics of(String method, boolean exact) {
        return new TestDiagnostics(method, exact, ERROR_BOUND, null, null);
    }

    public TestDiagnostics withTies(long count) {
        return new TestDiagnostics(method, exact, relativeErrorBound, count, smallestExpected);
    }

    public TestDiagnostics withSmallestExpected(double count) {
        return new TestDiagnostics(method, exact, relativeErrorBound, ties, count);
    }

    public TestDiagnostics withErrorBound(double bound) {
        return new TestDiagnostics(method, exact, bound, ties, smallestExpected);
    }
}
