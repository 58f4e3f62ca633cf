package org.mlmath.calculus.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFinding;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFindingCode;
import org.mlmath.numerics.network.Epoch;

class LossCourseTest {
    private static NetworkFinding of(double... losses) {
        List<Epoch> epochs = IntStream.range(0, losses.length)
                .mapToObj(k -> new Epoch(k + 1, losses[k], Double.NaN, Double.NaN, Double.NaN, 0.1, new double[0]))
                .toList();
        return LossCourse.of(epochs);
    }

    private static NetworkFinding of(int epochs, IntToDoubleFunction loss) {
        return of(IntStream.range(0, epochs).mapToDouble(loss).toArray());
    }

    @Property(tries = 1000)
    void whatIsSaidIsSo(
            @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = -3, max = 3) Double> drawn,
            @ForAll @DoubleRange(min = 0, max = 2) double noise,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double slope,
            @ForAll @IntRange(min = 0, max = 3) int shape) {
        double[] losses = new double[drawn.size()];
        for (int k = 0; k < losses.length; k++) {
            double course =
                    switch (shape) {
                        case 0 -> 0;
                        case 1 -> Math.exp(slope * k);
                        case 2 -> slope * k;
                        default -> 1.0 / (k + 1);
                    };
            losses[k] = course + Math.pow(noise, 4) * drawn.get(k);
        }
        NetworkFinding finding = of(losses);
        double last = losses[losses.length - 1];
        double recent = finding.evidence().get("recentFall");
        double back = losses[
                losses.length - 1 - finding.evidence().get("recentEpochs").intValue()];
        assertThat(recent).isEqualTo(back - last);
        assertThat(finding.message()).doesNotContain(" by -").doesNotContain("NaN");
        switch (finding.code()) {
            case CONVERGED -> {
                assertThat(last).isLessThan(losses[0]);
                assertThat(finding.message().contains("rose by")).isEqualTo(recent < 0);
                assertThat(Math.abs(recent)).isLessThanOrEqualTo(0.05 * (losses[0] - last));
            }
            case STILL_DESCENDING -> assertThat(recent).isPositive();
            case NO_PROGRESS ->
                assertThat(finding.message().contains("but rose")).isEqualTo(last > losses[0]);
            case OSCILLATING -> {
                assertThat(rises(losses)).isPositive();
                assertThat(finding.message().startsWith("The loss rises"))
                        .isEqualTo(finding.message().contains("since epoch"));
            }
            default -> {
                assertThat(finding.code()).isEqualTo(NetworkFindingCode.DIVERGED);
                assertThat(last).isGreaterThan(back);
            }
        }
    }

    private static long rises(double[] losses) {
        return IntStream.range(1, losses.length)
                .filter(k -> losses[k] > losses[k - 1])
                .count();
    }

    @Test
    void aLossThatEndsALittleHigherIsNotSaidToHaveFallenThere() {
        double[] losses = new double[40];
        Arrays.setAll(losses, k -> k < 30 ? 1 + Math.exp(-k) : 1 + 1e-13 + (k == 39 ? 1.4e-4 : 0));
        NetworkFinding finding = of(losses);
        assertThat(finding.code()).isEqualTo(NetworkFindingCode.CONVERGED);
        assertThat(finding.message())
                .isEqualTo(
                        "Converged: over the last 5 epochs the loss rose by 1.4e-4, having fallen by 0.9999 in all, and is 1.");
    }

    @Test
    void aDampedOscillationSettles() {
        assertThat(of(60, k -> 1 + Math.cos(2 * k)).code()).isEqualTo(NetworkFindingCode.OSCILLATING);
        NetworkFinding damped = of(12, k -> 1 + Math.exp(-0.35 * k) * Math.cos(Math.PI * k) + 2 * Math.exp(-0.5 * k));
        assertThat(damped.message()).startsWith("Settling");
        assertThat(of(80, k -> 1 + Math.exp(-0.5 * k) * Math.cos(3 * k)).code())
                .isEqualTo(NetworkFindingCode.CONVERGED);
    }

    @Test
    void aLossThatTurnsRoundOnceDoesNotGoUpAndDown() {
        NetworkFinding turned = of(1.07, 0.835, 0.49, 0.186, 0.026, 0.036, 0.164);
        assertThat(turned.code()).isEqualTo(NetworkFindingCode.OSCILLATING);
        assertThat(turned.message()).startsWith("The loss rises: since epoch 5 it went up from 0.026 to 0.164.");
        NetworkFinding rising = of(30, k -> 1 + Math.abs(k - 15) / 10.0);
        assertThat(rising.code()).isEqualTo(NetworkFindingCode.DIVERGED);
        assertThat(rising.message()).startsWith("The loss rises: since epoch 25 ");
    }

    @Test
    void aSpikeOnTheWayIsNotPassedOver() {
        assertThat(of(100, k -> k == 95 ? 2.5 : 2 + Math.exp(-k)).message())
                .isEqualTo(
                        "Converged: over the last 10 epochs the loss did not change, with a rise to 2.5 on the way, having fallen by 1 in all, and is 2.");
        assertThat(of(100, k -> k == 99 ? 2.5 : 2 + Math.exp(-k)).message())
                .startsWith("The loss rises: since epoch 99 it went up from 2 to 2.5.");
    }

    @Test
    void aPlateauIsNoProgress() {
        assertThat(of(20, k -> 0.5).message()).startsWith("The loss did not fall: from 0.5 to 0.5.");
        assertThat(of(20, k -> 0.5 - 1e-7 * k).message()).startsWith("The loss hardly fell: from 0.5 to 0.499998.");
        assertThat(of(3, k -> 0.5).code()).isEqualTo(NetworkFindingCode.NO_PROGRESS);
        assertThat(of().message()).startsWith("No epoch was made here");
        assertThat(of(1.0).message()).startsWith("One epoch was made here");
        assertThat(of(2, k -> 2 - k).message()).contains("over the last epoch the loss fell by 1 to 1");
    }
}
