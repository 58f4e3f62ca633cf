package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Who is woken by an alert finds what to do. */
class AlertRulesTest {
    private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)`$");
    private static final Pattern JOB = Pattern.compile("job=~\"([^\"]*)\"");

    @Test
    void theOperatorsRulesAreThoseThatPrometheusReads() throws IOException {
        assertThat(Files.readString(AlertRules.OBJECT))
                .as("the rules have changed; make the object of them anew with -Drendered.update=true")
                .isEqualTo(AlertRules.object());
    }

    @Test
    void everyAlertHasASectionOfWhatToDo() throws IOException {
        List<String> sections = SECTION.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(sections).containsExactlyElementsOf(AlertRules.names());
    }

    /** Which the ServiceMonitor makes of the names of the Deployments. */
    @Test
    void theRulesKnowTheJobsByTheNamesThatTheyHaveInACluster() throws IOException {
        List<Pattern> jobs = JOB.matcher(Files.readString(AlertRules.RULES))
                .results()
                .map(found -> Pattern.compile(found.group(1)))
                .toList();
        assertThat(jobs).isNotEmpty();
        assertThat(new Cluster(Overlay.named("production").manifests()).all("Deployment"))
                .isNotEmpty()
                .allSatisfy(deployment -> assertThat(jobs)
                        .allSatisfy(job -> assertThat(deployment.name()).matches(job)));
    }

    @Test
    void whatIsDeployedIsMissedWhereItIsGone() throws IOException {
        String rules = Files.readString(AlertRules.RULES);
        assertThat(new Cluster(Overlay.named("production").manifests()).all("Deployment"))
                .isNotEmpty()
                .allSatisfy(deployment ->
                        assertThat(rules).contains("absent(up{job=\"%s\"})".formatted(deployment.name())));
    }

    /** By Prometheus's own tool, where it is installed. */
    @Test
    void theRulesSayWhatTheyShouldOfWhatPrometheusSees() throws Exception {
        Process promtool = null;
        try {
            promtool = new ProcessBuilder("promtool", "test", "rules", "src/test/prometheus/alerts.yaml")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException none) {
            Assumptions.abort("promtool is not installed");
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    @Test
    void everyAlertSaysWhatHappensAndHowBadItIs() {
        List<JsonNode> rules = new ArrayList<>();
        Manifest.read(AlertRules.RULES).getFirst().each("/groups").forEach(group -> group.path("rules")
                .forEach(rules::add));
        assertThat(rules.stream().filter(rule -> rule.has("alert")))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
                    assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
                });
    }
}
