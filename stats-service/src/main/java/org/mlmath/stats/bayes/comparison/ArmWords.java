package org.mlmath.stats.bayes.comparison;

import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.numerics.special.Tails;
import org.mlmath.stats.number.Words;

/** The words in which rates and means are compared. */
enum ArmWords {
    RATE("rate", "\\theta"),
    MEAN("mean", "\\mu");

    private final String parameter;
    private final String symbol;

    ArmWords(String parameter, String symbol) {
        this.parameter = parameter;
        this.symbol = symbol;
    }

    String interpretation(Tails beats, double lossA, double lossB, Uplift uplift, RopeDecision rope, double level) {
        boolean favoursB = beats.upper() >= beats.lower();
        String better = favoursB ? "B" : "A";
        String text =
                ("Given the data and the prior, the probability that %s has the higher %s is %s. B minus A lies in [%s, %s]"
                                + " with probability %s. Choosing %s is expected to lose %s of the %s, choosing %s %s.")
                        .formatted(
                                better,
                                parameter,
                                probability(favoursB ? beats.upper() : beats.lower()),
                                Words.number(uplift.interval().lower()),
                                Words.number(uplift.interval().upper()),
                                Words.percent(level),
                                better,
                                Words.number(favoursB ? lossB : lossA),
                                parameter,
                                favoursB ? "A" : "B",
                                Words.number(favoursB ? lossA : lossB));
        return rope == null ? text : text + " " + verdict(rope);
    }

    /** Four digits, but never "1" of what is not certain. */
    private static String probability(double p) {
        return p > 0.9999 ? "more than 99.99 %" : Words.percent(p);
    }

    private static String verdict(RopeDecision rope) {
        String region = "[%s, %s]".formatted(Words.number(rope.lower()), Words.number(rope.upper()));
        return switch (rope.decision()) {
            case CHOOSE_B ->
                "All of the interval lies above the region of practical equivalence %s: choose B.".formatted(region);
            case CHOOSE_A ->
                "All of the interval lies below the region of practical equivalence %s: choose A.".formatted(region);
            case EQUIVALENT ->
                "All of the interval lies inside the region of practical equivalence %s: take the arms as equal."
                        .formatted(region);
            case UNDECIDED ->
                "The interval reaches across an end of the region of practical equivalence %s: the data do not decide."
                        .formatted(region);
        };
    }

    List<Step> steps(ArmPosterior a, ArmPosterior b, Tails beats, double lossA, double lossB) {
        return List.of(
                new Step(
                        "posterior",
                        "Posterior of A",
                        "What the prior and A's data say of its " + parameter + ".",
                        distribution("A", a),
                        a.mean()),
                new Step(
                        "posterior",
                        "Posterior of B",
                        "What the prior and B's data say of its " + parameter + ".",
                        distribution("B", b),
                        b.mean()),
                new Step(
                        "expected-loss",
                        "Expected loss of choosing A",
                        "Where B is the better one, choosing A loses the difference; elsewhere nothing.",
                        "E[(%1$s_B-%1$s_A)^+] = \\int P(%1$s_A \\le x)\\,P(%1$s_B > x)\\,dx = %2$s"
                                .formatted(symbol, Words.latex(lossA)),
                        lossA),
                new Step(
                        "expected-loss",
                        "Expected loss of choosing B",
                        "Where A is the better one, choosing B loses the difference; elsewhere nothing.",
                        "E[(%1$s_A-%1$s_B)^+] = \\int P(%1$s_B \\le x)\\,P(%1$s_A > x)\\,dx = %2$s"
                                .formatted(symbol, Words.latex(lossB)),
                        lossB),
                new Step(
                        "probability",
                        "Probability that B is better",
                        "The posteriors are independent: for each value of A, the probability that B lies above it.",
                        "P(%1$s_B > %1$s_A) = \\int p(%1$s_A = x)\\,P(%1$s_B > x)\\,dx = %2$s"
                                .formatted(symbol, Words.latex(beats.upper())),
                        beats.upper()));
    }

    private String distribution(String arm, ArmPosterior posterior) {
        return this == RATE
                ? "%s_%s \\mid \\text{data} \\sim \\mathrm{Beta}(%s,\\ %s)"
                        .formatted(symbol, arm, Words.latex(posterior.alpha()), Words.latex(posterior.beta()))
                : "%s_%s \\mid \\text{data} \\sim t_{%s}(%s,\\ %s)"
                        .formatted(
                                symbol,
                                arm,
                                Words.latex(posterior.degreesOfFreedom()),
                                Words.latex(posterior.location()),
                                Words.latex(posterior.scale()));
    }
}
