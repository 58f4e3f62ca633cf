package org.mlmath.stats.mean;

/** The words in which each of the t tests speaks of its parameter. */
enum TTestWords {
    ONE_SAMPLE(
            "the mean",
            "\\mu",
            "Observations",
            "the observations",
            "Cohen's d: (mean - nullValue) / standard deviation"),
    TWO_SAMPLE("the mean of a minus the mean of b", "\\mu_a - \\mu_b", "", "", ""),
    PAIRED(
            "the mean difference a - b",
            "\\mu_d",
            "Differences",
            "the differences",
            "Cohen's d of the differences (d_z): (mean difference - nullValue) / their standard deviation");

    private final String parameter;
    private final String symbol;
    private final String observations;
    private final String observationsInText;
    private final String effectSize;

    TTestWords(String parameter, String symbol, String observations, String observationsInText, String effectSize) {
        this.parameter = parameter;
        this.symbol = symbol;
        this.observations = observations;
        this.observationsInText = observationsInText;
        this.effectSize = effectSize;
    }

    String parameter() {
        return parameter;
    }

    String symbol() {
        return symbol;
    }

    String observations() {
        return observations;
    }

    String observationsInText() {
        return observationsInText;
    }

    String effectSize() {
        return effectSize;
    }
}
