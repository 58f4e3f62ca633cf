package org.mlmath.stats.regression;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What standard errors take for granted: equal variances, or nothing about them (White, Econometrica 48 (1980), 817-838; MacKinnon
 * and White, J. Econometrics 29 (1985), 305-325). Each squared residual is divided by (1 − h)^power of its leverage h.
 */
enum StandardErrorKind {
    @JsonProperty("classical")
    CLASSICAL("equal variances, estimated by RSS / (n - p)"),
    @JsonProperty("hc0")
    HC0("HC0: squared residuals as they are"),
    @JsonProperty("hc1")
    HC1("HC1: HC0 times n / (n - p)"),
    @JsonProperty("hc2")
    HC2("HC2: squared residuals over 1 - leverage"),
    @JsonProperty("hc3")
    HC3("HC3: squared residuals over (1 - leverage)²");

    private final String words;

    StandardErrorKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The variance that a residual stands for, but for HC1's factor. */
    double variance(double residual, double leverage) {
        double square = residual * residual;
        if (square == 0) {
            return 0;
        }
        return switch (this) {
            case HC2 -> square / (1 - leverage);
            case HC3 -> square / ((1 - leverage) * (1 - leverage));
            default -> square;
        };
    }
}
