package org.mlmath.stats.bayes.theorem;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "The hypotheses after the evidence")
public record BayesTheoremResult(
        @Schema(description = "Posterior probability of each hypothesis, in order or by name as the priors were given")
        NamedValues posteriors,

        @Schema(description = "Probability of all the evidence: the sum of prior times likelihood")
        double evidence,

        @Schema(description = "Its logarithm, right where the probability underflows")
        double logEvidence,

        @Schema(description = "The hypothesis with the largest posterior; the first of several")
        String mostProbable,

        @Schema(description = "The table of priors, likelihoods and posteriors")
        List<HypothesisRow> table,

        @Schema(description = "The posteriors after each piece of evidence")
        List<EvidenceUpdate> updates,

        @Schema(
                description =
                        "Of two hypotheses, the likelihood of the first over that of the second; Infinity where the second is impossible",
                nullable = true)
        Double bayesFactor,

        @Schema(description = "Of two hypotheses, the posterior of the first over that of the second", nullable = true)
        Double posteriorOdds,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
