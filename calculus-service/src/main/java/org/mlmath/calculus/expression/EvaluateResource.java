package org.mlmath.calculus.expression;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.calculus.point.Variables;
import org.mlmath.kit.answer.Warning;
import org.mlmath.kit.work.Work;
import org.mlmath.numerics.InvalidParameterException;

@Path("/v1/calculus/expressions/evaluate")
@Tag(name = "Expressions")
public class EvaluateResource {
    @POST
    @Operation(
            operationId = "evaluateExpression",
            summary = "Values of an expression",
            description =
                    "Reads what people type (`2x`, `sin^2 x`, `|x|`, `e^-x`, `x!`) and evaluates it in double precision. "
                            + "An undefined value at `at` is a `domain-error` that names the sub-expression; among `points` it is null.")
    @APIResponse(responseCode = "200", description = "The values, in the order of the points")
    public EvaluateResult evaluate(EvaluateRequest request) {
        Variables variables = Variables.of(request.expression(), request.variables());
        if (request.at() != null && request.points() != null) {
            throw new InvalidParameterException("Give one point as \"at\" or several as \"points\", not both.")
                    .at("/points");
        }
        EvaluateResult result = request.points() == null
                ? Values.at(variables, request.at())
                : Values.at(variables, request.points(), Work.deadline());
        if (Boolean.TRUE.equals(request.explain())) {
            result.warnings().add(Warning.noSteps());
        }
        return result;
    }
}
