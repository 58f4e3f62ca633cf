package org.mlmath.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A directory that can be applied, and what kustomize makes of it.
 * <p>kustomize is a program that few machines have, so its result is kept, with a hash of the files it was made from: a change that was
 * not rendered is noticed everywhere, and what will be applied is read in reviews.
 *
 * @param directory of its {@code kustomization.yaml}
 * @param rendered the file that the result is kept in
 */
record Overlay(Path directory, Path rendered) {
    static List<Overlay> all() {
        try (Stream<Path> overlays = Files.list(Path.of("overlays"))) {
            return Stream.concat(
                            overlays.map(overlay -> overlay.getFileName().toString())
                                    .sorted()
                                    .map(Overlay::named),
                            Stream.of(everyComponent()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the one that is applied under this name */
    static Overlay named(String name) {
        return new Overlay(Path.of("overlays", name), Path.of("rendered", name + ".yaml"));
    }

    /** @return one that nobody applies, with the components that no other has */
    static Overlay everyComponent() {
        return new Overlay(
                Path.of("src/test/overlays/every-component"), Path.of("src/test/rendered/every-component.yaml"));
    }

    List<Manifest> manifests() {
        return Manifest.read(rendered);
    }

    /** @return the comment that stands above what was rendered from the files as they are now */
    String heading() {
        return "# Rendered from %s. Never changed by hand: README.md says how.\n# Sources: sha256 %s\n"
                .formatted(directory, hash());
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path source : sources()) {
                digest.update((source + "\n").getBytes());
                digest.update(Files.readAllBytes(source));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return every file that kustomize reads for it */
    SortedSet<Path> sources() {
        SortedSet<Path> found = new TreeSet<>(Comparator.comparing(Path::toString));
        collect(directory, found);
        return found;
    }

    private static void collect(Path directory, SortedSet<Path> found) {
        Path file = directory.resolve("kustomization.yaml");
        found.add(file);
        Manifest kustomization = Manifest.read(file).getFirst();
        Stream.of("/resources", "/components")
                .flatMap(kustomization::each)
                .map(entry -> directory.resolve(entry.asText()).normalize())
                .forEach(entry -> {
                    if (Files.isDirectory(entry)) {
                        collect(entry, found);
                    } else {
                        found.add(entry);
                    }
                });
        Stream<JsonNode> patches = kustomization.each("/patches").map(patch -> patch.path("path"));
        Stream<JsonNode> generated = Stream.of("/configMapGenerator", "/secretGenerator")
                .flatMap(kustomization::each)
                .flatMap(generator -> Stream.of("envs", "files").map(generator::path))
                .flatMap(files ->
                        Stream.iterate(0, i -> i < files.size(), i -> i + 1).map(files::get));
        Stream.concat(patches, generated)
                .filter(JsonNode::isTextual)
                .map(entry ->
                        entry.asText().replaceFirst("^[^=/]*=", "")) // files may be given a name: dashboard.json=file
                .forEach(entry -> found.add(directory.resolve(entry).normalize()));
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
