package org.mlmath.stats.bayes.conjugate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Counts of categories, and what was known of their probabilities")
public record DirichletMultinomialRequest(
        @Schema(
                description = "Prior of the probabilities; all concentrations 1, uniform, by default",
                examples = "{\"concentrations\": [1, 1, 1]}",
                nullable = true)
        @Valid
        DirichletPrior prior,

        @Schema(description = "How often each category was observed", examples = "[12, 30, 8]") @NotNull
        double[] data,

        @Schema(description = "Probability of each credible interval, strictly between 0 and 1", defaultValue = "0.95")
        Double level,

        @Schema(description = "Whether to show the working", defaultValue = "false")
        Boolean explain)
        implements Costed {
    private static final double SECONDS_PER_CATEGORY = 3e-4;

    public DirichletMultinomialRequest {
        level = level == null ? 0.95 : level;
    }

    @Override
    public Cost cost() {
        return data == null ? Cost.SMALL : new Cost(data.length * SECONDS_PER_CATEGORY, 512L * data.length);
    }
}
