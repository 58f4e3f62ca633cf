package org.mlmath.calculus.integral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far an integral can be trusted")
public record IntegralDiagnostics(
        @Schema(description = "Of the value's absolute error, rounding included", nullable = true, examples = "2.5e-15")
        Double errorEstimate,

        @Schema(description = "How many values of the integrand the quadrature used", examples = "393")
        long evaluations,

        @Schema(
                description =
                        "What found the value: one or more of gauss-kronrod, double-exponential, extrapolation, levin (for oscillating tails), antiderivative",
                nullable = true,
                examples = "double-exponential, gauss-kronrod")
        String method,

        @Schema(
                description = "What found the antiderivative: rules or computer-algebra",
                nullable = true,
                examples = "rules")
        String antiderivativeBy,

        @Schema(description = "The antiderivative's check", nullable = true)
        Verified verified) {

    @Schema(
            name = "AntiderivativeVerified",
            description =
                    "The derivative of the antiderivative, by reverse-mode differentiation, compared with the integrand")
    public record Verified(
            @Schema(description = "At how many points both could be evaluated", examples = "12")
            int points,

            @Schema(
                    description = "The largest difference at these, relative to the larger of 1 and the integrand",
                    examples = "2.2e-16")
            double largestDifference) {}
}
