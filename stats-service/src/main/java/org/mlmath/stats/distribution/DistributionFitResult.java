package org.mlmath.stats.distribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.number.Quantity;

@Schema(description = "A distribution fitted to data")
public record DistributionFitResult(
        @Schema(description = "Name of the family", examples = "normal")
        String distribution,

        @Schema(description = "Estimated and fixed parameters by name")
        Map<String, Quantity> parameters,

        @Schema(description = "Standard error of each estimated parameter; null for an integer, or at a boundary")
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        Map<String, Quantity> standardErrors,

        @Schema(description = "Logarithm of the likelihood at the parameters")
        double logLikelihood,

        @Schema(description = "Akaike's criterion: 2k - 2 log L with k parameters estimated")
        double aic,

        @Schema(description = "Schwarz's criterion: k log n - 2 log L")
        double bic,

        @Schema(description = "Number of observations used") int size,
        @Schema(description = "How the search ended") FitDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the fit") List<Warning> warnings) {}
