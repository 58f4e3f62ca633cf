package org.mlmath.calculus.activation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The activation functions")
public record ActivationListResult(
        @Schema(description = "Each with its formula") List<Description> activations) {

    @Schema(name = "ActivationDescription", description = "An activation function")
    public record Description(
            @Schema(description = "Its name in paths and networks", examples = "leaky-relu")
            ActivationName name,

            @Schema(description = "The function, as LaTeX") String formula,

            @Schema(description = "Its derivative or Jacobian, as LaTeX")
            String derivative,

            @Schema(description = "What it is usually taken for")
            String use,

            @Schema(description = "Its parameters") List<Parameter> parameters) {}

    @Schema(name = "ActivationParameterDescription", description = "A parameter of an activation function")
    public record Parameter(
            @Schema(description = "Its name in requests", examples = "negativeSlope")
            String name,

            @Schema(description = "Its symbol in the formulas, LaTeX; empty where it has none", examples = "s")
            String symbol,

            @Schema(description = "What it is") String description,

            @Schema(description = "Its value when not given", examples = "0.01")
            Object defaultValue) {}

    static ActivationListResult all() {
        return new ActivationListResult(List.of(ActivationName.values()).stream()
                .map(ActivationListResult::describe)
                .toList());
    }

    private static Description describe(ActivationName name) {
        List<Parameter> parameters = name.parameters().stream()
                .map(p -> new Parameter(p.field(), p.symbol(), p.meaning(), p.standard()))
                .toList();
        return new Description(name, name.formula(), name.derivative(), name.use(), parameters);
    }
}
