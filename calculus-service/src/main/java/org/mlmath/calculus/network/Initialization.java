package org.mlmath.calculus.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.numerics.linear.Matrix;

/**
 * What weights are before training. Sources: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural
 * networks</i> (2010); He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i> (2015); uniform is what {@code torch.nn.Linear} does.
 */
@Schema(
        description =
                "The weights before training, for n inputs and m units; biases are zeros. zeros; uniform within ±1/√n; xavier (which"
                        + " is xavier-uniform) within ±√(6/(n + m)) or normal with variance 2/(n + m); he (which is he-normal) normal"
                        + " with variance 2/n or uniform within ±√(6/n)")
public enum Initialization {
    @JsonProperty("zeros")
    ZEROS,
    @JsonProperty("uniform")
    UNIFORM,
    @JsonProperty("xavier")
    XAVIER,
    @JsonProperty("xavier-uniform")
    XAVIER_UNIFORM,
    @JsonProperty("xavier-normal")
    XAVIER_NORMAL,
    @JsonProperty("he")
    HE,
    @JsonProperty("he-uniform")
    HE_UNIFORM,
    @JsonProperty("he-normal")
    HE_NORMAL;

    /** @return units×inputs, drawn row by row */
    Matrix weights(int units, int inputs, SplittableRandom random) {
        double n = inputs;
        double m = units;
        double[] values = new double[Math.multiplyExact(units, inputs)];
        switch (this) {
            case ZEROS -> {}
            case UNIFORM -> uniform(values, 1 / Math.sqrt(n), random);
            case XAVIER, XAVIER_UNIFORM -> uniform(values, Math.sqrt(6 / (n + m)), random);
            case XAVIER_NORMAL -> normal(values, Math.sqrt(2 / (n + m)), random);
            case HE, HE_NORMAL -> normal(values, Math.sqrt(2 / n), random);
            case HE_UNIFORM -> uniform(values, Math.sqrt(6 / n), random);
        }
        return new Matrix(units, inputs, values);
    }

    private static void uniform(double[] values, double bound, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bound * (2 * random.nextDouble() - 1);
        }
    }

    private static void normal(double[] values, double deviation, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
    }
}
