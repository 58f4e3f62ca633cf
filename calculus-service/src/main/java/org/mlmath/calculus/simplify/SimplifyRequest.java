package org.mlmath.calculus.simplify;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.equivalence.VariableAssumption;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "An expression to write in another form")
public record SimplifyRequest(
        @Schema(description = "The expression", examples = "(x^2 - 1)/(x - 1)") @NotNull
        String expression,

        @Schema(
                description =
                        "The form: `simplify` (never longer than what is given), `expand` (products and powers multiplied out), `factor` (over the rationals) or `partial-fractions`",
                defaultValue = "simplify",
                examples = "simplify")
        Form form,

        @Schema(
                description = "The variable of partial fractions; may be left out where the expression has at most one",
                examples = "x")
        String variable,

        @Schema(
                description = "What is known of variables; their signs let roots and moduli be resolved",
                examples = "{\"x\": \"positive\"}")
        @Size(max = 1000)
        Map<String, @NotNull VariableAssumption> assumptions,

        @Schema(description = "Adds the working, where there is a textbook's", defaultValue = "false")
        Boolean explain)
        implements Costed {

    public SimplifyRequest {
        form = form == null ? Form.SIMPLIFY : form;
    }

    /** Computer algebra may be needed, which is never work for an event loop. */
    @Override
    public Cost cost() {
        return new Cost(5e-3, 1 << 20);
    }
}
