package org.mlmath.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, B.1

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private record Settings(Optional<Path> file, boolean required, Duration reread) implements KeySettings {}

    private ApiKeys keys(Path file) {
        return new ApiKeys(new Settings(Optional.of(file), true, Duration.ofMillis(20)), vertx);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void aKeyIsKnownByItsHash() throws Exception {
        ApiKeys keys = keys(write("keys", "# a comment", "", "  " + ABC.toUpperCase() + "  abc allowance=2.5s"));
        assertThat(keys.find("abc")).hasValue(new ApiKey(ABC, "abc", Duration.ofMillis(2500)));
        for (String wrong : new String[] {"", "ab", "abcd", "ABC", ABC, "abc\n"}) {
            assertThat(keys.find(wrong)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlmath_secret abc",
                ABC,
                ABC + "0 abc",
                ABC + " a b",
                ABC + " abc allowance=-1s",
                ABC + " abc allowance=1m",
                ABC + " abc rate=1s",
                ABC + " \u200babc"
            })
    void aLineThatIsNoneIsNamedAndNotShown(String line) throws Exception {
        Path file = write("keys", "# first", line);
        assertThatThrownBy(() -> keys(file))
                .rootCause()
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(line);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() throws Exception {
        Path file = write("keys", ABC + " one", ABC + " two");
        assertThatThrownBy(() -> keys(file)).rootCause().hasMessageContaining("already");
    }

    @Test
    void aFileThatIsMissingAtTheStartIsAMistake() {
        assertThatThrownBy(() -> keys(directory.resolve("none"))).hasMessageContaining("mlmath.keys.file");
    }

    /** As Kubernetes mounts a secret: links into a hidden directory that is exchanged as a whole. */
    @Test
    void aMountedSecretIsReadAndReadAgainWhenItIsExchanged() throws Exception {
        Path first = Files.createDirectory(directory.resolve("..first"));
        Files.writeString(first.resolve("keys"), ABC + " abc");
        Files.writeString(first.resolve("more"), ApiKey.hash("second") + " second");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..first"));
        Files.createSymbolicLink(directory.resolve("keys"), Path.of("..data/keys"));
        Files.createSymbolicLink(directory.resolve("more"), Path.of("..data/more"));
        ApiKeys keys = keys(directory);
        assertThat(keys.find("abc")).isPresent();
        assertThat(keys.find("second")).isPresent();

        Path next = Files.createDirectory(directory.resolve("..next"));
        Files.writeString(next.resolve("keys"), ApiKey.hash("third") + " third");
        Files.delete(directory.resolve("more"));
        Files.delete(directory.resolve("..data"));
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..next"));
        Awaitility.await().until(() -> keys.find("third").isPresent());
        assertThat(keys.find("abc")).isEmpty();
        assertThat(keys.find("second")).isEmpty();
    }

    @Test
    void aSlipInTheFileLeavesTheKeysAsTheyWere() throws Exception {
        Path file = write("keys", ABC + " abc");
        ApiKeys keys = keys(file);
        write("keys", "slip");
        Thread.sleep(100); // several readings
        assertThat(keys.find("abc")).isPresent();
        Files.delete(file);
        Thread.sleep(100);
        assertThat(keys.find("abc")).isPresent();
        write("keys", ApiKey.hash("new") + " new");
        Awaitility.await().until(() -> keys.find("new").isPresent());
        assertThat(keys.find("abc")).isEmpty();
    }

    @Test
    void anEmptyFileLetsNobodyIn() throws Exception {
        ApiKeys keys = keys(write("keys"));
        assertThat(keys.required()).isTrue();
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void drawnKeysDifferAndFitTheFile() throws Exception {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(MakeKey.draw());
        }
        assertThat(drawn).hasSize(100).allMatch(key -> key.matches("mlmath_[A-Za-z0-9_-]{43}"));

        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(line));
            System.setErr(new PrintStream(shown));
            MakeKey.main("grader@school");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String key = shown.toString().replaceAll("(?s).*(mlmath_\\S+).*", "$1");
        assertThat(line.toString()).doesNotContain(key);
        assertThat(keys(write("made", line.toString())).find(key))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("grader@school"));
    }
}
