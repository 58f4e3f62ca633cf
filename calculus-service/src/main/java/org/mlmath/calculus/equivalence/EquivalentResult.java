package org.mlmath.calculus.equivalence;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;

@Schema(description = "Whether the two are the same, and what that rests on")
public record EquivalentResult(
        @Schema(description = "The verdict; undetermined where the time or the methods did not suffice")
        Verdict verdict,

        @Schema(
                description =
                        "What it rests on: the same simplified form, identities of algebra, values that differ for certain, "
                                + "or agreement at many points; null where undetermined",
                nullable = true)
        Proof proof,

        @Schema(
                description =
                        "A point at which the two differ, by variable; empty for constants, null unless different",
                nullable = true,
                examples = "{\"x\": -1}")
        Map<String, Double> counterexample,

        @Schema(description = "What the two are at the counterexample", nullable = true)
        Values values,

        @Schema(
                description = "Where both have a value and the comparison was made, as a condition; null for constants",
                nullable = true,
                examples = "x > 0")
        String domain,

        @Schema(
                description = "Where the two agree, if that is a part of the domain that can be described",
                nullable = true,
                examples = "x >= 0")
        String equalOn,

        @Schema(description = "All variables, in alphabetical order", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "How the two were read, every operator written")
        Canonical canonical,

        @Schema(description = "How the verdict was reached", nullable = true)
        List<Step> steps,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "How far the two were compared")
        EquivalentDiagnostics diagnostics,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    @Schema(name = "ValuesAtCounterexample", description = "The two values at the counterexample")
    public record Values(
            @Schema(
                    description = "The value of a; null where it is undefined or too large for a double",
                    nullable = true,
                    examples = "1")
            Double a,

            @Schema(
                    description = "The value of b; null where it is undefined or too large for a double",
                    nullable = true,
                    examples = "-1")
            Double b,

            @Schema(
                    description =
                            "In words, which side is undefined, or both to as many digits as show that they differ",
                    examples = "a = 1, b = -1")
            String detail,

            @Schema(
                    description = "The coordinates as fractions, where decimals do not give them exactly",
                    nullable = true,
                    examples = "{\"x\": \"1/3\"}")
            Map<String, String> exactPoint) {}

    @Schema(name = "CanonicalPair", description = "The two expressions as they were read")
    public record Canonical(
            @Schema(description = "The first", examples = "sin(2*x)")
            String a,

            @Schema(description = "The second", examples = "2*sin(x)*cos(x)")
            String b) {}
}
