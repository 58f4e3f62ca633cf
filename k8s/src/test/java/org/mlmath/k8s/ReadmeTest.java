package org.mlmath.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README.md says is so. {@code -Dsettings.update=true} writes the tables of settings into it. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern TABLES =
            Pattern.compile("(?s)(<!-- settings, from the sources -->\n)(.*?)(<!-- end of settings -->)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:MLMATH|QUARKUS)(?:_[A-Z0-9]+)+");
    private static final Pattern FILE =
            Pattern.compile("`((?:base|components|overlays|rendered|schemas|monitoring)/[^` ]*)`");

    @Test
    void everySettingIsListedAsItsSourceDescribesIt() throws IOException {
        if (Boolean.getBoolean("settings.update")) {
            Files.writeString(
                    README,
                    TABLES.matcher(Files.readString(README))
                            .replaceFirst(
                                    found -> Matcher.quoteReplacement(found.group(1) + tables() + found.group(3))));
        }
        assertThat(TABLES.matcher(Files.readString(README)).results().map(found -> found.group(2)))
                .as("settings have changed; -Dsettings.update=true lists them anew")
                .containsExactly(tables());
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(Settings.all()).isNotEmpty().allSatisfy(setting -> assertThat(setting.description())
                .as(setting.property())
                .isNotBlank());
    }

    @Test
    void everyVariableNamedIsRead() throws IOException {
        Set<String> own = Settings.all().stream().map(Setting::variable).collect(Collectors.toSet());
        QuarkusSettings quarkus = QuarkusSettings.onClassPath();
        assertThat(VARIABLE.matcher(Files.readString(README)).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(own.contains(variable) || quarkus.isReadAtStart(variable))
                        .as(variable)
                        .isTrue());
    }

    @Test
    void everyFileNamedIsThere() throws IOException {
        assertThat(FILE.matcher(Files.readString(README)).results().map(found -> Path.of(found.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static String tables() {
        Map<String, List<Setting>> byReader = Settings.all().stream()
                .collect(Collectors.groupingBy(ReadmeTest::reader, LinkedHashMap::new, Collectors.toList()));
        StringBuilder tables = new StringBuilder();
        byReader.entrySet().stream()
                // What all processes read first, then the gateway, then the services.
                .sorted(Map.Entry.comparingByKey((a, b) -> Integer.compare(rank(a), rank(b))))
                .forEach(reader -> {
                    tables.append("\n### Read by ").append(reader.getKey()).append("\n\n");
                    tables.append("| variable | default | what it sets |\n| --- | --- | --- |\n");
                    reader.getValue()
                            .forEach(setting -> tables.append("| `%s` | %s | %s |\n"
                                    .formatted(
                                            setting.variable(),
                                            setting.fallback() == null ? "" : "`" + setting.fallback() + "`",
                                            setting.description().replace("|", "\\|"))));
                });
        return tables.append('\n').toString();
    }

    private static String reader(Setting setting) {
        if (setting.module().getParent().endsWith("libs")) {
            return "every process";
        }
        return "`" + setting.module().getFileName().toString().replace("-service", "") + "`";
    }

    private static int rank(String reader) {
        return List.of("every process", "`gateway`").indexOf(reader) & Integer.MAX_VALUE;
    }
}
