package org.mlmath.linalg.decomposition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.DoubleBinaryOperator;
import org.mlmath.numerics.linear.EigenvalueSelection;

/** The part of the complex plane whose eigenvalues come first, with SciPy's names and borders. */
public enum EigenvalueRegion implements EigenvalueSelection {
    @JsonProperty("lhp")
    LEFT_HALF_PLANE((re, im) -> re) {
        @Override
        public boolean selects(double re, double im) {
            return re < 0;
        }
    },
    @JsonProperty("rhp")
    RIGHT_HALF_PLANE((re, im) -> re) {
        @Override
        public boolean selects(double re, double im) {
            return re >= 0;
        }
    },
    @JsonProperty("iuc")
    INSIDE_UNIT_CIRCLE((re, im) -> Math.hypot(re, im) - 1) {
        @Override
        public boolean selects(double re, double im) {
            return Math.hypot(re, im) <= 1;
        }
    },
    @JsonProperty("ouc")
    OUTSIDE_UNIT_CIRCLE((re, im) -> Math.hypot(re, im) - 1) {
        @Override
        public boolean selects(double re, double im) {
            return Math.hypot(re, im) > 1;
        }
    };

    private final DoubleBinaryOperator offset;

    EigenvalueRegion(DoubleBinaryOperator offset) {
        this.offset = offset;
    }

    /** @return how far from the border of the region re + i·im lies */
    double distance(double re, double im) {
        return Math.abs(offset.applyAsDouble(re, im));
    }
}
