package org.mlmath.calculus.loss;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The losses")
public record LossListResult(
        @Schema(description = "Each with its formula") List<Description> losses) {

    @Schema(name = "LossDescription", description = "A loss")
    public record Description(
            @Schema(description = "Its name in paths and requests", examples = "huber")
            LossName name,

            @Schema(description = "The loss ℓ of prediction y and target t, as LaTeX")
            String formula,

            @Schema(description = "Its derivative, as LaTeX")
            String gradient,

            @Schema(description = "What the targets are", examples = "numbers")
            String targets,

            @Schema(description = "What it is usually taken for", examples = "regression")
            String use,

            @Schema(description = "Its parameters") List<Parameter> parameters) {}

    @Schema(name = "LossParameterDescription", description = "A parameter of a loss")
    public record Parameter(
            @Schema(description = "Its name in requests", examples = "delta")
            String name,

            @Schema(description = "Its symbol in the formulas, LaTeX; empty where it has none", examples = "\\delta")
            String symbol,

            @Schema(description = "What it is") String description,

            @Schema(description = "Its value when not given", examples = "1")
            Object defaultValue) {}

    static LossListResult all() {
        return new LossListResult(List.of(LossName.values()).stream()
                .map(LossListResult::describe)
                .toList());
    }

    private static Description describe(LossName name) {
        List<Parameter> parameters = name.parameters().stream()
                .map(p -> new Parameter(p.field(), p.symbol(), p.meaning(), p.standard()))
                .toList();
        return new Description(name, name.formula(false), name.gradient(false), name.targets(), name.use(), parameters);
    }
}
