package org.mlmath.stats.resampling;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.stats.distribution.SamplingDiagnostics;
import org.mlmath.stats.number.Interval;

@Schema(description = "A statistic with its bootstrap standard error and confidence interval")
public record BootstrapResult(
        @Schema(description = "The statistic of the data themselves")
        double estimate,

        @Schema(description = "Standard deviation of the statistic over the resamples")
        double standardError,

        @Schema(description = "Mean of the statistic over the resamples, minus the estimate")
        double bias,

        @Schema(description = "The confidence interval") Interval interval,

        @Schema(description = "Its level", examples = "0.95")
        double level,

        @Schema(description = "Which statistic it is of") BootstrapStatistic statistic,

        @Schema(description = "How the interval was read from the bootstrap distribution")
        BootstrapMethod method,

        @Schema(description = "How many resamples were drawn")
        int resamples,

        @Schema(description = "Where the generator started") long seed,

        @Schema(description = "The statistic of every resample in ascending order, when asked for", nullable = true)
        double[] samples,

        @Schema(description = "How far chance plays a part") SamplingDiagnostics diagnostics,

        @Schema(description = "What was followed where libraries disagree")
        Map<String, String> conventions,

        @Schema(description = "What to know about the result")
        List<Warning> warnings,

        @Schema(description = "The working, when asked for", nullable = true)
        List<Step> steps) {}
