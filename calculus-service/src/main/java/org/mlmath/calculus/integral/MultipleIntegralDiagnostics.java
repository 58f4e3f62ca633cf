package org.mlmath.calculus.integral;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far an integral over several variables can be trusted")
public record MultipleIntegralDiagnostics(
        @Schema(
                description = "Of the value's absolute error, that of the inner quadratures included",
                nullable = true,
                examples = "3.1e-15")
        Double errorEstimate,

        @Schema(description = "How many values of the integrand the quadrature used", examples = "441")
        long evaluations,

        @Schema(
                description =
                        "What found the value: nested-quadrature, confirmed by antiderivative where there is a closed form",
                examples = "nested-quadrature")
        String method) {}
