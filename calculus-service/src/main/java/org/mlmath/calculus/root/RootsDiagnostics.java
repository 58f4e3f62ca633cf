package org.mlmath.calculus.root;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the roots were found and how right they are")
public record RootsDiagnostics(
        @Schema(
                description =
                        "`algebra`: a polynomial's factors, roots rounded correctly; `intervals`: a search by interval arithmetic",
                examples = "algebra")
        String method,

        @Schema(
                description =
                        "The modulus of the expression at each root as it is given, in double precision; null where that is undefined",
                examples = "[0]")
        double[] residuals,

        @Schema(description = "Parts in which there may be roots that are not listed", examples = "[]")
        List<Part> undecided) {

    @Schema(name = "UndecidedPart", description = "A part of the interval that was not decided")
    public record Part(
            @Schema(description = "Its lower end", examples = "0.5")
            double lower,

            @Schema(description = "Its upper end", examples = "0.5000000001")
            double upper) {}
}
