package org.mlmath.calculus.equivalence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.calculus.point.Bounds;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;

@Schema(description = "Two expressions, or two equations or inequalities, to compare")
public record EquivalentRequest(
        @Schema(description = "The first, a sample solution say", examples = "sin(2x)") @NotNull
        String a,

        @Schema(description = "The second, an answer say", examples = "2 sin x cos x") @NotNull
        String b,

        @Schema(
                description =
                        "Where the comparison is wanted: the interval of a variable, ends included; the others range freely",
                examples = "{\"x\": [0, \"Infinity\"]}")
        @Size(max = 1000)
        Map<String, @NotNull Bounds> domain,

        @Schema(
                description =
                        "What is known of variables. Those in bounds of sums and products and in gcd and lcm are integers anyway",
                examples = "{\"x\": \"positive\"}")
        @Size(max = 1000)
        Map<String, @NotNull VariableAssumption> assumptions,

        @Schema(
                description =
                        "Whether single points at which only one side has a value count as a difference, as 0 does for x/x and 1",
                defaultValue = "false")
        Boolean strictDomain,

        @Schema(
                description =
                        "Whether the two may differ by a constant, as antiderivatives do; a variable C that only one of them has is that constant",
                defaultValue = "false")
        Boolean upToConstant,

        @Schema(description = "Adds how the verdict was reached", defaultValue = "false")
        Boolean explain)
        implements Costed {

    @Override
    public Cost cost() {
        long length = (a == null ? 0 : a.length()) + (b == null ? 0 : b.length());
        return new Cost(1e-3 + 3e-5 * length, 20_000 + 20_000 * length);
    }
}
