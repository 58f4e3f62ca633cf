package org.mlmath.stats.hypothesis;

import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Words;

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

    /** The result in sentences that claim no more than it shows. */
    String interpretation(
            TTestQuestion question,
            StudentTTest.Comparison comparison,
            double statistic,
            double pValue,
            Interval interval,
            boolean reject) {
        String level = Words.percent(question.alpha());
        String nullValue = Words.number(question.nullValue());
        String evidence = "t(%s) = %s, p = %s"
                .formatted(Words.number(comparison.degreesOfFreedom()), Words.number(statistic), Words.number(pValue));
        String claim = parameter + " " + question.alternative().words() + " " + nullValue;
        String confidence = "%s confidence interval %s".formatted(Words.percent(1 - question.alpha()), range(interval));
        if (reject) {
            return ("At the %s level the data show that %s (%s). It is estimated as %s, %s. Were it %s, a t at least as extreme"
                            + " would turn up in %s of samples.")
                    .formatted(
                            level,
                            claim,
                            evidence,
                            Words.number(comparison.estimate()),
                            confidence,
                            nullValue,
                            Words.percent(pValue));
        }
        return ("At the %s level the data do not show that %s (%s). It is estimated as %s, and every value in the %s is compatible"
                        + " with the data: this is not evidence that it equals %s.")
                .formatted(level, claim, evidence, Words.number(comparison.estimate()), confidence, nullValue);
    }

    private static String range(Interval interval) {
        if (interval.lower() == Double.NEGATIVE_INFINITY) {
            return "up to " + Words.number(interval.upper());
        }
        return interval.upper() == Double.POSITIVE_INFINITY
                ? "from " + Words.number(interval.lower()) + " on"
                : "from " + Words.number(interval.lower()) + " to " + Words.number(interval.upper());
    }
}
