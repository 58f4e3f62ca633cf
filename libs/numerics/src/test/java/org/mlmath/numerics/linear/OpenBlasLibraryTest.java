package org.mlmath.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasLibraryTest {
    @TempDir
    Path directory;

    @BeforeAll
    static void onlyWhereThereIsOne() {
        Assumptions.assumeTrue(Kernels.fallbackReason().isEmpty(), () -> Kernels.fallbackReason()
                .orElseThrow());
    }

    @Test
    void unpacksIntoTheDirectoryAndLeavesNothingElse() throws Exception {
        OpenBlasLibrary.main(new String[] {directory.toString()});
        assertThat(files()).isNotEmpty().noneMatch(file -> file.toString().endsWith(".part"));
        // Unpacked by root into an image, loaded by whoever runs there.
        for (Path file : files()) {
            assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OTHERS_READ);
            assertThat(Files.getPosixFilePermissions(file.getParent()))
                    .contains(PosixFilePermission.OTHERS_EXECUTE)
                    .doesNotContain(PosixFilePermission.OTHERS_WRITE);
        }
        assertThat(files()).anyMatch(file -> file.getFileName().toString().contains("openblas"));
    }

    @Test
    void leavesWhatIsThereAndReplacesWhatIsDamaged() throws Exception {
        OpenBlasLibrary.main(new String[] {directory.toString()});
        Path first = files().getFirst();
        FileTime before = Files.getLastModifiedTime(first);
        OpenBlasLibrary.main(new String[] {directory.toString()});
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);

        byte[] contents = Files.readAllBytes(first);
        Files.delete(first);
        byte[] damaged = contents.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(first, damaged);
        OpenBlasLibrary.main(new String[] {directory.toString()});
        assertThat(Files.readAllBytes(first)).isEqualTo(contents);
    }

    @Test
    void severalMayUnpackAtOnce() throws Exception {
        IntStream.range(0, 4).parallel().forEach(i -> {
            try {
                OpenBlasLibrary.main(new String[] {directory.toString()});
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        OpenBlasLibrary.main(new String[] {directory.toString()});
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
