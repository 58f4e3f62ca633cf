package org.mlmath.calculus.integral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to integrate over several variables")
public record MultipleIntegralRequest(
        @Schema(description = "The integrand", examples = "x*y") @NotNull
        String expression,

        @Schema(
                description = "The ranges, from the outermost variable inwards",
                examples =
                        "[{\"variable\": \"x\", \"lower\": 0, \"upper\": 1}, {\"variable\": \"y\", \"lower\": 0, \"upper\": \"x\"}]")
        @NotNull
        @Size(min = 1, max = 6)
        List<@NotNull @Valid IntegrationRange> ranges,

        @Schema(description = "Adds the working, variable by variable", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Schema(description = "A range of one variable")
    public record IntegrationRange(
            @Schema(description = "The variable", examples = "y") @NotNull
            String variable,

            @Schema(description = "Where it begins; may depend on the variables before", examples = "0") @NotNull
            RangeBound lower,

            @Schema(description = "Where it ends; may depend on the variables before", examples = "x") @NotNull
            RangeBound upper) {}

    /** Smooth integrands take some 40 values per variable. */
    @Override
    public Cost cost() {
        int variables = ranges == null ? 1 : ranges.size();
        return new Cost(1e-2 + 1e-7 * Math.pow(40, Math.min(variables, 4)), 1 << 22);
    }
}
