package org.mlmath.calculus.expression;

import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mlmath.kit.answer.Warning;

@Path("/v1/calculus/expressions/parse")
@Tag(name = "Expressions")
public class ParseResource {
    @POST
    @Operation(
            operationId = "parseExpression",
            summary = "How a text is read",
            description =
                    "Reads what learners, NumPy, SymPy and spreadsheet users type, and basic LaTeX; answers with every operator written, as "
                            + "LaTeX and as a tree, which can be sent back as `tree`. Where a convention decided (`1/2x`, `xy`, `sin x cos y`), "
                            + "`ambiguities` has the other readings. Mistakes carry the range of characters and what was expected there.")
    @APIResponse(responseCode = "200", description = "The expression in its notations")
    public ParseResult parse(@Valid ParseRequest request) {
        ParseResult result =
                Interpretation.of(request.expression(), request.tree(), request.variables(), request.shape());
        if (Boolean.TRUE.equals(request.explain())) {
            result.warnings().add(Warning.noSteps());
        }
        return result;
    }
}
