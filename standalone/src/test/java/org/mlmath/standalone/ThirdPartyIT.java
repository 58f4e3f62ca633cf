package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md lists the licence of everything that is packaged. */
class ThirdPartyIT {
    @Test
    void everyLibraryThatIsShippedIsListed() throws IOException {
        List<String> groups = Pattern.compile("`([a-z0-9.-]+)`")
                .matcher(Files.readString(Path.of("../THIRD-PARTY.md")))
                .results()
                .map(group -> group.group(1) + ".")
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app/lib"))) {
            // Quarkus names a jar <group>.<artifact>-<version>.jar
            List<String> unlisted = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("org.mlmath."))
                    .filter(name -> groups.stream().noneMatch(name::startsWith))
                    .toList();
            assertThat(unlisted).isEmpty();
        }
    }
}
