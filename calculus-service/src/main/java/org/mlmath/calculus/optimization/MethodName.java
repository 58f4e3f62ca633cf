package org.mlmath.calculus.optimization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.NearestName;

@Schema(description = "A method of minimisation; `GET /v1/calculus/optimization/methods` describes each")
public enum MethodName {
    @JsonProperty("gradient-descent")
    GRADIENT_DESCENT,
    @JsonProperty("stochastic-gradient-descent")
    STOCHASTIC_GRADIENT_DESCENT,
    @JsonProperty("momentum")
    MOMENTUM,
    @JsonProperty("nesterov")
    NESTEROV,
    @JsonProperty("adagrad")
    ADAGRAD,
    @JsonProperty("rmsprop")
    RMSPROP,
    @JsonProperty("adadelta")
    ADADELTA,
    @JsonProperty("adam")
    ADAM,
    @JsonProperty("adamax")
    ADAMAX,
    @JsonProperty("nadam")
    NADAM,
    @JsonProperty("amsgrad")
    AMSGRAD,
    @JsonProperty("adamw")
    ADAMW,
    @JsonProperty("newton")
    NEWTON,
    @JsonProperty("bfgs")
    BFGS,
    @JsonProperty("lbfgs")
    LBFGS,
    @JsonProperty("conjugate-gradient")
    CONJUGATE_GRADIENT,
    @JsonProperty("nelder-mead")
    NELDER_MEAD,
    @JsonProperty("cma-es")
    CMA_ES,
    @JsonProperty("coordinate-descent")
    COORDINATE_DESCENT;

    /** @return as on the wire, {@code gradient-descent} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidParameterException with the nearest name */
    static MethodName named(String slug) {
        for (MethodName name : values()) {
            if (name.slug().equals(slug)) {
                return name;
            }
        }
        List<String> known = Arrays.stream(values()).map(MethodName::slug).toList();
        throw new InvalidParameterException("There is no method \"%s\".%s The methods are %s."
                .formatted(slug, NearestName.question(slug, known), String.join(", ", known)));
    }
}
