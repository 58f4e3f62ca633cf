package org.mlmath.calculus.optimization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.optimization.UpdateRule;

@Schema(description = "What runs can be made of, and what can be said of them")
public record MethodsResult(
        @Schema(description = "The methods") List<MethodDescription> methods,

        @Schema(description = "The learning-rate schedules") List<ScheduleDescription> schedules,

        @Schema(description = "The findings of a diagnosis") List<FindingDescription> findings) {

    @Schema(description = "A method")
    public record MethodDescription(
            @Schema(description = "As requests name it") MethodName name,

            @Schema(description = "Its name in words", examples = "Adam")
            String title,

            @Schema(
                    description =
                            "One step by each convention it can follow, LaTeX: g is the gradient at x, d the gradient"
                                    + " with the L2 penalty, t the number of the step from 1; memories begin at zero. Methods that have but one rule have it"
                                    + " under torch")
            Map<String, String> formulas,

            @Schema(
                    description =
                            "The parameters of its own; clipNorm, clipValue, batchSize and schedule go with all that are firstOrder")
            List<ParameterDescription> parameters,

            @Schema(
                    description =
                            "Whether each step is made from one gradient, at a learning rate; the others search along"
                                    + " directions or by values, and end by themselves where nothing is left to do")
            boolean firstOrder,

            @Schema(description = "The parts of its memory in `state`, under torch and with the default parameters")
            List<String> memory,

            @Schema(description = "Where it was first described")
            String source) {}

    @Schema(description = "A parameter of a method")
    public record ParameterDescription(
            @Schema(description = "As requests name it", examples = "beta1")
            String name,

            @Schema(
                    description = "As in the formulas, LaTeX; missing for a flag",
                    examples = "\\beta_1",
                    nullable = true)
            String symbol,

            @Schema(description = "What it does", examples = "smoothing of the gradient")
            String description,

            @Schema(description = "The value it has when it is not given", examples = "0.9")
            Object defaultValue,

            @Schema(description = "Which values it takes", examples = "in [0, 1)")
            String range,

            @Schema(description = "The conventions that know it", examples = "[\"torch\", \"keras\"]")
            List<RuleConvention> conventions) {}

    @Schema(description = "A schedule of the learning rate")
    public record ScheduleDescription(
            @Schema(description = "As requests name it") RateSchedule.Name name,

            @Schema(description = "The rate of the step after t others, LaTeX")
            String formula,

            @Schema(description = "Its fields with their defaults; null where a value is required")
            Map<String, Double> fields) {}

    @Schema(description = "A finding")
    public record FindingDescription(
            @Schema(description = "As results name it") RunDiagnosis.FindingCode code,

            @Schema(description = "What it means") String meaning) {}

    static MethodsResult all() {
        return new MethodsResult(
                Arrays.stream(MethodName.values()).map(MethodsResult::describe).toList(),
                Arrays.stream(RateSchedule.Name.values())
                        .map(name -> new ScheduleDescription(
                                name, ScheduleCatalog.formula(name), ScheduleCatalog.fields(name)))
                        .toList(),
                Arrays.stream(RunDiagnosis.FindingCode.values())
                        .map(code -> new FindingDescription(code, code.meaning()))
                        .toList());
    }

    private static MethodDescription describe(MethodName name) {
        MethodDefinition definition = MethodCatalog.of(name);
        Map<String, String> formulas = new LinkedHashMap<>();
        definition.formulas().forEach((convention, formula) -> formulas.put(convention.slug(), formula));
        List<ParameterDescription> parameters = new ArrayList<>();
        definition
                .defaults()
                .forEach((parameter, value) -> parameters.add(new ParameterDescription(
                        parameter.field(),
                        parameter.symbol(),
                        parameter.meaning(),
                        parameter == MethodParameter.POPULATION_SIZE ? "4 + ⌊3·ln n⌋" : value,
                        definition.range(parameter).words(),
                        definition.torchOnly().contains(parameter)
                                ? List.of(RuleConvention.TORCH)
                                : List.copyOf(definition.formulas().keySet()))));
        definition
                .choices()
                .forEach((choice, value) -> parameters.add(new ParameterDescription(
                        choice.field(),
                        null,
                        choice.meaning(),
                        value,
                        choice.range(),
                        List.copyOf(definition.formulas().keySet()))));
        UpdateRule rule = definition
                .rule()
                .make(new MethodDefinition.Values(
                        definition.defaults(), definition.choices(), RuleConvention.TORCH.convention(), 0));
        List<String> memory = rule.memory(1).stream()
                .filter(slot -> slot.length() > 0)
                .map(UpdateRule.Slot::name)
                .toList();
        return new MethodDescription(
                name, definition.title(), formulas, parameters, definition.firstOrder(), memory, definition.source());
    }
}
