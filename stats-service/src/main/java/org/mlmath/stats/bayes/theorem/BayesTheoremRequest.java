package org.mlmath.stats.bayes.theorem;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Hypotheses with their prior probabilities, and what each makes of the evidence")
public record BayesTheoremRequest(
        @Schema(
                description = "Prior probability of each hypothesis, in order or by name; they sum to 1 within 1e-9",
                examples = {"[0.01, 0.99]", "{\"ill\": 0.01, \"healthy\": 0.99}"})
        @NotNull
        NamedValues priors,

        @Schema(
                description =
                        "P(evidence | hypothesis) of each hypothesis, as the priors are given; or a list of these, one for each of"
                                + " several pieces of evidence. With `observed`: a table with a row per hypothesis and a column per outcome",
                examples = {"[0.95, 0.1]", "[[0.95, 0.1], [0.9, 0.2]]"})
        @NotNull
        Likelihoods likelihoods,

        @Schema(
                description =
                        "Which outcomes were observed, one after the other: columns of the table of likelihoods, from 0",
                examples = "[0, 0, 1]",
                nullable = true)
        List<Integer> observed,

        @Schema(
                description = "Names of the hypotheses, where the priors have none",
                examples = "[\"ill\", \"healthy\"]",
                nullable = true)
        List<String> names,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_ENTRY = 1e-7;

    @Override
    public Cost cost() {
        long hypotheses = priors == null ? 0 : priors.values().length;
        long updates = likelihoods == null ? 0 : likelihoods.rows().size();
        long entries = hypotheses * (updates + (observed == null ? 0 : observed.size()) + 1);
        return entries < 100 ? Cost.SMALL : new Cost(entries * SECONDS_PER_ENTRY, 64 * entries);
    }
}
