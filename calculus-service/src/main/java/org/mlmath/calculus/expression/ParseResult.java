package org.mlmath.calculus.expression;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;

@Schema(description = "How a text is read")
public record ParseResult(
        @Schema(
                description = "The expression with every operator written; reads back as the same tree",
                examples = "1/2*x + sin(x)^2")
        String canonical,

        @Schema(description = "The expression as LaTeX", examples = "\\frac{1}{2} x + \\sin^{2}\\left(x\\right)")
        String latex,

        @Schema(description = "Its free variables, in alphabetical order", examples = "[\"x\"]")
        List<String> variables,

        @Schema(description = "The functions in it, in alphabetical order", examples = "[\"sin\"]")
        List<String> functions,

        @Schema(description = "Its structure") TreeNode tree,

        @Schema(description = "Places where a convention decided how to read the text")
        List<AmbiguousPlace> ambiguities,

        @Schema(description = "Where it has a value", nullable = true)
        DomainDescription domain,

        @Schema(description = "What was checked") ParseDiagnostics diagnostics,

        @Schema(description = "What was followed where there is a choice")
        Map<String, String> conventions,

        @Schema(description = "What to look out for") List<Warning> warnings) {

    ParseResult withTree(TreeNode other) {
        return new ParseResult(
                canonical, latex, variables, functions, other, ambiguities, domain, diagnostics, conventions, warnings);
    }

    @Schema(description = "A place where the text could be meant otherwise")
    public record AmbiguousPlace(
            @Schema(description = "The text in question", examples = "1/2x")
            String text,

            @Schema(description = "Offset of its first character (UTF-16 units)", examples = "0")
            int start,

            @Schema(description = "Offset after its last character", examples = "4")
            int end,

            @Schema(description = "How it was read; could stand in its place", examples = "1/2*x")
            String reading,

            @Schema(description = "How else it could be read; could stand in its place", examples = "[\"1/(2*x)\"]")
            List<String> alternatives) {}

    @Schema(description = "Size of the tree, and whether the canonical text was read back")
    public record ParseDiagnostics(
            @Schema(description = "Nodes of the tree", examples = "8")
            int nodes,

            @Schema(description = "Levels of the tree", examples = "4")
            int depth,

            @Schema(description = "Whether reading the canonical text gave the same tree", examples = "true")
            boolean readsBack) {}
}
