package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is what kustomize makes of the sources. {@code -Drendered.update=true} renders anew. */
class RenderedTest {
    static List<Overlay> overlays() {
        return Overlay.all();
    }

    @BeforeAll
    static void render() throws IOException {
        if (Boolean.getBoolean("rendered.update")) {
            Kustomize kustomize = Kustomize.installed()
                    .orElseThrow(() -> new IllegalStateException("There is no kubectl or kustomize to render with"));
            Files.writeString(AlertRules.OBJECT, AlertRules.object());
            for (Overlay overlay : Overlay.all()) {
                Files.createDirectories(overlay.rendered().getParent());
                Files.writeString(overlay.rendered(), overlay.heading() + kustomize.render(overlay.directory()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayIsKeptAsItsSourcesAreNow(Overlay overlay) throws IOException {
        assertThat(Files.readString(overlay.rendered()))
                .as("%s was rendered from other files; render anew with -Drendered.update=true", overlay.rendered())
                .startsWith(overlay.heading());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void kustomizeMakesOfEveryOverlayWhatIsKept(Overlay overlay) {
        Optional<Kustomize> kustomize = Kustomize.installed();
        assumeTrue(kustomize.isPresent(), "There is no kubectl or kustomize here that is new enough");
        // As objects: versions of kustomize differ in how they lay text out.
        assertThat(Manifest.parse(kustomize.get().render(overlay.directory())))
                .containsExactlyInAnyOrderElementsOf(overlay.manifests());
    }

    @Test
    void everyFileIsPartOfAnOverlay() throws IOException {
        List<Path> used = Overlay.all().stream()
                .flatMap(overlay -> overlay.sources().stream())
                .toList();
        for (String directory : List.of("base", "components", "overlays")) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                assertThat(files.filter(Files::isRegularFile)).isSubsetOf(used);
            }
        }
    }
}
